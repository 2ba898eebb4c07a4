namespace Blog.Desk.Screens;

/// <summary>Comments that look as if they had been posted twice.</summary>
public sealed record TwiceModel : ScreenModel
{
    /// <summary>Pairs on one screen.</summary>
    public const int PageSize = 25;

    /// <summary>The pairs shown.</summary>
    public required IReadOnlyList<TwicePair> Pairs { get; init; }

    /// <summary>Pairs of the list.</summary>
    public required int Count { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Threads not looked at yet.</summary>
    public required int Stale { get; init; }

    /// <inheritdoc/>
    public override string Title => "Posted twice";

    /// <inheritdoc/>
    public override string Section => "/twice";
}
