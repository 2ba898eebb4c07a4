namespace Blog.Pages;

/// <summary>What a page says about itself in its head.</summary>
public sealed record PageFrame
{
    /// <summary>The same on every page.</summary>
    public required SiteFrame Site { get; init; }

    /// <summary>Address on the site, e.g. <c>/2015/12/x.p2.html</c>; <see cref="Content.SiteAddresses.ToFile"/> gives its file.</summary>
    public required string Address { get; init; }

    /// <summary>Full address, for the canonical link.</summary>
    public required string CanonicalUrl { get; init; }

    /// <summary>Title of the document with the blog's name, marks in brackets.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>Title for link previews, marks in brackets.</summary>
    public required string Headline { get; init; }

    /// <summary>One or two sentences for result lists and link previews; null where there are none.</summary>
    public string? Description { get; init; }

    /// <summary>Unit whose text stands in the title and the description; null for lists.</summary>
    public string? Unit { get; init; }

    /// <summary>Publication date of a post in machine form, no finer than known; null for lists and undated posts.</summary>
    public string? Published { get; init; }

    /// <summary>Date of the last change in machine form; null where unchanged.</summary>
    public string? Updated { get; init; }

    /// <summary>Link to the navigation entry this page belongs to; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>Link to the page before it in its row (<c>rel=prev</c>).</summary>
    public string? PreviousHref { get; init; }

    /// <summary>Link to the page after it in its row (<c>rel=next</c>).</summary>
    public string? NextHref { get; init; }

    /// <summary>Link to the feed of the discussion on it; null where there is none.</summary>
    public string? CommentFeedHref { get; init; }

    /// <summary>Structured data; null where there is none.</summary>
    public JsonLd? StructuredData { get; init; }

    /// <summary>Content security policy of this page beside that of the host.</summary>
    public required string Policy { get; init; }

    /// <summary>Address of this page at the site's onion service; null where there is none.</summary>
    public string? OnionUrl { get; init; }

    /// <summary>False where search engines should not list it (the 404 page).</summary>
    public bool IsListed { get; init; } = true;
}
