using System.CommandLine;
using System.Globalization;
using Blog.Import;
using Blog.Moderate;

namespace Blog.Commands.Redaction;

/// <summary><c>redact duplicates</c>: comments that look as if they had been posted twice, by name only.</summary>
internal static class DuplicatesVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var join = new Option<bool>("--join") { Description = "Join all that say the same letter for letter. Rehearses without --yes." };
        var yes = new Option<bool>("--yes") { Description = "Do it." };
        var actor = RedactOptions.Actor();
        var command = new Command("duplicates", "Comments that look as if they had been posted twice: the later one, the first one, their thread. No words. Join them with \"redact same\". Example: dotnet run -- redact duplicates") { join, yes, blog, vault, actor };
        command.SetAction((parse, token) => Task.FromResult(RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var book = DecisionBook.Of(store.Decisions.List());
            var found = 0;
            var alike = new List<(UnitPlace Again, UnitPlace First)>();
            var isJoin = parse.GetValue(join);
            foreach (var post in store.Posts().Where(post => post.Visibility == Visibility.Public))
            {
                token.ThrowIfCancellationRequested();
                var comments = store.Comments(post.Row);
                foreach (var (again, first) in DuplicateComments.Of(PreparedThread.Of(post, comments), ThreadRepairs.Of(book, comments)))
                {
                    if (isJoin && !TextLikeness.AreAlike(again.Markdown, first.Markdown))
                    {
                        continue;
                    }

                    found++;
                    alike.Add((new UnitPlace(post, again), new UnitPlace(post, first)));
                    Console.WriteLine($"{again.Handle.Hex[..8]}  as {first.Handle.Hex[..8]}  in {post.Handle.Hex[..8]}");
                }
            }

            if (isJoin && found > 0)
            {
                if (!parse.GetValue(yes))
                {
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found:N0} comments would be joined with the first that says the same, letter for letter. Nothing was changed. To join them: the same again with --yes."));
                    return ExitCode.Done;
                }

                var made = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System).SameAsAll(alike);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made.Count:N0} joined. All at once back: redact undo {made[0].Handle.Hex[..Vault.VaultHandle.ShownDigits]} --together. Next: release."));
                return ExitCode.Done;
            }

            Console.Error.WriteLine(found == 0
                ? "No comment looks as if it had been posted twice. Looked for: the same words in one thread, not by two people; nearly the same within half an hour."
                : string.Create(CultureInfo.InvariantCulture, $"{found:N0} comments look as if they had been posted twice. Read both before you join them: redact show NAME; those that say the same letter for letter all at once: redact duplicates --join."));
            return ExitCode.Done;
        })));
        return command;
    }
}
