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
        var command = new Command("duplicates", "Comments that look as if they had been posted twice: the later one, the first one, their thread. No words. Join them with \"redact same\". Example: dotnet run -- redact duplicates") { blog, vault };
        command.SetAction((parse, token) => Task.FromResult(RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var book = DecisionBook.Of(store.Decisions.List());
            var found = 0;
            foreach (var post in store.Posts().Where(post => post.Visibility == Visibility.Public))
            {
                token.ThrowIfCancellationRequested();
                var comments = store.Comments(post.Row);
                foreach (var (again, first) in DuplicateComments.Of(PreparedThread.Of(post, comments), ThreadRepairs.Of(book, comments)))
                {
                    found++;
                    Console.WriteLine($"{again.Handle.Hex[..8]}  as {first.Handle.Hex[..8]}  in {post.Handle.Hex[..8]}");
                }
            }

            Console.Error.WriteLine(found == 0
                ? "No comment looks as if it had been posted twice. Looked for: the same words in one thread, not by two people; nearly the same within half an hour."
                : string.Create(CultureInfo.InvariantCulture, $"{found:N0} comments look as if they had been posted twice. Read both before you join them: redact show NAME."));
            return ExitCode.Done;
        })));
        return command;
    }
}
