using Blog.Model;

namespace Blog.Import;

/// <summary>A comment, a removed one included.</summary>
public sealed record ImportedComment : ImportedEntry
{
    /// <summary>Id within the source: Blogger's digits; null where the source has none (the vault then makes a keyed one from post and number).</summary>
    public string? SourceId { get; init; }

    /// <summary><see cref="ImportedPost.SourceId"/> of its post.</summary>
    public required string PostSourceId { get; init; }

    /// <summary>Source id of the comment it answers; null at the top level. For a capture, the parent's number.</summary>
    public string? ParentSourceId { get; init; }

    /// <summary>The number the old page showed; null where it showed none.</summary>
    public CommentNumber? Number { get; init; }

    /// <summary>Whether the old blog showed it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Published, removed (its text is gone) or missing.</summary>
    public required CommentState State { get; init; }

    /// <summary>Its writer; null where the source names none.</summary>
    public ImportedAuthor? Author { get; init; }

    /// <summary>When it was written; null where lost.</summary>
    public ImportedTime? Published { get; init; }

    /// <summary>When its source says that it was last changed; null where it does not say.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Its text; empty for a removed or missing one.</summary>
    public required ImportedBody Body { get; init; }

    /// <summary>What a person should look at; fixed phrases, never text of the source.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Position in the source, from 0; settles order where times are lost.</summary>
    public required long Ordinal { get; init; }
}
