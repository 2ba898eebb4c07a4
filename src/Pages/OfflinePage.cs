namespace Blog.Pages;

/// <summary>Offers a light copy on the reader's device, and says first what it keeps.</summary>
public sealed record OfflinePage : PageModel
{
    /// <summary>Link to the worker's script.</summary>
    public required string WorkerHref { get; init; }
}
