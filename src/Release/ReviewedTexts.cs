using Blog.Model;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Release;

/// <summary>Puts reviewed texts in the place of the vault's: the seam behind which no original is seen.</summary>
internal static class ReviewedTexts
{
    /// <summary>A post with its reviewed texts; foreign marks in title, labels and series are escaped. An address that tells is gone.</summary>
    public static VaultPost Of(VaultPost post, ThreadReview review) => post with
    {
        Markdown = review.Post.Markdown,
        Title = review.Title,
        Labels = review.Labels,
        Series = post.Series is { } series && review.Series is { } name ? series with { Name = name } : null,
        Permalink = review.PermalinkTells ? null : post.Permalink,
    };

    /// <summary>Comments with their reviewed texts; held and withheld ones keep their place, empty.</summary>
    public static IReadOnlyList<VaultComment> Of(IReadOnlyList<VaultComment> comments, ThreadReview review) =>
    [
        .. comments.Select(comment => review.Comments[comment.Row] switch
        {
            { State: ReviewState.Held or ReviewState.Withheld } => comment with { Markdown = string.Empty, State = comment.State == CommentState.Published ? CommentState.Withheld : comment.State },
            { State: ReviewState.Merged } => comment with { Markdown = string.Empty }, // leaves the thread altogether
            { State: ReviewState.Ready or ReviewState.Masked } reviewed => comment with { Markdown = reviewed.Markdown },
            var other => throw new InvalidOperationException($"No rule for {other.State}."),
        }),
    ];
}
