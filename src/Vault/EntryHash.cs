using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Blog.Import;

namespace Blog.Vault;

/// <summary>
/// SHA-256 over everything the store keeps of an entry except its position: two imports of one thing give one hash, so an entry is
/// written again only when its source changed it.
/// </summary>
/// <remarks>
/// The position is left out because a newer export shifts every one of them. Each field goes in with its length before it (-1 for null).
/// Not public and never leaves the store; it stands beside the text and is erased with it.
/// </remarks>
internal sealed class EntryHash
{
    public const int Length = 32;

    /// <summary>A buffer that one huge post has blown up beyond this is not kept.</summary>
    private const int KeptBytes = 1024 * 1024;

    private ArrayBufferWriter<byte> _buffer = new(16 * 1024);

    /// <summary>Hash of a post; valid until the next one is asked for.</summary>
    public byte[] Of(ImportedPost post)
    {
        Start();
        Add(VaultWords.Of(post.Kind));
        Add(VaultWords.Of(post.Visibility));
        Add(post.Title);
        Add(post.Body);
        Add(post.Permalink);
        Add(post.Published);
        Add(post.Author);
        Add(post.Labels);
        Add(post.Series?.Name);
        Add(post.Series?.Number);
        Add(post.StatedComments);
        Add(post.Flags);
        return End();
    }

    /// <summary>Hash of a comment; valid until the next one is asked for.</summary>
    public byte[] Of(ImportedComment comment)
    {
        Start();
        Add(comment.PostSourceId);
        Add(comment.ParentSourceId);
        Add(comment.Number?.ToString());
        Add(VaultWords.Of(comment.Visibility));
        Add(Model.CommentStateTable.ToWord(comment.State));
        Add(comment.Author);
        Add(comment.Published);
        Add(comment.Body);
        Add(comment.Flags);
        return End();
    }

    private void Start()
    {
        if (_buffer.Capacity > KeptBytes)
        {
            _buffer = new(16 * 1024);
        }

        _buffer.ResetWrittenCount();
    }

    private byte[] End() => SHA256.HashData(_buffer.WrittenSpan);

    private void Add(ImportedBody body)
    {
        Add(body.Original.Markup);
        Add(body.Markdown);
        Add(body.Changes.Count);
        foreach (var change in body.Changes)
        {
            Add(change.Reason);
            Add(change.Count);
        }
    }

    private void Add(ImportedTime? time)
    {
        Add(time is null ? null : VaultWords.Of(time.Precision));
        Add(time?.Value.UtcTicks);
        Add((long?)time?.Value.TotalOffsetMinutes);
    }

    private void Add(ImportedAuthor? author)
    {
        Add(author is null ? 0 : 1);
        Add(author?.Name);
        Add(author?.Key);
        Add(author?.ProfileUrl);
        Add(author?.Email);
        Add(author?.AvatarUrl);
    }

    private void Add(IReadOnlyList<string> lines)
    {
        Add(lines.Count);
        foreach (var line in lines)
        {
            Add(line);
        }
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            AddLength(-1);
            return;
        }

        AddLength(Encoding.UTF8.GetByteCount(text));
        _buffer.Advance(Encoding.UTF8.GetBytes(text, _buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    private void Add(long? number)
    {
        if (number is not { } value)
        {
            AddLength(-1);
            return;
        }

        AddLength(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(sizeof(long)), value);
        _buffer.Advance(sizeof(long));
    }

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), length);
        _buffer.Advance(sizeof(int));
    }
}
