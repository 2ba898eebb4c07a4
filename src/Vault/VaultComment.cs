using Blog.Import;
using Blog.Model;

namespace Blog.Vault;

/// <summary>A comment as the vault holds it.</summary>
public sealed record VaultComment
{
    /// <summary>Row id in the vault.</summary>
    public required long Row { get; init; }

    /// <summary>Its random name, by which decisions and the audit speak of it.</summary>
    public VaultHandle Handle { get; init; }

    /// <summary>Row id of its post.</summary>
    public required long PostRow { get; init; }

    /// <summary>Row id of the comment it answers; null at the top level, and where the parent is not in the vault (see <see cref="ParentLost"/>).</summary>
    public long? ParentRow { get; init; }

    /// <summary>The source names a parent that is not in the vault, in a cycle, or under another post.</summary>
    public bool ParentLost { get; init; }

    /// <summary>
    /// Id by which the source names the parent, kept where <see cref="ParentLost"/>: replies to one lost comment stay together under one
    /// tombstone; null at the top level and where the source names the parent by nothing.
    /// </summary>
    public string? ParentSourceId { get; init; }

    /// <summary>Id within the source; null where the source has none.</summary>
    public string? SourceId { get; init; }

    /// <summary>The id it would be published under if old ids are kept: the source's own, or a keyed one.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The number the old page showed; null where it showed none.</summary>
    public CommentNumber? Number { get; init; }

    /// <summary>Whether the old blog showed it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Published, removed or missing.</summary>
    public required CommentState State { get; init; }

    /// <summary>Its writer; null where the source names none.</summary>
    public VaultPerson? Author { get; init; }

    /// <summary>When it was written, exactly as known; null where lost.</summary>
    public ImportedTime? Published { get; init; }

    /// <summary>Its text in Markdown as imported; empty for a removed one.</summary>
    public required string Markdown { get; init; }

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Position in the source.</summary>
    public required long Ordinal { get; init; }
}
