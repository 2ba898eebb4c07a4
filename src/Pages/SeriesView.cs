namespace Blog.Pages;

/// <summary>A post's place in its series.</summary>
public sealed record SeriesView
{
    /// <summary>Link to the whole series.</summary>
    public required TitleLink Series { get; init; }

    /// <summary>Its number; null where the source gives none.</summary>
    public string? Number { get; init; }

    /// <summary>The post before it; null for the first.</summary>
    public TitleLink? Previous { get; init; }

    /// <summary>Words before the link to the previous one: "No. 46".</summary>
    public string? PreviousNumber { get; init; }

    /// <summary>The post after it; null for the last.</summary>
    public TitleLink? Next { get; init; }

    /// <summary>Words before the link to the next one: "No. 48".</summary>
    public string? NextNumber { get; init; }

    /// <summary>Numbers missing between it and its neighbours: "Not in this archive: No. 45 to 46."; null for none.</summary>
    public string? Gap { get; init; }
}
