using Blog.Requests;

namespace Blog.Desk.Screens;

/// <summary>One request: clocks, checklist, copies, letters, and what can be done at once.</summary>
public sealed record RequestModel : ScreenModel
{
    /// <summary>Most related texts on the screen.</summary>
    public const int MostRelated = 40;

    /// <summary>The request.</summary>
    public required RequestView Request { get; init; }

    /// <summary>What it is about.</summary>
    public required IReadOnlyList<RequestUnit> Units { get; init; }

    /// <summary>Texts of the same discussions that may be the same person's, or speak of them, with the reason.</summary>
    public required IReadOnlyList<RelatedExcerpt> Related { get; init; }

    /// <summary>How many more there are.</summary>
    public required int MoreRelated { get; init; }

    /// <summary>Its letters, filled.</summary>
    public required IReadOnlyList<(RequestLetter Letter, string Text)> Letters { get; init; }

    /// <summary>Whether it has sealed words.</summary>
    public required bool HasNote { get; init; }

    /// <summary>They, where the sealed part is open; null where it is not or there are none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the sealed part has a passphrase.</summary>
    public required bool IsSetUp { get; init; }

    /// <summary>Whether it is open now.</summary>
    public required bool IsUnlocked { get; init; }

    /// <summary>Whether the erasure of just these texts was rehearsed in this run of the console.</summary>
    public required bool IsRehearsed { get; init; }

    /// <summary>Evidence of erasures of these texts: the name of each file and what stands in it.</summary>
    public required IReadOnlyList<(string Name, string Text)> Evidence { get; init; }

    /// <inheritdoc/>
    public override string Title => Request.Kind.Title;

    /// <inheritdoc/>
    public override string Section => "/requests";
}
