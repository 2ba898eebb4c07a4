namespace Blog.Pages;

/// <summary>The search page: a box, filters and an empty list, which a script of the theme fills; without it, ways to everything by lists.</summary>
public sealed record SearchPage : PageModel
{
    /// <summary>Link to the site's first folder, from which the script fetches the index.</summary>
    public required string RootHref { get; init; }

    /// <summary>Link to the script.</summary>
    public required string ScriptHref { get; init; }

    /// <summary>Years with posts, oldest first.</summary>
    public required IReadOnlyList<string> Years { get; init; }

    /// <summary>Labels by name; those with a redaction mark cannot be asked for and are left out.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Series by name; likewise.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>Lists to read instead.</summary>
    public required IReadOnlyList<LinkView> Lists { get; init; }

    /// <summary>Whether names of commenters were changed, which a reader who finds nothing should know.</summary>
    public required bool HasPseudonyms { get; init; }
}
