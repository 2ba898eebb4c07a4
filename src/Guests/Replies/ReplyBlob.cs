using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Jose;
using Blog.Source;

namespace Blog.Guests.Replies;

/// <summary>
/// One file of answers: a nonce of 12 bytes, JSON filled up with zeros under AES-256-GCM, a tag of 16. No header, no name of a key: to everybody without the key it is as
/// random as a decoy. The page's module reply-message.js opens it.
/// </summary>
public static class ReplyBlob
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int ContentLength = ReplyFiles.Length - NonceLength - TagLength;

    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("subrosa-reply-1");

    /// <summary>Encrypts an answer.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="key">The key of its reader's code, 32 bytes.</param>
    /// <param name="random">Where the nonce comes from.</param>
    /// <exception cref="ArgumentException">It is too long; <see cref="Fits"/> tells before.</exception>
    public static byte[] Seal(Reply reply, ReadOnlySpan<byte> key, RandomNumberGenerator random)
    {
        var json = Json(reply);
        if (json.Length > ContentLength)
        {
            throw new ArgumentException("The answer does not fit into its file.", nameof(reply));
        }

        var padded = new byte[ContentLength];
        json.CopyTo(padded, 0);
        var blob = new byte[ReplyFiles.Length];
        var nonce = new byte[NonceLength];
        random.GetBytes(nonce);
        nonce.CopyTo(blob, 0);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, padded, blob.AsSpan(NonceLength, ContentLength), blob.AsSpan(NonceLength + ContentLength), Purpose);
        CryptographicOperations.ZeroMemory(padded);
        CryptographicOperations.ZeroMemory(json);
        return blob;
    }

    /// <summary>Opens one; false for a decoy, another's answer, and anything that was changed.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> blob, ReadOnlySpan<byte> key, [NotNullWhen(true)] out Reply? reply)
    {
        reply = null;
        if (blob.Length != ReplyFiles.Length)
        {
            return false;
        }

        var content = new byte[ContentLength];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(blob[..NonceLength], blob[NonceLength..^TagLength], blob[^TagLength..], content, Purpose);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        return TryRead(content.AsMemory(0, content.AsSpan().LastIndexOfAnyExcept((byte)0) + 1), out reply);
    }

    /// <summary>Whether an answer fits into a file.</summary>
    public static bool Fits(Reply reply) => Json(reply).Length <= ContentLength;

    /// <summary>A file with nothing in it.</summary>
    public static byte[] Decoy(RandomNumberGenerator random)
    {
        var bytes = new byte[ReplyFiles.Length];
        random.GetBytes(bytes);
        return bytes;
    }

    /// <summary>An answer as JSON, format 1; also the form in which it lies in a sealed row.</summary>
    internal static byte[] Json(Reply reply)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("title", reply.Title);
            json.WriteString("text", reply.Text);
            json.WriteString("note", reply.Note);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    internal static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out Reply? reply)
    {
        reply = null;
        if (!StrictJson.TryRead(json, out var document))
        {
            return false;
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number) && number == 1
                && StrictJson.TryText(root, "title", out var title) && StrictJson.TryText(root, "text", out var text) && StrictJson.TryText(root, "note", out var note))
            {
                reply = new Reply(title, text, note);
            }

            return reply is not null;
        }
    }
}
