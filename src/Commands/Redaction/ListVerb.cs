using System.CommandLine;
using System.Globalization;
using Blog.Moderate;
using Blog.Redact;
using Blog.Source;

namespace Blog.Commands.Redaction;

/// <summary><c>redact list</c>: which texts hold something, by name and number only; no word of a text.</summary>
internal static class ListVerb
{
    private static readonly IReadOnlyDictionary<string, ReviewState> States = new Dictionary<string, ReviewState>(StringComparer.Ordinal)
    {
        ["held"] = ReviewState.Held,
        ["masked"] = ReviewState.Masked,
        ["ready"] = ReviewState.Ready,
        ["withheld"] = ReviewState.Withheld,
        ["merged"] = ReviewState.Merged,
    };

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var state = new Option<string>("--state") { Description = "held (waits for you), masked (without a decision), ready, withheld, merged (posted twice), or all.", HelpName = "STATE", DefaultValueFactory = _ => "held" };
        var kind = RedactOptions.Kind();
        var near = new Option<bool>("--near") { Description = "Count near misses too: what was almost found." };
        var limit = new Option<int>("--limit") { Description = "At most so many lines.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "Texts with what was found in them: names and numbers, no words. Example: dotnet run -- redact list --state held --kind person") { blog, vault, state, kind, near, limit };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (folder, store) =>
        {
            var asked = parse.GetRequiredValue(state);
            if (asked != "all" && !States.ContainsKey(asked))
            {
                throw new UsageException($"The state is one of: {string.Join(", ", States.Keys)}, all.");
            }

            var only = RedactOptions.KindOf(parse.GetValue(kind));
            var reviewer = VaultReview.Reviewer(store, new BlogReader(folder).ReadSettings());
            var lines = new List<string>();
            var total = 0;
            foreach (var (post, comments, review) in VaultReview.Threads(store, reviewer))
            {
                var names = comments.ToDictionary(comment => comment.Handle, comment => comment.Number is { } number ? $"#{number}" : "a comment");
                foreach (var text in review.Comments.Values.Prepend(review.Post))
                {
                    var found = text.Findings.Where(each => each.Status == FindingStatus.Open && (parse.GetValue(near) || !each.Finding.IsNearMiss) && (only is null || each.Finding.Kind == only)).ToList();
                    if (found.Count == 0 || (asked != "all" && text.State != States[asked]))
                    {
                        continue;
                    }

                    total++;
                    if (lines.Count < parse.GetValue(limit))
                    {
                        var where = text.Unit == post.Handle ? "post" : $"{names[text.Unit]} of {post.Handle.Hex[..8]}";
                        lines.Add($"{text.Unit.Hex[..8]}  {text.State.ToString().ToLowerInvariant(),-8}  {where,-28}  {KindCounts.Of(found.Select(each => each.Finding.Kind))}");
                    }
                }
            }

            lines.ForEach(Console.WriteLine);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total:N0} texts{(lines.Count < total ? $"; the first {lines.Count:N0} are shown, --limit N shows more" : string.Empty)}. Read one: redact show NAME --reveal"));
            Console.WriteLine("Only what the recognizers know is found: unusual names, nicknames, and facts that identify together are not. docs/detection.md says what is not found.");
            return ExitCode.Done;
        }));
        return command;
    }
}
