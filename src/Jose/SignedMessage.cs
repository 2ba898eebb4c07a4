using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Blog.Jose;

/// <summary>A message that says who wrote it: JSON Web Signature in its compact form (RFC 7515, 7.1), ES256 (RFC 7518, 3.4).</summary>
public static class SignedMessage
{
    /// <summary>Most UTF-16 units of a message.</summary>
    public const int MaxLength = 11_500_000;

    /// <summary>How messages are signed (<c>alg</c>).</summary>
    internal const string Algorithm = "ES256";

    private const int SignatureLength = 64;

    /// <summary>Signs.</summary>
    /// <param name="content">What is signed.</param>
    /// <param name="type">What it is (<c>typ</c>): a signature for one purpose counts for no other.</param>
    /// <param name="key">Key of who signs.</param>
    public static string Sign(ReadOnlySpan<byte> content, string type, EcPrivateKey key)
    {
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteString("alg", Algorithm);
            json.WriteString("kid", key.Public.Thumbprint);
            json.WriteString("typ", type);
            json.WriteEndObject();
        }

        var signed = $"{StrictBase64Url.Encode(header.ToArray())}.{StrictBase64Url.Encode(content)}";
        return $"{signed}.{StrictBase64Url.Encode(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The content, where the message is signed by this very key for this very purpose.</summary>
    /// <param name="message">Anything at all.</param>
    /// <param name="type">What it has to be; null for whatever it says or does not say.</param>
    /// <param name="key">The key that has to have signed it.</param>
    /// <param name="content">What was signed.</param>
    /// <returns>False for everything else: another algorithm (<c>none</c>, one with a shared secret), members that must be understood (<c>crit</c>), another key's name.</returns>
    public static bool TryVerify(string message, string? type, EcPublicKey key, [NotNullWhen(true)] out byte[]? content)
    {
        content = null;
        if (message.Length > MaxLength || message.Split('.') is not [var header, var body, var seal]
            || !StrictBase64Url.TryDecode(header, out var headerBytes) || !IsFor(headerBytes, type, key)
            || !StrictBase64Url.TryDecode(body, out var bytes) || !StrictBase64Url.TryDecode(seal, SignatureLength, out var signature))
        {
            return false;
        }

        using var signer = ECDsa.Create(key.Parameters);
        if (!signer.VerifyData(Encoding.ASCII.GetBytes($"{header}.{body}"), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
        {
            return false;
        }

        content = bytes;
        return true;
    }

    private static bool IsFor(byte[] header, string? type, EcPublicKey key)
    {
        if (!StrictJson.TryRead(header, out var document))
        {
            return false;
        }

        using (document)
        {
            return MessageHeader.TryJoin(out var members, document.RootElement)
                && members.Is("alg", Algorithm)
                && !members.Has("crit")
                && (type is null || members.Is("typ", type))
                && (!members.Has("kid") || members.Is("kid", key.Thumbprint));
        }
    }
}
