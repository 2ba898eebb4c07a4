using Blog.Model;
using Blog.Vault;

namespace Blog.Release;

/// <summary>One comment, or the place of a lost one, in a thread that is about to be released.</summary>
internal sealed record ThreadNode
{
    /// <summary>The comment; null for a place that stands for a comment the source does not have.</summary>
    public VaultComment? Source { get; init; }

    /// <summary>
    /// What stays the same from release to release and is never public: <c>comment:</c> with its vault id, or <c>lost:</c> with the id by which
    /// its replies name it.
    /// </summary>
    public required string Handle { get; init; }

    /// <summary>Index in the thread of the comment it answers; null at the top level.</summary>
    public int? Parent { get; init; }

    /// <summary>0 at the top level.</summary>
    public required int Depth { get; init; }

    /// <summary>What readers may see of it.</summary>
    public required CommentState State { get; init; }

    /// <summary>Its number.</summary>
    public required CommentNumber Number { get; init; }

    /// <summary>It answers a comment that is lost, and stands at the top level for want of a better place.</summary>
    public bool ParentInferred { get; init; }

    /// <summary>Index in the thread of the comment that it answers though it was posted elsewhere, as a moderator says; null where nobody said so.</summary>
    public int? Answers { get; init; }

    /// <summary>Comments that were the same as this one, and for which it stands.</summary>
    public IReadOnlyList<VaultComment> Also { get; init; } = [];

    /// <summary>Whether its text is released.</summary>
    public bool IsPublished => State == CommentState.Published;
}
