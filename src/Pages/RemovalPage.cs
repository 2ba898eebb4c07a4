namespace Blog.Pages;

/// <summary>How somebody has something removed. A page of the editor's own at its address stands for it.</summary>
public sealed record RemovalPage : PageModel
{
    /// <summary>Link to the page for encrypted messages; null where nothing is taken.</summary>
    public string? SubmitHref { get; init; }

    /// <summary>Mail address; null for none.</summary>
    public string? Mail { get; init; }
}
