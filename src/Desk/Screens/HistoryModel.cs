namespace Blog.Desk.Screens;

/// <summary>All decisions, the latest first.</summary>
public sealed record HistoryModel : ScreenModel
{
    /// <summary>Decisions on one screen.</summary>
    public const int PageSize = 100;

    /// <summary>The decisions shown.</summary>
    public required IReadOnlyList<DecisionRow> Rows { get; init; }

    /// <summary>What was taken out over time; null where nothing was, and on further pages.</summary>
    public Blog.Pages.ChartView? Course { get; init; }

    /// <summary>Decisions in all.</summary>
    public required int Count { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <inheritdoc/>
    public override string Title => "Decisions";

    /// <inheritdoc/>
    public override string Section => "/history";
}
