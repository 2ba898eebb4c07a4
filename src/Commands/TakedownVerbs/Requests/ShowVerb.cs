using System.CommandLine;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary><c>takedown request show</c>: clocks, checklist, copies, letters and law of a request.</summary>
internal static class ShowVerb
{
    public static Command Create()
    {
        var name = RequestInput.Name();
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var note = new Option<bool>("--note") { Description = "Show its sealed words too. Not where somebody looks over your shoulder, and not into a log." };
        var passphrase = CommonOptions.PassphraseFile();
        var command = new Command("show", "Show a request: clocks, checklist, copies, letters, law. Example: dotnet run -- takedown request show 4f2a91c0") { name, note, blog, vault, passphrase };
        command.SetAction(parse =>
        {
            var (store, book) = RequestInput.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), null);
            using var open = store;
            var request = book.Find(parse.GetRequiredValue(name));
            Console.Write(RequestText.Whole(request, book.HasNote(request)));
            if (parse.GetValue(note))
            {
                VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase));
                Console.WriteLine("\nSealed words\n" + (book.Note(request) ?? "none"));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
