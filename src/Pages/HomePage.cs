namespace Blog.Pages;

/// <summary>Newest posts with their opening words.</summary>
public sealed record HomePage : PageModel
{
    /// <summary>Posts, newest first; empty on a blog without posts.</summary>
    public required IReadOnlyList<PostItem> Posts { get; init; }

    /// <summary>Its place among the home pages.</summary>
    public required Pager Pager { get; init; }
}
