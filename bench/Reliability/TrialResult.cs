namespace Blog.Bench.Reliability;

/// <summary>What came of one disturbance.</summary>
internal sealed record TrialResult
{
    /// <summary>The disturbance.</summary>
    public required Fault Fault { get; init; }

    /// <summary>Whether it happened; a call that this run did not make in that place is not counted.</summary>
    public required bool Hit { get; init; }

    /// <summary>What it hit, as this run's own log says.</summary>
    public string? HitTarget { get; init; }

    /// <summary>Exit code of the disturbed run; 137 when it was killed.</summary>
    public int ExitCode { get; init; }

    /// <summary>Whether the state after it was the old one, the new one or one in between.</summary>
    public string Left { get; init; } = string.Empty;

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];
}
