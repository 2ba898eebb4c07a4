using System.CommandLine;
using Blog.Guests.Submissions;

namespace Blog.Commands.InboxVerbs;

/// <summary><c>inbox show N</c>: what a submission says, on the terminal of an editor.</summary>
internal static class ShowVerb
{
    public static Command Create()
    {
        var (blog, vault, actor, passphrase) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor(), CommonOptions.PassphraseFile());
        var number = new Argument<long>("number") { Description = "Its number (\"inbox list\")." };
        var reveal = new Option<bool>("--reveal") { Description = "Write it even where the output is no terminal but a file or a log." };
        var command = new Command("show", "Show a submission. Not where somebody looks over your shoulder. Example: dotnet run -- inbox show 3") { number, blog, vault, actor, passphrase, reveal };
        command.SetAction(parse =>
        {
            if (Console.IsOutputRedirected && !parse.GetValue(reveal))
            {
                throw new UsageException("The output is no terminal, and a text sent in confidence does not belong into a file or a log. Run this on a terminal, or say --reveal.");
            }

            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor));
            VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase));
            Console.Write(InboxText.Whole(new Inbox(store).Open(parse.GetRequiredValue(number))));
            return ExitCode.Done;
        });
        return command;
    }
}
