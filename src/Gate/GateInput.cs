namespace Blog.Gate;

/// <summary>What a safety check is given besides the site.</summary>
public sealed record GateInput
{
    /// <summary>What must not be found; <see cref="SecretSet.None"/> has to be said.</summary>
    public required SecretSet Secrets { get; init; }

    /// <summary>The day of the check: waivers that ended before it are findings.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Files read at once, at least 1; the outcome does not depend on it.</summary>
    public required int Parallelism { get; init; }

    /// <summary>Places where a person has allowed a secret.</summary>
    public IReadOnlyList<GateWaiver> Waivers { get; init; } = [];

    /// <summary>Key of the hash under which clean files are remembered for the next check, of the private store where there is one; null to remember nothing.</summary>
    public ReadOnlyMemory<byte>? MemoryKey { get; init; }

    /// <summary>Parts switched off by tests.</summary>
    internal GateSwitches Switches { get; init; } = GateSwitches.All;
}
