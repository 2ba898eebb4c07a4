namespace Blog.Pages;

/// <summary>The discussion on a page of a post.</summary>
public sealed record ThreadView
{
    /// <summary>Number of comments in words: "23 comments".</summary>
    public required string Heading { get; init; }

    /// <summary>What is not there: "2 comments were removed or lost."; null where nothing is missing.</summary>
    public string? RemovedNote { get; init; }

    /// <summary>Top-level comments of this part.</summary>
    public required IReadOnlyList<CommentView> Comments { get; init; }

    /// <summary>All parts; empty where the thread has only one.</summary>
    public required IReadOnlyList<PartLink> Parts { get; init; }

    /// <summary>How a new comment is written; null where comments are closed.</summary>
    public CommentFormView? Form { get; init; }

    /// <summary>Link to the discussion's feed; null where there are no comments.</summary>
    public string? FeedHref { get; init; }
}
