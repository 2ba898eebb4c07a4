using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>A finding as the console shows it.</summary>
public sealed record FindingView
{
    /// <summary>Its position in the list of its text, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Title or body.</summary>
    public required TextField Field { get; init; }

    /// <summary>First position in the source.</summary>
    public required int Start { get; init; }

    /// <summary>Length in UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>Word of its kind; null for words taken out by hand without one.</summary>
    public string? Kind { get; init; }

    /// <summary>Its words.</summary>
    public required string Words { get; init; }

    /// <summary>Why it was found, in one sentence.</summary>
    public required string Why { get; init; }

    /// <summary>How sure the finder is, 0 to 1; null for a decision by hand.</summary>
    public double? Score { get; init; }

    /// <summary><c>hold</c>, <c>mask</c>, <c>fact</c>, <c>near</c>: what happens to it while nobody has decided.</summary>
    public required string Weight { get; init; }

    /// <summary>What was decided.</summary>
    public required Blog.Moderate.FindingStatus Status { get; init; }

    /// <summary>The decision on this very place, if there is one in force.</summary>
    public VaultDecision? Decision { get; init; }

    /// <summary>How its place is marked.</summary>
    public string Look => Status switch
    {
        Blog.Moderate.FindingStatus.Open => Weight,
        Blog.Moderate.FindingStatus.Redacted => "out",
        Blog.Moderate.FindingStatus.Kept => "kept",
        Blog.Moderate.FindingStatus.Renamed => "renamed",
        _ => throw new InvalidOperationException($"No look for {Status}."),
    };
}
