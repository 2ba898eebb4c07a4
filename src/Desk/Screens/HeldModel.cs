namespace Blog.Desk.Screens;

/// <summary>The texts that wait for a person.</summary>
public sealed record HeldModel : ScreenModel
{
    /// <summary>Texts on one screen.</summary>
    public const int PageSize = 50;

    /// <summary>The texts shown.</summary>
    public required IReadOnlyList<HeldText> Texts { get; init; }

    /// <summary>Texts of the list.</summary>
    public required int Count { get; init; }

    /// <summary>The year asked for; null for all.</summary>
    public int? Year { get; init; }

    /// <summary>Years, with how many texts wait in each.</summary>
    public required IReadOnlyList<(int Year, int Held)> Years { get; init; }

    /// <summary>The kind asked for; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Kinds of what holds texts, with how many each holds.</summary>
    public required IReadOnlyList<(string Kind, int Texts)> Kinds { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Threads not looked at yet.</summary>
    public required int Stale { get; init; }

    /// <inheritdoc/>
    public override string Title => "Texts that wait";

    /// <inheritdoc/>
    public override string Section => "/held";
}
