namespace Blog.Pages;

/// <summary>All lists of a kind: labels, series, or years and months.</summary>
public sealed record DirectoryPage : PageModel
{
    /// <summary>Its heading.</summary>
    public required string Heading { get; init; }

    /// <summary>A sentence under the heading; says so where there is nothing to list.</summary>
    public required string Lead { get; init; }

    /// <summary>Another way to see the same; null for none.</summary>
    public LinkView? Also { get; init; }

    /// <summary>The lists; empty where there are none.</summary>
    public required IReadOnlyList<DirectorySection> Sections { get; init; }
}
