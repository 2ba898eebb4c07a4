using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>A decision on a term, as a moderator asks for it.</summary>
public sealed record TermRequest
{
    /// <summary>What to do: <see cref="DecisionAction.Redact"/>, <see cref="DecisionAction.Keep"/> or <see cref="DecisionAction.Pseudonym"/>.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>The term.</summary>
    public required string Term { get; init; }

    /// <summary>How far it reaches; not <see cref="DecisionScope.Place"/>.</summary>
    public required DecisionScope Scope { get; init; }

    /// <summary>A post or comment that says which text, thread or writer is meant; null for everywhere.</summary>
    public UnitPlace? At { get; init; }

    /// <summary>What the term is.</summary>
    public FindingKind? Kind { get; init; }

    /// <summary>Other forms: nicknames, former names.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>What stands instead; null for the mark of its kind, or of a pseudonym for one that is chosen in each thread.</summary>
    public string? Replacement { get; init; }

    /// <summary>Why; may be null.</summary>
    public string? Reason { get; init; }
}
