using System.CommandLine;
using Blog.Guests.Submissions;

namespace Blog.Commands.InboxVerbs;

/// <summary><c>inbox delete N</c>: deletes what a submission says.</summary>
internal static class DeleteVerb
{
    public static Command Create()
    {
        var (blog, vault, actor) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor());
        var number = new Argument<long>("number") { Description = "Its number (\"inbox list\")." };
        var yes = new Option<bool>("--yes") { Description = "Really." };
        var command = new Command("delete", "Delete a submission for good, and the answer to it. Backups made before still hold it. Example: dotnet run -- inbox delete 3 --yes") { number, blog, vault, actor, yes };
        command.SetAction(parse =>
        {
            if (!parse.GetValue(yes))
            {
                throw new UsageException("A deleted submission does not come back. Say --yes. Nothing was changed.");
            }

            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor));
            new Inbox(store).Delete(parse.GetRequiredValue(number));
            Console.WriteLine("Deleted. If an answer to it was published, write the answers anew: dotnet run -- inbox reply --refresh");
            return ExitCode.Done;
        });
        return command;
    }
}
