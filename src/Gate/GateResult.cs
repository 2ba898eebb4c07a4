namespace Blog.Gate;

/// <summary>Outcome of a safety check.</summary>
public sealed record GateResult
{
    /// <summary>Files that were not searched again, since they were found clean before under the same rules.</summary>
    public int Known { get; init; }

    /// <summary>What must not be published, sorted; empty means that nothing was found.</summary>
    public required IReadOnlyList<GateFinding> Findings { get; init; }

    /// <summary>Places where a secret may stand in disguise: for a person to look at, sorted. They stop nothing.</summary>
    public required IReadOnlyList<GateFinding> Doubts { get; init; }

    /// <summary>Findings that a waiver allowed.</summary>
    public required int Waived { get; init; }

    /// <summary>Files read.</summary>
    public required int Files { get; init; }

    /// <summary>Secrets looked for.</summary>
    public required int Secrets { get; init; }
}
