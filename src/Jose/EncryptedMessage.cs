using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Blog.Jose;

/// <summary>
/// A message that its recipients alone can read: JSON Web Encryption in its general JSON form (RFC 7516, 7.2.1), the key agreed with each by ECDH-ES+A256KW on
/// P-256 (RFC 7518, 4.6), the content under A256GCM. Other tools read and write the same.
/// </summary>
/// <remarks>
/// A message does not say who wrote it: whoever has a public key can write to it. What must be from somebody is a <see cref="SignedMessage"/> inside.
/// Reading gives one answer, no, to everything that is not a whole message for one of the keys: nobody learns from it how far a forged one came.
/// </remarks>
public static class EncryptedMessage
{
    /// <summary>Most bytes of a message: the largest padded content in base64url, and room for its headers.</summary>
    public const int MaxLength = 11_500_000;

    /// <summary>Most recipients of a message.</summary>
    public const int MaxRecipients = 16;

    /// <summary>How the content's key is agreed with a recipient (<c>alg</c>).</summary>
    internal const string KeyAlgorithm = "ECDH-ES+A256KW";

    /// <summary>The plus sign of the algorithm's name as it is: escaped, as the framework would, it would tell a message of the program from one of the page.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string ContentAlgorithm = "A256GCM";
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Names of the parties (<c>apu</c>, <c>apv</c>) are short; longer ones are there to be hashed.</summary>
    private const int MaxPartyLength = 512;

    /// <summary>Encrypts to recipients. The content is not padded here: see <see cref="PaddedContent"/>.</summary>
    /// <param name="content">What is to be read by them alone.</param>
    /// <param name="recipients">1 to <see cref="MaxRecipients"/> keys, each once.</param>
    /// <param name="random">Where the content's key and nonce come from; the keys of agreement come from the system.</param>
    /// <returns>JSON in UTF-8; its length follows from that of the content and the number of recipients alone.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> content, IReadOnlyList<EcPublicKey> recipients, RandomNumberGenerator random)
    {
        if (recipients.Count is 0 or > MaxRecipients || recipients.DistinctBy(each => each.Thumbprint, StringComparer.Ordinal).Count() != recipients.Count)
        {
            throw new ArgumentException("A message has 1 to 16 recipients, each once.", nameof(recipients));
        }

        var (key, nonce, tag, sealedContent) = (new byte[KeyLength], new byte[NonceLength], new byte[TagLength], new byte[content.Length]);
        random.GetBytes(key);
        random.GetBytes(nonce);
        var header = StrictBase64Url.Encode("""{"enc":"A256GCM"}"""u8);
        using (var aes = new AesGcm(key, TagLength))
        {
            aes.Encrypt(nonce, content, sealedContent, tag, Encoding.ASCII.GetBytes(header));
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("protected", header);
            json.WriteStartArray("recipients");
            foreach (var recipient in recipients)
            {
                WriteRecipient(json, recipient, key);
            }

            json.WriteEndArray();
            json.WriteString("iv", StrictBase64Url.Encode(nonce));
            json.WriteString("ciphertext", StrictBase64Url.Encode(sealedContent));
            json.WriteString("tag", StrictBase64Url.Encode(tag));
            json.WriteEndObject();
        }

        CryptographicOperations.ZeroMemory(key);
        return buffer.ToArray();
    }

    /// <summary>Opens a message with one of the keys.</summary>
    /// <param name="message">Anything at all.</param>
    /// <param name="keys">Keys of the reader.</param>
    /// <param name="opened">What was in it.</param>
    /// <returns>False where it is no such message, is not for one of the keys, or was changed: nobody is told which.</returns>
    public static bool TryOpen(ReadOnlyMemory<byte> message, IReadOnlyList<EcPrivateKey> keys, [NotNullWhen(true)] out OpenedMessage? opened)
    {
        opened = null;
        if (message.Length > MaxLength || !StrictJson.TryRead(message, out var document))
        {
            return false;
        }

        using (document)
        {
            return TryRead(document.RootElement, out var parts) && TryOpen(parts, keys, out opened);
        }
    }

    private static void WriteRecipient(Utf8JsonWriter json, EcPublicKey recipient, byte[] key)
    {
        using var ephemeral = EcPrivateKey.Make();
        var kek = KeyOf(ephemeral, recipient, [], []);
        json.WriteStartObject();
        json.WriteStartObject("header");
        json.WriteString("alg", KeyAlgorithm);
        json.WriteString("kid", recipient.Thumbprint);
        json.WriteStartObject("epk");
        ephemeral.Public.WriteMembers(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("encrypted_key", StrictBase64Url.Encode(AesKeyWrap.Wrap(kek, key)));
        json.WriteEndObject();
        CryptographicOperations.ZeroMemory(kek);
    }

    private static bool TryRead(JsonElement root, [NotNullWhen(true)] out Parts? parts)
    {
        parts = null;
        if (!StrictJson.TryText(root, "protected", out var header) || !StrictBase64Url.TryDecode(header, out var headerBytes)
            || !StrictJson.TryRead(headerBytes, out var headerDocument))
        {
            return false;
        }

        using (headerDocument)
        {
            // What says how the content is encrypted must itself be protected; the RFC would let it stand outside.
            if (!StrictJson.TryText(headerDocument.RootElement, "enc", out var algorithm) || algorithm != ContentAlgorithm
                || !StrictJson.TryBytes(root, "iv", NonceLength, out var nonce)
                || !StrictJson.TryBytes(root, "tag", TagLength, out var tag)
                || !StrictJson.TryText(root, "ciphertext", out var text) || !StrictBase64Url.TryDecode(text, out var ciphertext)
                || !TryBound(root, header, out var bound)
                || !root.TryGetProperty("recipients", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MaxRecipients)
            {
                return false;
            }

            JsonElement? shared = root.TryGetProperty("unprotected", out var given) ? given : null;
            var recipients = new List<Recipient>();
            foreach (var each in list.EnumerateArray())
            {
                if (!TryReadRecipient(each, headerDocument.RootElement, shared, out var recipient))
                {
                    return false;
                }

                recipients.Add(recipient);
            }

            parts = new Parts(recipients, nonce, ciphertext, tag, bound);
            return true;
        }
    }

    /// <summary>What the tag guards beside the content (RFC 7516, 5.1, step 14).</summary>
    private static bool TryBound(JsonElement root, string header, [NotNullWhen(true)] out byte[]? bound)
    {
        bound = null;
        if (!root.TryGetProperty("aad", out var aad))
        {
            bound = Encoding.ASCII.GetBytes(header);
            return true;
        }

        if (!StrictJson.TryText(aad, out var text) || !StrictBase64Url.TryDecode(text, out _))
        {
            return false;
        }

        bound = Encoding.ASCII.GetBytes($"{header}.{text}");
        return true;
    }

    private static bool TryReadRecipient(JsonElement recipient, JsonElement @protected, JsonElement? shared, [NotNullWhen(true)] out Recipient? read)
    {
        read = null;
        if (recipient.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        JsonElement? own = recipient.TryGetProperty("header", out var given) ? given : null;
        if (!MessageHeader.TryJoin(out var header, @protected, shared, own)
            || header.Has("crit") // names members that must be understood; none beyond those read here is
            || header.Has("zip") // a small blob that unpacks to gigabytes, and a size that tells of the content
            || !header.Is("alg", KeyAlgorithm)
            || header.Find("epk") is not { } point || !EcPublicKey.TryRead(point, out var ephemeral)
            || !header.TryBytes("apu", MaxPartyLength, out var partyU)
            || !header.TryBytes("apv", MaxPartyLength, out var partyV)
            || !StrictJson.TryBytes(recipient, "encrypted_key", KeyLength + AesKeyWrap.Growth, out var wrapped))
        {
            return false;
        }

        string? name = null;
        if (header.Find("kid") is { } kid && !StrictJson.TryText(kid, out name))
        {
            return false;
        }

        read = new Recipient(name, ephemeral, partyU, partyV, wrapped);
        return true;
    }

    private static bool TryOpen(Parts parts, IReadOnlyList<EcPrivateKey> keys, [NotNullWhen(true)] out OpenedMessage? opened)
    {
        foreach (var recipient in parts.Recipients)
        {
            foreach (var key in keys.Where(key => recipient.KeyName is null || recipient.KeyName == key.Public.Thumbprint))
            {
                if (Open(parts, recipient, key) is { } bytes)
                {
                    opened = new OpenedMessage(bytes, key.Public);
                    return true;
                }
            }
        }

        opened = null;
        return false;
    }

    private static byte[]? Open(Parts parts, Recipient recipient, EcPrivateKey reader)
    {
        var kek = KeyOf(reader, recipient.Ephemeral, recipient.PartyU, recipient.PartyV);

        // RFC 7516, 11.5: a key that does not unwrap is replaced by a random one, so that both failures end at the tag.
        var key = AesKeyWrap.Unwrap(kek, recipient.Wrapped) ?? RandomNumberGenerator.GetBytes(KeyLength);
        CryptographicOperations.ZeroMemory(kek);
        try
        {
            using var aes = new AesGcm(key, TagLength);
            var bytes = new byte[parts.Ciphertext.Length];
            aes.Decrypt(parts.Nonce, parts.Ciphertext, parts.Tag, bytes, parts.Bound);
            return bytes;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] KeyOf(EcPrivateKey own, EcPublicKey other, byte[] partyU, byte[] partyV)
    {
        var secret = own.Agree(other);
        var kek = ConcatKdf.Derive(secret, KeyLength * 8, KeyAlgorithm, partyU, partyV);
        CryptographicOperations.ZeroMemory(secret);
        return kek;
    }

    private sealed record Parts(IReadOnlyList<Recipient> Recipients, byte[] Nonce, byte[] Ciphertext, byte[] Tag, byte[] Bound);

    private sealed record Recipient(string? KeyName, EcPublicKey Ephemeral, byte[] PartyU, byte[] PartyV, byte[] Wrapped);
}
