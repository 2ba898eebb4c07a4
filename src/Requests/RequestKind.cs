namespace Blog.Requests;

/// <summary>A kind of request: what comes first, what runs, what is to be done, what may be answered, and by which law. Not legal advice.</summary>
public sealed record RequestKind
{
    /// <summary>Its word in the table.</summary>
    public required string Word { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>Whether to withhold before anything else.</summary>
    public required WithholdRule Withhold { get; init; }

    /// <summary>What to do first, in a sentence or two.</summary>
    public required string First { get; init; }

    /// <summary>Its clocks; none where the law sets none.</summary>
    public required IReadOnlyList<ClockRule> Clocks { get; init; }

    /// <summary>Its checklist, in order.</summary>
    public required IReadOnlyList<RequestStep> Steps { get; init; }

    /// <summary>Letters it offers, its own first.</summary>
    public required IReadOnlyList<RequestLetter> Letters { get; init; }

    /// <summary>The law behind it.</summary>
    public required IReadOnlyList<RequestLaw> Laws { get; init; }
}
