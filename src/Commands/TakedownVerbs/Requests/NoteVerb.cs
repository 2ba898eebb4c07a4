using System.CommandLine;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary><c>takedown request note</c>: adds to the sealed words of a request, or says that it is about more texts.</summary>
internal static class NoteVerb
{
    public static Command Create()
    {
        var name = RequestInput.Name();
        var units = new Argument<string[]>("units") { Description = "More posts and comments it is about.", Arity = ArgumentArity.ZeroOrMore };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var note = RequestInput.NoteFile();
        var passphrase = CommonOptions.PassphraseFile();
        var command = new Command("note", "Add to a request: sealed words (answers, reasons), or more posts and comments it is about. Example: dotnet run -- takedown request note 4f2a91c0 --note-file answer.txt") { name, units, note, blog, vault, passphrase, actor };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var words = RequestInput.Note(parse.GetValue(note));
            var named = parse.GetValue(units) ?? [];
            if (words is null && named.Length == 0)
            {
                throw new UsageException("Give words with --note-file, or posts and comments. Nothing was changed.");
            }

            var (store, book) = RequestInput.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            using var open = store;
            var request = book.Find(parse.GetRequiredValue(name));
            var more = RequestInput.Units(store, folder, named);
            if (words is not null)
            {
                VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase));
                book.AddNote(request, words);
            }

            book.AddUnits(request, more);
            Console.WriteLine(RequestText.Line(book.Find(request.Row.Handle.Hex)));
            return ExitCode.Done;
        });
        return command;
    }
}
