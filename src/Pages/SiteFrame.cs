namespace Blog.Pages;

/// <summary>What every page of the site shows around its content.</summary>
public sealed record SiteFrame
{
    /// <summary>Name of the blog.</summary>
    public required MarkedText Title { get; init; }

    /// <summary>What the blog is; null where <c>site.yml</c> says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Language of the texts, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Link to the home page.</summary>
    public required string HomeHref { get; init; }

    /// <summary>Link to the feed of posts.</summary>
    public required string FeedHref { get; init; }

    /// <summary>Link to the search page.</summary>
    public required string SearchHref { get; init; }

    /// <summary>Link to the script that makes that link a box.</summary>
    public required string ScriptHref { get; init; }

    /// <summary>Link to the stylesheet.</summary>
    public required string StylesheetHref { get; init; }

    /// <summary>Link to the icon.</summary>
    public required string IconHref { get; init; }

    /// <summary>Main navigation, each with the address on the site it stands for.</summary>
    public required IReadOnlyList<LinkView> Navigation { get; init; }

    /// <summary>Static pages that the main navigation has no room for.</summary>
    public required IReadOnlyList<TitleLink> FooterPages { get; init; }

    /// <summary>Link to the page on reading and writing safely.</summary>
    public required string SafetyHref { get; init; }

    /// <summary>Link to the page on how to have something removed; null where there is none.</summary>
    public string? RemovalHref { get; init; }

    /// <summary>Link to the page that offers the offline copy; null where none is offered.</summary>
    public string? OfflineHref { get; init; }

    /// <summary>Where "Leave now" leads; null for no such link.</summary>
    public string? LeaveHref { get; init; }

    /// <summary>Whether tabs and link previews show no more than the kind of page.</summary>
    public required bool IsDiscreet { get; init; }

    /// <summary>What readers and commenters can rely on here, a sentence each, true to the settings.</summary>
    public required IReadOnlyList<string> Promises { get; init; }
}
