using Blog.Import;
using Blog.Model;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>What moderators said about the places of one thread's comments: which were posted twice, and which answer another comment than the one under which they stand.</summary>
/// <remarks>
/// What does not fit the thread as it is now (the other comment is gone or was never shown, a circle) counts for nothing: then each comment stands where it was posted.
/// </remarks>
public sealed class ThreadRepairs
{
    private ThreadRepairs(IReadOnlyDictionary<long, long> same, IReadOnlyDictionary<long, long> answers)
    {
        Same = same;
        Answers = answers;
    }

    /// <summary>Nothing is repaired.</summary>
    public static ThreadRepairs None { get; } = new(new Dictionary<long, long>(), new Dictionary<long, long>());

    /// <summary>Rows of comments that were posted twice, with the row of the one that stands for both; that one is in no pair itself.</summary>
    public IReadOnlyDictionary<long, long> Same { get; }

    /// <summary>Rows of comments, with the row of the one that each answers though it was posted elsewhere.</summary>
    public IReadOnlyDictionary<long, long> Answers { get; }

    /// <summary>The repairs of one thread.</summary>
    /// <param name="book">The decisions.</param>
    /// <param name="comments">Its comments, hidden ones included, in any order.</param>
    public static ThreadRepairs Of(DecisionBook book, IReadOnlyList<VaultComment> comments) => new RepairIndex(book).Of(comments);

    internal static ThreadRepairs Of(IReadOnlyDictionary<VaultHandle, VaultHandle> same, IReadOnlyDictionary<VaultHandle, VaultHandle> answers, IReadOnlyList<VaultComment> comments)
    {
        if (same.Count + answers.Count == 0 || !comments.Any(comment => same.ContainsKey(comment.Handle) || answers.ContainsKey(comment.Handle)))
        {
            return None;
        }

        var shown = comments.Where(comment => comment is { Visibility: Visibility.Public, State: CommentState.Published }).ToDictionary(comment => comment.Handle);
        var merged = shown.Values.Select(comment => (comment.Row, Stays: Standing(comment.Handle, same, shown)))
            .Where(pair => pair.Stays is { } stays && stays != pair.Row).ToDictionary(pair => pair.Row, pair => pair.Stays!.Value); // checked before
        var answered = new Dictionary<long, long>();
        foreach (var comment in shown.Values.Where(comment => !merged.ContainsKey(comment.Row)))
        {
            if (answers.TryGetValue(comment.Handle, out var target) && Standing(target, same, shown) is { } row && row != comment.Row && row != comment.ParentRow)
            {
                answered.Add(comment.Row, row);
            }
        }

        return new ThreadRepairs(merged, answered);
    }

    /// <summary>The comment that stands for one in the end; null where it is not shown, or the way to it is a circle.</summary>
    private static long? Standing(VaultHandle comment, IReadOnlyDictionary<VaultHandle, VaultHandle> same, Dictionary<VaultHandle, VaultComment> shown)
    {
        var seen = new HashSet<VaultHandle>();
        while (shown.TryGetValue(comment, out var here) && seen.Add(comment))
        {
            if (!same.TryGetValue(comment, out var next) || !shown.ContainsKey(next))
            {
                return here.Row;
            }

            comment = next;
        }

        return null;
    }
}
