using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>One text of the vault under the decisions in force: what may be published of it, and what is still open.</summary>
public sealed record TextReview
{
    /// <summary>The post or comment.</summary>
    public required VaultHandle Unit { get; init; }

    /// <summary>What may become of it.</summary>
    public required ReviewState State { get; init; }

    /// <summary>Its Markdown after all redactions; not to be published while it is held or withheld.</summary>
    public required string Markdown { get; init; }

    /// <summary>Stretches taken out by decisions.</summary>
    public required int Redactions { get; init; }

    /// <summary>What decisions take out of its Markdown, with the kind that was said; null where none was.</summary>
    public IReadOnlyList<(TextRange Range, string? Kind)> Decided { get; init; } = [];

    /// <summary>Stretches masked without a decision.</summary>
    public required int Masks { get; init; }

    /// <summary>A decision names a place in this text that is not there any more: the text has changed since, and is held.</summary>
    public bool HasLostPlace { get; init; }

    /// <summary>Everything found in it, near misses included, in the order of the text.</summary>
    public required IReadOnlyList<ReviewedFinding> Findings { get; init; }

    /// <summary>Whether the tagger has read it as it is now.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>What was taken out of it and stands nowhere in what is left.</summary>
    public required IReadOnlyList<TakenOut> TakenOut { get; init; }

    /// <summary>Decisions on terms that a decision to keep holds off in this text: their words stand here by somebody's word.</summary>
    public required IReadOnlyList<VaultHandle> HeldOff { get; init; }

    /// <summary>Whether it differs from what the old page showed.</summary>
    public bool IsChanged => Redactions + Masks > 0;
}
