using Blog.Desk.Review;

namespace Blog.Desk.Screens;

/// <summary>The queue: what was found, by distinct words, the most telling first.</summary>
public sealed record TermsModel : ScreenModel
{
    /// <summary>Terms on one screen.</summary>
    public const int PageSize = 50;

    /// <summary>The terms shown.</summary>
    public required IReadOnlyList<BoardTerm> Terms { get; init; }

    /// <summary>Which are listed: <c>held</c>, <c>masked</c>, <c>facts</c>, <c>near</c>.</summary>
    public required string Listed { get; init; }

    /// <summary>The kind asked for; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>How many terms each list has.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Kinds in this list, with how many terms each has.</summary>
    public required IReadOnlyList<(string Kind, int Count)> Kinds { get; init; }

    /// <summary>Terms of the list.</summary>
    public required int Count { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Threads not looked at yet.</summary>
    public required int Stale { get; init; }

    /// <inheritdoc/>
    public override string Title => "Names and details";

    /// <inheritdoc/>
    public override string Section => "/terms";
}
