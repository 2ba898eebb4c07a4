namespace Blog.Pages;

/// <summary>A list of posts: those with a label, of a year, of a month, or all by the length of their discussion.</summary>
public sealed record ListPage : PageModel
{
    /// <summary>What kind of list it is, above the heading: "Label", "Archive"; null where the heading says it.</summary>
    public string? Kind { get; init; }

    /// <summary>Its heading.</summary>
    public required MarkedText Heading { get; init; }

    /// <summary>A sentence under the heading.</summary>
    public required string Lead { get; init; }

    /// <summary>The editor's description; null where <c>site.yml</c> has none.</summary>
    public string? Description { get; init; }

    /// <summary>Its posts.</summary>
    public required IReadOnlyList<PostSection> Sections { get; init; }

    /// <summary>Its place among the pages of the list.</summary>
    public required Pager Pager { get; init; }

    /// <summary>The list before in time; null for none.</summary>
    public LinkView? Earlier { get; init; }

    /// <summary>The list after in time; null for none.</summary>
    public LinkView? Later { get; init; }

    /// <summary>The page that lists all lists of this kind; null for none.</summary>
    public LinkView? Up { get; init; }
}
