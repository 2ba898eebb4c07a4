using Blog.Import;
using Blog.Model;

namespace Blog.Vault;

/// <summary>A post or page as the vault holds it.</summary>
public sealed record VaultPost
{
    /// <summary>Row id in the vault.</summary>
    public required long Row { get; init; }

    /// <summary>Its random name, by which decisions and the audit speak of it.</summary>
    public VaultHandle Handle { get; init; }

    /// <summary>Format of its source: <c>blogger-classic</c>, <c>capture</c>.</summary>
    public required string SourceFormat { get; init; }

    /// <summary>Key of its source.</summary>
    public required string SourceKey { get; init; }

    /// <summary>Id within the source.</summary>
    public required string SourceId { get; init; }

    /// <summary>The id it is published under: of Blogger its digits, else one of the vault's own.</summary>
    public required PostId PublicId { get; init; }

    /// <summary>Address of the old blog; null where unknown.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>Post or page.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Whether the old blog showed it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Title; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Its text in Markdown as imported.</summary>
    public required string Markdown { get; init; }

    /// <summary>Path on the old blog; null where it has none.</summary>
    public string? Permalink { get; init; }

    /// <summary>When it was published; null where lost.</summary>
    public ImportedTime? Published { get; init; }

    /// <summary>Its writer; null where the source names none.</summary>
    public VaultPerson? Author { get; init; }

    /// <summary>Labels in order.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Its place in a series, if any.</summary>
    public SeriesPlace? Series { get; init; }

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Its archive was imported to be reviewed first: nothing of it is released until then.</summary>
    public bool ReviewFirst { get; init; }

    /// <summary>Position in the source.</summary>
    public required long Ordinal { get; init; }
}
