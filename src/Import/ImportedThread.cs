namespace Blog.Import;

/// <summary>A page of the old blog that comments of this source stand under, while its text is in another source (Disqus).</summary>
/// <remarks>The store lays the comments under the post of that address as soon as both have come, in whichever order.</remarks>
public sealed record ImportedThread : ImportedEntry
{
    /// <summary>Id within the source, by which comments name it in <see cref="ImportedComment.PostSourceId"/>.</summary>
    public required string SourceId { get; init; }

    /// <summary>What the page is known by: addresses and identifiers as the source has them, the surest first; may be empty.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>Position in the source, from 0.</summary>
    public required long Ordinal { get; init; }
}
