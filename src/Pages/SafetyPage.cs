namespace Blog.Pages;

/// <summary>Reading and writing safely, in plain words. A page of the editor's own at its address stands for it.</summary>
public sealed record SafetyPage : PageModel
{
    /// <summary>Link to the page for encrypted submissions; null where nothing is taken.</summary>
    public string? SubmitHref { get; init; }

    /// <summary>Link to the page of the offline copy; null where none is offered.</summary>
    public string? OfflineHref { get; init; }

    /// <summary>Address of the onion service; null for none.</summary>
    public string? Onion { get; init; }

    /// <summary>Whether comments can be written here.</summary>
    public bool TakesComments { get; init; }
}
