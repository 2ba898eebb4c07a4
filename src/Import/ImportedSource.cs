namespace Blog.Import;

/// <summary>What an archive says of itself.</summary>
public sealed record ImportedSource : ImportedEntry
{
    /// <summary>Format: <c>blogger-classic</c> or <c>capture</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What makes the source itself on a second import: the blog's id for Blogger, the file's content-independent name for a capture.</summary>
    public required string Key { get; init; }

    /// <summary>Title of the old blog; null where the source has none.</summary>
    public string? Title { get; init; }

    /// <summary>Address of the old blog; null where the source has none.</summary>
    public string? Address { get; init; }
}
