namespace Blog.Vault;

/// <summary>An archive that was taken in.</summary>
public sealed record VaultSource
{
    /// <summary>Its random name, by which the audit speaks of it.</summary>
    public required VaultHandle Handle { get; init; }

    /// <summary>Format: <c>blogger-classic</c>, <c>capture</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What makes it itself on a second import: the blog's id, a capture's name.</summary>
    public required string Key { get; init; }

    /// <summary>Title of the old blog; null where the source has none.</summary>
    public string? Title { get; init; }

    /// <summary>Address of the old blog; null where the source has none.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it is held back from release until it was reviewed.</summary>
    public required bool ReviewFirst { get; init; }

    /// <summary>Whether the old blog is still up.</summary>
    public required SourceState State { get; init; }

    /// <summary>When <see cref="State"/> was last said, in UTC; null where it never was.</summary>
    public DateTimeOffset? StateSet { get; init; }
}
