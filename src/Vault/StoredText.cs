using Blog.Import;
using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>The words of one post or comment with all that its hash was made of, so that they can be written anew with a hash of their own.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="PostRow">Row of the post it is, or stands under.</param>
/// <param name="CommentRow">Row of the comment; null for a post.</param>
/// <param name="Scope">Its thread for the erasure list.</param>
/// <param name="Post">The post; null for a comment.</param>
/// <param name="Comment">The comment; null for a post.</param>
/// <param name="IsWhole">Whether it is as it came.</param>
internal sealed record StoredText(VaultHandle Handle, long PostRow, long? CommentRow, string Scope, ImportedPost? Post, ImportedComment? Comment, bool IsWhole)
{
    /// <summary>The body.</summary>
    public ImportedBody Body => Post?.Body ?? Comment!.Body; // one of the two

    /// <summary>The title; comments have none.</summary>
    public string? Title => Post?.Title;

    /// <summary>Whether it was written before another: by time where both have one, else the post before its comments and comments as their source has them.</summary>
    public bool IsBefore(StoredText other)
    {
        var (time, otherTime) = ((Post?.Published ?? Comment?.Published)?.Value, (other.Post?.Published ?? other.Comment?.Published)?.Value);
        return time is { } one && otherTime is { } two && one != two ? one < two
            : PostRow == other.PostRow && (Comment?.Ordinal ?? -1) < (other.Comment?.Ordinal ?? -1);
    }

    /// <summary>Writes other words in their place, with their hash. A text that was damaged before stays one that does not fit its hash.</summary>
    public void Write(SqliteConnection connection, ImportedBody body, string? title)
    {
        var hasher = new EntryHash();
        var hash = Post is null ? hasher.Of(Comment! with { Body = body }) : hasher.Of(Post with { Body = body, Title = title });
        using var write = new Statement(connection, Post is null
            ? "UPDATE comment_text SET hash = ?2, original = ?3, markdown = ?4, changes = ?5 WHERE comment_row = ?1"
            : "UPDATE post_text SET hash = ?2, original = ?3, markdown = ?4, changes = ?5, title = ?6 WHERE post_row = ?1");
        write.Bind(1, CommentRow ?? PostRow).Bind(2, IsWhole ? hash : new byte[hash.Length]);
        TextColumns.BindBody(write, 3, body);
        if (Post is not null)
        {
            write.Bind(6, title);
        }

        write.Run();
    }
}
