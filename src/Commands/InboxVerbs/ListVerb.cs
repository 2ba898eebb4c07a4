using System.CommandLine;
using Blog.Guests.Submissions;

namespace Blog.Commands.InboxVerbs;

/// <summary><c>inbox list</c>: numbers, days and kinds, and no word of what was written.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var (blog, vault) = (CommonOptions.Blog(), CommonOptions.Vault());
        var all = new Option<bool>("--all") { Description = "Those that were taken or deleted, too." };
        var command = new Command("list", "List what waits: number, day, kind. Needs no passphrase. Example: dotnet run -- inbox list") { blog, vault, all };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), null);
            var inbox = new Inbox(store);
            var (rows, answered) = (inbox.List(), inbox.Answered());
            foreach (var row in rows.Where(row => row.Done is null || parse.GetValue(all)))
            {
                Console.WriteLine(InboxText.Line(row, answered.Contains(row.Number)));
            }

            Console.Error.WriteLine($"{rows.Count(row => row.Done is null)} wait, {rows.Count(row => row.Done is not null)} done.");
            return ExitCode.Done;
        });
        return command;
    }
}
