namespace Blog.Model;

/// <summary>The header of one comment in a thread file, key by key.</summary>
public sealed record CommentFields
{
    /// <summary>Its id.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The number readers see; null where none was given yet.</summary>
    public CommentNumber? Number { get; init; }

    /// <summary>The comment it answers; null at the top level.</summary>
    public CommentId? Parent { get; init; }

    /// <summary>Name or pseudonym shown; null for anonymous.</summary>
    public string? Author { get; init; }

    /// <summary>When it was written, no finer than the policy; null where unknown.</summary>
    public PublicDate? Date { get; init; }

    /// <summary>What may be seen of it.</summary>
    public CommentState State { get; init; } = CommentState.Published;

    /// <summary>What readers are told of a removed comment; null means the sentence of <see cref="CommentStateTable.ReasonFor"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>What about its place was inferred rather than read; null where nothing was.</summary>
    public InferredPlace? Inferred { get; init; }

    /// <summary>Time citations in it that lead nowhere, as they stand in its text, separated by "; "; null where all were resolved.</summary>
    public string? Unresolved { get; init; }

    /// <summary>Ids of comments that were the same as this one and stand in the thread no more: their addresses lead here. Null for none.</summary>
    public CommentIds? Also { get; init; }
}
