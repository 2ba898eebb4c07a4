using Blog.Html;

namespace Blog.Pages;

/// <summary>One comment as its page shows it.</summary>
public sealed record CommentView
{
    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Its anchor.</summary>
    public required string Anchor { get; init; }

    /// <summary>The number readers see, or a word for none; also the text of its permalink.</summary>
    public required string Label { get; init; }

    /// <summary>Name or pseudonym; null on a removed comment.</summary>
    public MarkedText? Author { get; init; }

    /// <summary>When it was written; null where unknown or removed.</summary>
    public DateView? Date { get; init; }

    /// <summary>Link to the comment it answers; null at the top level.</summary>
    public LinkView? InReplyTo { get; init; }

    /// <summary>Whether the source did not say which comment it answers, so that its place was worked out.</summary>
    public bool IsPlaceInferred { get; init; }

    /// <summary>Link to the comment that it answers though it was posted elsewhere, as a moderator says; null where nobody said so.</summary>
    public LinkView? Answers { get; init; }

    /// <summary>Links to comments posted elsewhere that answer it.</summary>
    public IReadOnlyList<LinkView> AnsweredBy { get; init; } = [];

    /// <summary>Anchors of comments that were the same as this one: their addresses lead here.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Its text; null for a removed comment.</summary>
    public SafeHtml? Body { get; init; }

    /// <summary>Why its text is not there; null for a published comment.</summary>
    public string? Removed { get; init; }

    /// <summary>Link to the next reply to the same comment, or from a top-level comment to the next; null for the last.</summary>
    public LinkView? NextSibling { get; init; }

    /// <summary>Link to the next top-level comment; null on top-level comments, in the last thread, and where the next comment is that one anyway.</summary>
    public LinkView? NextTopLevel { get; init; }

    /// <summary>Links to comments that cite it.</summary>
    public IReadOnlyList<LinkView> CitedBy { get; init; } = [];

    /// <summary>Citations in it that lead nowhere, as they stand in its text; null where there are none.</summary>
    public string? Unresolved { get; init; }

    /// <summary>Replies, in thread order.</summary>
    public required IReadOnlyList<CommentView> Replies { get; init; }

    /// <summary>What folds the replies away: "3 replies", of any depth; null where a fold would only add noise (none, or one after the other).</summary>
    public string? FoldLabel { get; init; }
}
