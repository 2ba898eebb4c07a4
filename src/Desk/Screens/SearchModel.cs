namespace Blog.Desk.Screens;

/// <summary>What stands where in the private store.</summary>
public sealed record SearchModel : ScreenModel
{
    /// <summary>Hits that are shown.</summary>
    public const int Shown = 50;

    /// <summary>What was asked; null before anything was.</summary>
    public string? Query { get; init; }

    /// <summary>The hits.</summary>
    public required IReadOnlyList<Excerpt> Hits { get; init; }

    /// <summary>Whether there are more.</summary>
    public required bool HasMore { get; init; }

    /// <inheritdoc/>
    public override string Title => "Search";

    /// <inheritdoc/>
    public override string Section => "/search";
}
