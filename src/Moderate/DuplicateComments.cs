using Blog.Import;
using Blog.Model;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Finds comments of a thread that look as if they had been posted twice. A person decides; nothing is merged by being found.</summary>
public static class DuplicateComments
{
    /// <summary>Fewer letters ("Well said", "Thank you") are what two people write.</summary>
    private const int FewestLetters = 40;

    /// <summary>A text with a slip mended is posted again at once, or it is another text.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(30);

    /// <summary>Comments before it with which one is compared word by word: on a busy day hundreds stand within half an hour.</summary>
    private const int MostRecent = 12;

    /// <summary>Pairs, in the order of the thread: the comment that was posted again, and the first one that says the same.</summary>
    /// <param name="thread">The thread, with all its comments.</param>
    /// <param name="repairs">What was decided already: comments merged before are in no pair.</param>
    public static IReadOnlyList<(VaultComment Again, VaultComment First)> Of(PreparedThread thread, ThreadRepairs repairs)
    {
        var shown = thread.Comments.Zip(thread.Texts.Skip(1)).Where(each => each.First is { Visibility: Visibility.Public, State: CommentState.Published } && !repairs.Same.ContainsKey(each.First.Row))
            .OrderBy(each => each.First.Published?.Value ?? DateTimeOffset.MinValue).ThenBy(each => each.First.Ordinal).ToList();
        var pairs = new List<(VaultComment, VaultComment)>();
        var byLetters = new Dictionary<string, List<VaultComment>>(StringComparer.Ordinal);
        var recent = new List<(VaultComment Comment, TextLikeness Text)>();
        foreach (var (comment, unit) in shown)
        {
            var text = new TextLikeness(unit);
            var letters = text.Letters;
            if (letters.Length < FewestLetters)
            {
                continue;
            }

            recent.RemoveAll(before => !IsSoon(before.Comment, comment));
            var first = byLetters.GetValueOrDefault(letters)?.Find(before => MayBeOne(before, comment))
                ?? recent.Find(before => MayBeOne(before.Comment, comment) && before.Text.Covers(text) && text.Covers(before.Text)).Comment;
            if (first is not null)
            {
                pairs.Add((comment, first));
                continue;
            }

            if (!byLetters.TryGetValue(letters, out var same))
            {
                byLetters.Add(letters, same = []);
            }

            same.Add(comment);
            recent.Add((comment, text));
            if (recent.Count > MostRecent)
            {
                recent.RemoveAt(0);
            }
        }

        return pairs;
    }

    /// <summary>Two names are two people; a name and no name may be one.</summary>
    internal static bool MayBeOne(VaultComment left, VaultComment right) =>
        left.Author?.Identity is not { } one || right.Author?.Identity is not { } other || one == other;

    private static bool IsSoon(VaultComment before, VaultComment comment) =>
        before.Published is { Precision: DatePrecision.Minute } first && comment.Published is { Precision: DatePrecision.Minute } second && second.Value - first.Value <= Soon;
}
