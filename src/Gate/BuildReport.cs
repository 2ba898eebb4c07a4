using Blog.Site;

namespace Blog.Gate;

/// <summary>What a build did.</summary>
public sealed record BuildReport
{
    /// <summary>Posts on the site.</summary>
    public required int Posts { get; init; }

    /// <summary>Comments on the site, removed ones included.</summary>
    public required int Comments { get; init; }

    /// <summary>HTML pages.</summary>
    public required int Pages { get; init; }

    /// <summary>All files.</summary>
    public required int Files { get; init; }

    /// <summary>Bytes of all files.</summary>
    public required long Bytes { get; init; }

    /// <summary>Files that were published before with the same bytes.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Files that were taken over without being made again, among the unchanged.</summary>
    public required int Carried { get; init; }

    /// <summary>What the editor should look at; none of it stops a build.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Posts whose day is still to come.</summary>
    public required WaitingPosts Waiting { get; init; }

    /// <summary>What the safety check said; with any finding, nothing was published.</summary>
    public required GateResult Gate { get; init; }

    /// <summary>What the safety check found.</summary>
    public IReadOnlyList<GateFinding> Findings => Gate.Findings;

    /// <summary>Files that somebody had put into <c>output/</c> by hand, kept in <c>.build/set-aside</c>.</summary>
    public required IReadOnlyList<string> SetAside { get; init; }
}
