namespace Blog.Search.Units;

/// <summary>A post or a comment as the staged site shows it: what the index is made of.</summary>
/// <remarks>Titles, names and texts are plain; a redaction mark stands in them as <see cref="UnitText.MarkStart"/>, its words, <see cref="UnitText.MarkEnd"/>.</remarks>
public sealed record SearchUnit
{
    /// <summary>The unit's id, as in <c>data-unit</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Post or comment.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>The thread it belongs to.</summary>
    public required SearchThread Thread { get; init; }

    /// <summary>The part of the thread on whose page it stands, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>Its anchor on that page, <c>c123</c>; empty for a post.</summary>
    public string Anchor { get; init; } = string.Empty;

    /// <summary>The number readers see, <c>6.4</c>; empty for a post.</summary>
    public string Number { get; init; } = string.Empty;

    /// <summary>Title of a post; empty for a comment and for a post without a title.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>Name or pseudonym; empty where there is none.</summary>
    public string Author { get; init; } = string.Empty;

    /// <summary>Date in machine form, no finer than published (<c>2016</c>, <c>2016-03</c>, <c>2016-03-14</c>, <c>2016-03-14T11:23Z</c>); empty where unknown.</summary>
    public string Date { get; init; } = string.Empty;

    /// <summary>Its text; blocks are parted by a line end.</summary>
    public required string Text { get; init; }
}
