using Blog.Desk.Review;

namespace Blog.Desk.Screens;

/// <summary>The list of threads.</summary>
public sealed record ThreadsModel : ScreenModel
{
    /// <summary>Threads on one screen.</summary>
    public const int PageSize = 50;

    /// <summary>The threads shown.</summary>
    public required IReadOnlyList<BoardThread> Threads { get; init; }

    /// <summary>Threads of the list.</summary>
    public required int Count { get; init; }

    /// <summary>Only those with something held, or all.</summary>
    public required bool OnlyHeld { get; init; }

    /// <summary>The year asked for; null for all.</summary>
    public int? Year { get; init; }

    /// <summary>Years with threads, and how many texts are held in each.</summary>
    public required IReadOnlyList<(int Year, int Held)> Years { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Threads not looked at yet.</summary>
    public required int Stale { get; init; }

    /// <inheritdoc/>
    public override string Title => "Threads";

    /// <inheritdoc/>
    public override string Section => "/threads";
}
