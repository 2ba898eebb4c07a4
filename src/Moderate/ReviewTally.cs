using Blog.Import;
using Blog.Model;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>How many texts of the vault are ready, masked, held, withheld and merged, of those that the old blog showed to everybody.</summary>
public sealed class ReviewTally
{
    private readonly Dictionary<ReviewState, (int Posts, int Comments)> _counts = [];

    /// <summary>Stretches masked without a decision, in all texts that are masked.</summary>
    public int Masks { get; private set; }

    /// <summary>Comments that are ready or masked themselves, under a post that is held or withheld and so is not released.</summary>
    public int WaitingForTheirPost { get; private set; }

    /// <summary>Counts of one state.</summary>
    public (int Posts, int Comments) Of(ReviewState state) => _counts.GetValueOrDefault(state);

    /// <summary>Counts one thread.</summary>
    public void Add(IReadOnlyList<VaultComment> comments, ThreadReview review)
    {
        Add(review.Post, isPost: true);
        var waits = review.Post.State is ReviewState.Held or ReviewState.Withheld;
        foreach (var comment in comments.Where(comment => comment is { Visibility: Visibility.Public, State: CommentState.Published }))
        {
            var own = review.Comments[comment.Row];
            Add(own, isPost: false);
            WaitingForTheirPost += waits && own.State is (ReviewState.Ready or ReviewState.Masked) ? 1 : 0;
        }
    }

    private void Add(TextReview review, bool isPost)
    {
        var (posts, comments) = _counts.GetValueOrDefault(review.State);
        _counts[review.State] = isPost ? (posts + 1, comments) : (posts, comments + 1);
        Masks += review.State == ReviewState.Masked ? review.Masks : 0;
    }
}
