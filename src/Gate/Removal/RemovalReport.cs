namespace Blog.Gate.Removal;

/// <summary>What a removal did, by paths within the site.</summary>
public sealed record RemovalReport
{
    /// <summary>Units that were asked for and stood in the site.</summary>
    public required int Units { get; init; }

    /// <summary>Files out of which something was taken.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary>Files that are gone: pages of a post, its feed, and files out of which it could not be taken.</summary>
    public required IReadOnlyList<string> Gone { get; init; }

    /// <summary>Units in which a quote stood, by their ids.</summary>
    public required IReadOnlyList<string> Quoting { get; init; }

    /// <summary>What the check of the difference says; with anything here nothing was published.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Files of the new site.</summary>
    public required int Files { get; init; }

    /// <summary>Files that somebody had put into <c>output/</c>; they are kept in <c>.build/set-aside</c>, unless they hold what was taken down.</summary>
    public IReadOnlyList<string> SetAside { get; init; } = [];

    /// <summary>Whether nothing of it stood in the site, so that the site is as it was.</summary>
    public bool IsNothing => Changed.Count == 0 && Gone.Count == 0;
}
