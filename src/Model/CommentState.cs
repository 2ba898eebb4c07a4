namespace Blog.Model;

/// <summary>What a reader may see of a comment; every state but <see cref="Published"/> is a removed comment that keeps its place.</summary>
public enum CommentState
{
    /// <summary>Its text is published.</summary>
    Published,

    /// <summary>Its writer removed it on the old blog.</summary>
    RemovedByAuthor,

    /// <summary>A moderator removed it on the old blog.</summary>
    RemovedByAdmin,

    /// <summary>A moderator withholds it here.</summary>
    Withheld,

    /// <summary>It was erased on request.</summary>
    Erased,

    /// <summary>The source has lost it (a gap in the numbers, or a reply to a comment that is not there).</summary>
    Missing,
}
