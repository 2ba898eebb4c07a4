namespace Blog.Import;

/// <summary>What an archive says of itself.</summary>
public sealed record ImportedSource : ImportedEntry
{
    /// <summary>Format: <c>blogger-classic</c> for whatever comes of a Blogger blog, <c>wordpress</c>, <c>disqus</c>, <c>capture</c> …</summary>
    public required string Format { get; init; }

    /// <summary>What makes the source itself on a second import: the blog's id for Blogger, the file's content-independent name for a capture.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// How far it is to be believed where another source of the same format and key says otherwise of an entry (<see cref="SourceRanks"/>);
    /// 0 where there is no other kind of it, so that the import that came last stands.
    /// </summary>
    public int Rank { get; init; }

    /// <summary>Title of the old blog; null where the source has none.</summary>
    public string? Title { get; init; }

    /// <summary>Address of the old blog; null where the source has none.</summary>
    public string? Address { get; init; }
}
