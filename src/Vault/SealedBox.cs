using System.Security.Cryptography;

namespace Blog.Vault;

/// <summary>AES-256-GCM over one piece: a random nonce of 12 bytes, and the bytes followed by a tag of 16.</summary>
/// <remarks>Random nonces are safe for 2^32 pieces under one key (NIST SP 800-38D, 8.3); a store seals thousands.</remarks>
internal static class SealedBox
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    public static (byte[] Nonce, byte[] Sealed) Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> bound, RandomNumberGenerator random)
    {
        var nonce = new byte[NonceLength];
        random.GetBytes(nonce);
        var box = new byte[bytes.Length + TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, bytes, box.AsSpan(0, bytes.Length), box.AsSpan(bytes.Length), bound);
        return (nonce, box);
    }

    /// <summary>The bytes; null where key, nonce, bytes or what they are bound to are not those of the sealing.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound)
    {
        if (box.Length < TagLength || nonce.Length != NonceLength)
        {
            return null;
        }

        var bytes = new byte[box.Length - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(nonce, box[..bytes.Length], box[bytes.Length..], bytes, bound);
            return bytes;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
