namespace Blog.Release;

/// <summary>What a release did.</summary>
public sealed record ReleaseReport
{
    /// <summary>Posts and pages released.</summary>
    public required int Posts { get; init; }

    /// <summary>Posts and pages of the vault that stay there, by reason, sorted.</summary>
    public required IReadOnlyDictionary<string, int> Held { get; init; }

    /// <summary>What was done to texts.</summary>
    public required ReleaseCounts Counts { get; init; }

    /// <summary>Files written, with what changed in them.</summary>
    public required IReadOnlyList<FileChange> Written { get; init; }

    /// <summary>What the release would change in the files of <see cref="Conflicts"/> that a hand has changed.</summary>
    public required IReadOnlyList<FileChange> Differences { get; init; }

    /// <summary>Files removed because their post is not released any more, by path.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>Files that are as they were.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Files left alone because a hand has changed or deleted them, each with a complete message, by path.</summary>
    public required IReadOnlyList<string> Conflicts { get; init; }

    /// <summary>Links of released texts to pages of the old blog that are not here, in the order of the posts.</summary>
    public required IReadOnlyList<LostLink> LostLinks { get; init; }
}
