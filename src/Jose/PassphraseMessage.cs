using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Jose;

/// <summary>
/// Something under a passphrase, for a file that is kept away from every machine: JSON Web Encryption in its compact form (RFC 7516, 7.1), PBES2-HS512+A256KW (RFC 7518,
/// 4.8), the content under A256GCM. Other tools open the same, so that the file outlives this program.
/// </summary>
public static class PassphraseMessage
{
    /// <summary>Turns of PBKDF2 for a new message; as many as for the private store.</summary>
    public const int DefaultTurns = 1_000_000;

    /// <summary>Most turns that are run: a file that asks for hours is damaged or hostile.</summary>
    private const int MaxTurns = 10_000_000;

    private const string Algorithm = "PBES2-HS512+A256KW";
    private const int MaxLength = 64 * 1024;
    private const int SaltLength = 32;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Encrypts.</summary>
    /// <param name="content">What is to be kept.</param>
    /// <param name="contentType">What it is (<c>cty</c>), such as <c>jwk+json</c>.</param>
    /// <param name="passphrase">The passphrase in UTF-8.</param>
    /// <param name="turns">Turns of PBKDF2.</param>
    /// <param name="random">Where salt, key and nonce come from.</param>
    public static string Seal(ReadOnlySpan<byte> content, string contentType, ReadOnlySpan<byte> passphrase, int turns, RandomNumberGenerator random)
    {
        var (salt, key, nonce) = (new byte[SaltLength], new byte[KeyLength], new byte[NonceLength]);
        random.GetBytes(salt);
        random.GetBytes(key);
        random.GetBytes(nonce);
        var header = StrictBase64Url.Encode(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$"""{"alg":"{{Algorithm}}","p2s":"{{StrictBase64Url.Encode(salt)}}","p2c":{{turns}},"enc":"A256GCM","cty":"{{contentType}}"}""")));
        var kek = Derive(passphrase, salt, turns);
        var (sealedContent, tag) = (new byte[content.Length], new byte[TagLength]);
        using (var aes = new AesGcm(key, TagLength))
        {
            aes.Encrypt(nonce, content, sealedContent, tag, Encoding.ASCII.GetBytes(header));
        }

        var wrapped = AesKeyWrap.Wrap(kek, key);
        CryptographicOperations.ZeroMemory(kek);
        CryptographicOperations.ZeroMemory(key);
        return string.Join('.', header, StrictBase64Url.Encode(wrapped), StrictBase64Url.Encode(nonce), StrictBase64Url.Encode(sealedContent), StrictBase64Url.Encode(tag));
    }

    /// <summary>Opens.</summary>
    /// <param name="message">Anything at all.</param>
    /// <param name="passphrase">The passphrase in UTF-8.</param>
    /// <param name="content">What was kept; the caller wipes it.</param>
    /// <returns>False where it is no such message, the passphrase is another, or it was changed: one answer to all.</returns>
    public static bool TryOpen(string message, ReadOnlySpan<byte> passphrase, [NotNullWhen(true)] out byte[]? content)
    {
        content = null;
        if (message.Length > MaxLength || message.Split('.') is not [var header, var wrapped, var nonce, var ciphertext, var tag]
            || !StrictBase64Url.TryDecode(header, out var headerBytes) || !TryHeader(headerBytes, out var salt, out var turns)
            || !StrictBase64Url.TryDecode(wrapped, KeyLength + AesKeyWrap.Growth, out var wrappedBytes)
            || !StrictBase64Url.TryDecode(nonce, NonceLength, out var nonceBytes)
            || !StrictBase64Url.TryDecode(ciphertext, out var bytes)
            || !StrictBase64Url.TryDecode(tag, TagLength, out var tagBytes))
        {
            return false;
        }

        var kek = Derive(passphrase, salt, turns);
        var key = AesKeyWrap.Unwrap(kek, wrappedBytes) ?? RandomNumberGenerator.GetBytes(KeyLength); // both failures end at the tag (RFC 7516, 11.5)
        CryptographicOperations.ZeroMemory(kek);
        try
        {
            using var aes = new AesGcm(key, TagLength);
            var opened = new byte[bytes.Length];
            aes.Decrypt(nonceBytes, bytes, tagBytes, opened, Encoding.ASCII.GetBytes(header));
            content = opened;
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static bool TryHeader(byte[] header, [NotNullWhen(true)] out byte[]? salt, out int turns)
    {
        (salt, turns) = (null, 0);
        if (!StrictJson.TryRead(header, out var document))
        {
            return false;
        }

        using (document)
        {
            return MessageHeader.TryJoin(out var members, document.RootElement)
                && members.Is("alg", Algorithm) && members.Is("enc", "A256GCM") && !members.Has("crit") && !members.Has("zip")
                && members.Find("p2c") is { ValueKind: System.Text.Json.JsonValueKind.Number } count && count.TryGetInt32(out turns) && turns is >= 1000 and <= MaxTurns
                && members.TryBytes("p2s", 512, out salt) && salt.Length >= 8;
        }
    }

    /// <summary>The salt that goes in is the algorithm's name, a zero byte and the salt of the header (RFC 7518, 4.8.1.1).</summary>
    private static byte[] Derive(ReadOnlySpan<byte> passphrase, byte[] salt, int turns) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, [.. Encoding.ASCII.GetBytes(Algorithm), 0, .. salt], turns, HashAlgorithmName.SHA512, KeyLength);
}
