using System.CommandLine;
using Blog.Guests.Replies;
using Blog.Guests.Submissions;

namespace Blog.Commands.InboxVerbs;

/// <summary><c>inbox reply N</c>: answers a writer who has a code, through the site.</summary>
internal static class ReplyVerb
{
    public static Command Create()
    {
        var (blog, vault, actor, passphrase) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor(), CommonOptions.PassphraseFile());
        var number = new Argument<long?>("number") { Description = "Its number (\"inbox list\").", Arity = ArgumentArity.ZeroOrOne };
        var text = new Option<string?>("--text") { Description = "File with the text as it would be published.", HelpName = "FILE" };
        var note = new Option<string?>("--note") { Description = "File with what you say about it: what was changed and why, what you ask.", HelpName = "FILE" };
        var title = new Option<string?>("--title") { Description = "Title as it would be published." };
        var end = new Option<bool>("--end") { Description = "Take the answer away: it was read, or is no longer right." };
        var refresh = new Option<bool>("--refresh") { Description = "Write all answers and decoys anew, without another change: do it now and then, so that an answer is not the only thing that shows." };
        var command = new Command("reply", "Answer a writer: encrypted, among decoys, in input/replies/; the next build publishes it, the writer opens it with the seven words. Example: dotnet run -- inbox reply 3 --text amended.md --note why.txt")
        {
            number, blog, vault, actor, passphrase, text, note, title, end, refresh,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var (which, textFile, noteFile) = (parse.GetValue(number), parse.GetValue(text), parse.GetValue(note));
            var writes = textFile is not null || noteFile is not null;
            if ((which is null) != parse.GetValue(refresh) || (which is not null && writes == parse.GetValue(end)))
            {
                throw new UsageException("Say one of three: inbox reply N with --text FILE or --note FILE; inbox reply N --end; inbox reply --refresh. Nothing was changed.");
            }

            var reply = new Reply(parse.GetValue(title) ?? string.Empty, Words(textFile), Words(noteFile));
            using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase));
            var inbox = new Inbox(store);
            if (which is { } one && parse.GetValue(end))
            {
                Console.WriteLine(inbox.EndAnswer(one) ? "Taken away." : "There was no answer.");
            }
            else if (which is { } other)
            {
                inbox.Answer(other, reply);
            }

            inbox.WriteReplies(folder);
            Console.WriteLine("All files of input/replies/ were written anew. Build and publish: dotnet run -- build");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Words(string? path)
    {
        if (path is null)
        {
            return string.Empty;
        }

        var file = new FileInfo(path);
        return file.Exists && file.Length < 64 * 1024
            ? File.ReadAllText(file.FullName).ReplaceLineEndings("\n")
            : throw new UsageException($"{file.FullName} is not there, or is longer than an answer can be (32,000 bytes). Nothing was changed.");
    }
}
