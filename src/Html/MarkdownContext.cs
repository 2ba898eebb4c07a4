namespace Blog.Html;

/// <summary>What the renderer must know of the page a text stands on.</summary>
public sealed record MarkdownContext
{
    /// <summary>Where the text stands.</summary>
    public required MarkdownPlace Place { get; init; }

    /// <summary>Level of a heading written with one <c>#</c>, 2 to 6: 2 in a post below its title, 4 in a comment. Deeper ones follow, none passes 6.</summary>
    public int TopHeading { get; init; } = 2;

    /// <summary>What stands before every address within the site: empty, or the path of a site that is not at its host's root, as in <c>/sub</c>.</summary>
    public string SitePrefix { get; init; } = string.Empty;

    /// <summary>
    /// Address of a comment by its anchor (<c>c123</c> without <c>#</c>), as a finished <c>href</c> such as <c>#c123</c> or <c>/2015/12/x.p2.html#c123</c>
    /// (the prefix is not added to it); null where there is no such comment. Without this function every anchor is taken to be on the same page.
    /// </summary>
    public Func<string, string?>? MapFragment { get; init; }

    /// <summary>
    /// Address of a path within the site (<c>/2015/12/x.html#c1</c>), as a finished <c>href</c>; null where there is nothing at it. Without this
    /// function every path is taken to be there, and <see cref="SitePrefix"/> is put before it.
    /// </summary>
    public Func<string, string?>? MapPath { get; init; }

    /// <summary>The number readers see beside a comment, by its anchor; null where it has none.</summary>
    public Func<string, string?>? NumberOf { get; init; }

    /// <summary>Abbreviations that the page explains: the first of each in a text becomes a button that shows its explanation; null for none.</summary>
    public GlossaryTerms? Glossary { get; init; }

    /// <summary>Size of a picture by its path (<c>/media/x.png</c>); null where it is not known.</summary>
    public Func<string, ImageSize?>? SizeOf { get; init; }
}
