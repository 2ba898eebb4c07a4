using Blog.Gate;

namespace Blog.Bench.Leaks;

/// <summary>What a check found of what was planted.</summary>
internal sealed class LeakOutcome
{
    public LeakOutcome(IReadOnlyList<LeakCase> cases, GateResult result)
    {
        var found = result.Findings.Select(finding => finding.Case).ToHashSet(StringComparer.Ordinal);
        var doubted = result.Doubts.Select(finding => finding.Case).ToHashSet(StringComparer.Ordinal);
        Planted = cases.Count(planted => planted.IsLeak);
        Escaped = [.. cases.Where(planted => planted.IsLeak && !found.Contains(planted.Number))];
        Doubted = [.. Escaped.Where(planted => doubted.Contains(planted.Number))];
        FalseAlarms = [.. cases.Where(planted => !planted.IsLeak && found.Contains(planted.Number))];
        Findings = [.. result.Findings.Concat(result.Doubts).Where(finding => finding.Check != "times").Select(finding => finding.ToString())];
        Times = result.Findings.Count(finding => finding.Check == "times");
    }

    /// <summary>Everything that was said but of times, in order.</summary>
    public IReadOnlyList<string> Findings { get; }

    /// <summary>Secrets that must be found.</summary>
    public int Planted { get; }

    /// <summary>Those that were not.</summary>
    public IReadOnlyList<LeakCase> Escaped { get; }

    /// <summary>Those of them that were listed as doubtful.</summary>
    public IReadOnlyList<LeakCase> Doubted { get; }

    /// <summary>Secrets found where they may stand.</summary>
    public IReadOnlyList<LeakCase> FalseAlarms { get; }

    /// <summary>Files whose time was refused.</summary>
    public int Times { get; }
}
