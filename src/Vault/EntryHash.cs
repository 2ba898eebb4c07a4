using Blog.Import;

namespace Blog.Vault;

/// <summary>
/// SHA-256 over everything the store keeps of an entry except its position: two imports of one thing give one hash, so an entry is
/// written again only when its source changed it.
/// </summary>
/// <remarks>
/// The position is left out because a newer export shifts every one of them.
/// Not public and never leaves the store; it stands beside the text and is erased with it.
/// </remarks>
internal sealed class EntryHash
{
    public const int Length = 32;

    private readonly FieldHasher _fields = new();

    /// <summary>Hash of a post; valid until the next one is asked for.</summary>
    public byte[] Of(ImportedPost post)
    {
        _fields.Start();
        _fields.Add(VaultWords.Of(post.Kind));
        _fields.Add(VaultWords.Of(post.Visibility));
        _fields.Add(post.Title);
        Add(post.Body);
        _fields.Add(post.Permalink);
        Add(post.Published);
        Add(post.Author);
        _fields.Add(post.Labels);
        _fields.Add(post.Series?.Name);
        _fields.Add(post.Series?.Number);
        _fields.Add(post.StatedComments);
        _fields.Add(post.Flags);
        return _fields.End();
    }

    /// <summary>Hash of a comment; valid until the next one is asked for.</summary>
    public byte[] Of(ImportedComment comment)
    {
        _fields.Start();
        _fields.Add(comment.PostSourceId);
        _fields.Add(comment.ParentSourceId);
        _fields.Add(comment.Number?.ToString());
        _fields.Add(VaultWords.Of(comment.Visibility));
        _fields.Add(Model.CommentStateTable.ToWord(comment.State));
        Add(comment.Author);
        Add(comment.Published);
        Add(comment.Body);
        _fields.Add(comment.Flags);
        return _fields.End();
    }

    private void Add(ImportedBody body)
    {
        _fields.Add(body.Original.Markup);
        _fields.Add(body.Markdown);
        _fields.Add(body.Changes.Count);
        foreach (var change in body.Changes)
        {
            _fields.Add(change.Reason);
            _fields.Add(change.Count);
        }
    }

    private void Add(ImportedTime? time)
    {
        _fields.Add(time is null ? null : VaultWords.Of(time.Precision));
        _fields.Add(time?.Value.UtcTicks);
        _fields.Add((long?)time?.Value.TotalOffsetMinutes);
    }

    private void Add(ImportedAuthor? author)
    {
        _fields.Add(author is null ? 0 : 1);
        _fields.Add(author?.Name);
        _fields.Add(author?.Key);
        _fields.Add(author?.ProfileUrl);
        _fields.Add(author?.Email);
        _fields.Add(author?.AvatarUrl);
    }
}
