namespace Blog.Bench.Reliability;

/// <summary>How large a campaign is.</summary>
internal sealed record CampaignOptions
{
    /// <summary>How the program is started, before its arguments.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>Names of the steps to disturb; empty for all.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Places to stop at, over all steps; 0 for none, not even at commits.</summary>
    public int Stops { get; init; }

    /// <summary>Whether every commit and renaming is stopped at, before and after it, and made to fail, however many places that makes; false for a small slice.</summary>
    public bool EveryCommit { get; init; } = true;

    /// <summary>Instants to stop at, over all steps.</summary>
    public int Instants { get; init; }

    /// <summary>Errors injected into calls that are no commit, over all steps, at most; 0 for no errors at all.</summary>
    public int Errors { get; init; }

    /// <summary>Full disks, over all steps.</summary>
    public int Rooms { get; init; }

    /// <summary>Where the random choices begin.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>When to stop; the next campaign goes on from there.</summary>
    public TimeSpan? Limit { get; init; }
}
