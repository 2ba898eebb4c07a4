namespace Blog.Import;

/// <summary>A post or static page.</summary>
public sealed record ImportedPost : ImportedEntry
{
    /// <summary>Id within the source: Blogger's digits, or for a capture the post's number in the file (<c>1</c>, <c>2</c> …).</summary>
    public required string SourceId { get; init; }

    /// <summary>Post or page.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Whether the old blog showed it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Title in plain text; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Its text.</summary>
    public required ImportedBody Body { get; init; }

    /// <summary>Path of its permalink on the old blog, beginning with <c>/</c>, without query and fragment; null where it has none.</summary>
    public string? Permalink { get; init; }

    /// <summary>When it was published; null where lost.</summary>
    public ImportedTime? Published { get; init; }

    /// <summary>When its source says that it was last changed; null where it does not say.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Its writer; null where the source names none.</summary>
    public ImportedAuthor? Author { get; init; }

    /// <summary>Labels in the order of the source, without repeats.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Series read from the title ("Guest Blog 47"); null where the title names none.</summary>
    public Model.SeriesPlace? Series { get; init; }

    /// <summary>How many comments the source says it has (Blogger's <c>thr:total</c>, removed ones included); null where it does not say.</summary>
    public int? StatedComments { get; init; }

    /// <summary>What a person should look at before it is released, e.g. <c>heading lost</c>; fixed phrases, never text of the source.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Position in the source, from 0; settles order where times are lost.</summary>
    public required long Ordinal { get; init; }
}
