namespace Blog.Pages;

/// <summary>What readers get at an address without a page: ways on.</summary>
public sealed record NotFoundPage : PageModel
{
    /// <summary>Years, newest first.</summary>
    public required IReadOnlyList<LinkView> Years { get; init; }

    /// <summary>Labels with the most posts, by name.</summary>
    public required IReadOnlyList<TitleLink> Labels { get; init; }
}
