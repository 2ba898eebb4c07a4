namespace Blog.Pages;

/// <summary>A series with all its posts by number, and its gaps.</summary>
public sealed record SeriesPage : PageModel
{
    /// <summary>Name of the series.</summary>
    public required MarkedText Heading { get; init; }

    /// <summary>A sentence under the heading.</summary>
    public required string Lead { get; init; }

    /// <summary>The editor's description; null where <c>site.yml</c> has none.</summary>
    public string? Description { get; init; }

    /// <summary>Posts and gaps in order.</summary>
    public required IReadOnlyList<SeriesRow> Rows { get; init; }

    /// <summary>The page that lists all series.</summary>
    public required LinkView Up { get; init; }
}
