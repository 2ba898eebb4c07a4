namespace Blog.Desk.Screens;

/// <summary>More general words for a fact, each still true.</summary>
public sealed record LadderModel : ScreenModel
{
    /// <summary>The words that say it now, and their place.</summary>
    public required IReadOnlyList<(string Words, PlaceFields Place, IReadOnlyList<string> Rungs)> Facts { get; init; }

    /// <inheritdoc/>
    public override string Title => "More general words";

    /// <inheritdoc/>
    public override string Section => "/threads";
}
