using Blog.Vault;

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

    /// <summary>Whether the joining of all that are alike letter for letter is rehearsed here.</summary>
    public required bool IsRehearsal { get; init; }

    /// <summary>How many were joined at once the last time and still are; 0 for none.</summary>
    public required int LastJoined { get; init; }

    /// <summary>The decision about one of these.</summary>
    public VaultHandle Last { get; init; }

    /// <summary>Threads not looked at yet.</summary>
    public required int Stale { get; init; }

    /// <inheritdoc/>
    public override string Title => "Posted twice";

    /// <inheritdoc/>
    public override string Section => "/twice";
}
