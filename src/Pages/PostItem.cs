namespace Blog.Pages;

/// <summary>A post in a list.</summary>
public sealed record PostItem
{
    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Link to it.</summary>
    public required string Href { get; init; }

    /// <summary>Its title, or words for none.</summary>
    public required MarkedText Title { get; init; }

    /// <summary>When it was published; null where unknown.</summary>
    public DateView? Date { get; init; }

    /// <summary>Name shown for its writer; null for none.</summary>
    public MarkedText? Author { get; init; }

    /// <summary>Its opening words; null where the list shows none.</summary>
    public MarkedText? Excerpt { get; init; }

    /// <summary>Number of comments in words; null where there are none.</summary>
    public string? Comments { get; init; }

    /// <summary>The course of its discussion; null where there is too little to see.</summary>
    public Charts.SvgDrawing? Spark { get; init; }

    /// <summary>Link to its comments.</summary>
    public required string CommentsHref { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyList<TitleLink> Labels { get; init; } = [];
}
