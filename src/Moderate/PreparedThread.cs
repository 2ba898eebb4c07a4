using Blog.Vault;

namespace Blog.Moderate;

/// <summary>A post with its comments, each text read once for all reviews of it: the texts of a store do not change while somebody decides on them, the decisions do.</summary>
public sealed class PreparedThread
{
    private NameMentions? _renamed;

    private PreparedThread(VaultPost post, IReadOnlyList<VaultComment> comments)
    {
        Post = post;
        Comments = comments;
        Texts = [new UnitText(post.Markdown), .. comments.Select(comment => new UnitText(comment.Markdown))];
    }

    /// <summary>The post.</summary>
    public VaultPost Post { get; }

    /// <summary>Its comments, of every visibility and state, as the vault gives them.</summary>
    public IReadOnlyList<VaultComment> Comments { get; }

    /// <summary>The texts: the post's, then those of the comments in their order.</summary>
    internal IReadOnlyList<UnitText> Texts { get; }

    /// <summary>Prepares a thread.</summary>
    public static PreparedThread Of(VaultPost post, IReadOnlyList<VaultComment> comments) => new(post, comments);

    /// <summary>The names of its commenters that give way; they follow from the blog's policy, which is the same for all reviews of a run.</summary>
    internal NameMentions Renamed(RenamedCommenters policy) => _renamed ??= policy.Of(Comments.Select(comment => comment.Author));
}
