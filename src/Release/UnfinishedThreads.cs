using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Release;

/// <summary>Which posts stay in the vault because their thread or their year is not finished.</summary>
internal sealed class UnfinishedThreads
{
    /// <summary>Why a thread stays, for the counts.</summary>
    public const string Thread = "in a thread with texts that wait";

    /// <summary>Why a year's threads stay, for the counts.</summary>
    public const string Year = "in a year with texts that wait";

    private readonly HashSet<long> _held;
    private readonly string _why;

    private UnfinishedThreads(HashSet<long> held, string why)
    {
        _held = held;
        _why = why;
    }

    /// <summary>Looks at all threads.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="policy">What is asked.</param>
    /// <param name="reviewer">Says what waits.</param>
    /// <param name="clock">The blog's clock, by which a post is of a year.</param>
    /// <param name="token">Stops it.</param>
    public static UnfinishedThreads Of(VaultStore vault, UnfinishedPolicy policy, ThreadReviewer reviewer, PublicClock clock, CancellationToken token)
    {
        if (policy == UnfinishedPolicy.Release)
        {
            return new UnfinishedThreads([], string.Empty);
        }

        var released = ReleasedPosts.ByRow(vault);
        var groups = new Dictionary<(int Year, long Row), (List<long> New, bool Waits)>();
        foreach (var post in vault.Posts().Where(post => post.Visibility == Visibility.Public))
        {
            token.ThrowIfCancellationRequested();
            var comments = vault.Comments(post.Row);
            var key = policy == UnfinishedPolicy.HoldThreads ? (0, post.Row) : (clock.DateOf(post.Published)?.Year ?? 0, 0L); // posts without a date are one year among themselves
            var (fresh, waits) = groups.TryGetValue(key, out var group) ? group : ([], false);
            if (!released.ContainsKey(post.Row))
            {
                fresh.Add(post.Row);
            }

            groups[key] = (fresh, waits || Waits(comments, reviewer.Review(post, comments)));
        }

        return new UnfinishedThreads([.. groups.Values.Where(group => group.Waits).SelectMany(group => group.New)], policy == UnfinishedPolicy.HoldThreads ? Thread : Year);
    }

    /// <summary>Why a post stays in the vault; null where it does not for this.</summary>
    public string? WhyHeld(VaultPost post) => _held.Contains(post.Row) ? _why : null;

    private static bool Waits(IReadOnlyList<VaultComment> comments, ThreadReview review) =>
        review.Post.State == ReviewState.Held
        || comments.Any(comment => comment is { Visibility: Visibility.Public, State: CommentState.Published } && review.Comments[comment.Row].State == ReviewState.Held);
}
