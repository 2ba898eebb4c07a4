using System.CommandLine;
using Blog.Requests;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary><c>takedown request add</c>: keeps a request that came in.</summary>
internal static class AddVerb
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "Its kind: " + string.Join(", ", RequestKindTable.All.Select(each => each.Word)) + "." };
        var units = new Argument<string[]>("units") { Description = "Posts and comments it is about: addresses, or their names in the private store.", Arity = ArgumentArity.ZeroOrMore };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var received = new Option<string?>("--received") { Description = "When it came, in UK time: 2026-11-20, or 2026-11-20T15:30 where hours count; default: now.", HelpName = "DAY" };
        var note = RequestInput.NoteFile();
        var passphrase = CommonOptions.PassphraseFile();
        var command = new Command("add", "Keep a request: its kind, when it came, what it is about. Example: dotnet run -- takedown request add erasure /2016/03/x.html#c123 --received 2026-11-20 --note-file letter.txt")
        {
            kind, units, received, note, blog, vault, passphrase, actor,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            SampleGuard.Refuse(folder, "takedown request add");
            var of = RequestInput.Kind(parse.GetRequiredValue(kind));
            var words = RequestInput.Note(parse.GetValue(note));
            var (store, book) = RequestInput.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            using var open = store;
            if (words is not null)
            {
                VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase));
            }

            var day = book.Now;
            if (parse.GetValue(received) is { } given && !UkTime.TryParse(given, out day))
            {
                throw new UsageException("--received takes a day or a time such as 2026-11-20 or 2026-11-20T15:30, in UK time. Nothing was changed.");
            }

            var request = book.Add(of, day, RequestInput.Units(store, folder, parse.GetValue(units) ?? []), words);
            Console.WriteLine(RequestText.Line(request));
            Console.WriteLine($"First: {of.First} {RequestKindTable.NotAdvice}");
            if (of.Withhold != WithholdRule.No && request.Row.Units.Count > 0)
            {
                Console.WriteLine($"Withhold it at once: dotnet run -- takedown now {string.Join(' ', request.Row.Units.Select(unit => unit.Hex[..Vault.VaultHandle.ShownDigits]))}");
            }

            Console.WriteLine($"All of it: dotnet run -- takedown request show {RequestText.Name(request)}");
            return ExitCode.Done;
        });
        return command;
    }
}
