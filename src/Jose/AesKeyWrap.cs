using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Blog.Jose;

/// <summary>AES Key Wrap (RFC 3394, 2.2) with its default initial value.</summary>
/// <remarks>The framework has the padded variant only (RFC 5649), which gives other bytes.</remarks>
internal static class AesKeyWrap
{
    /// <summary>How much longer a wrapped key is, in bytes.</summary>
    public const int Growth = 8;

    private const int Rounds = 6;
    private const ulong InitialValue = 0xA6A6A6A6A6A6A6A6;

    /// <summary>Wraps a key.</summary>
    /// <param name="kek">The key that wraps: 16, 24 or 32 bytes.</param>
    /// <param name="key">At least 16 bytes, in eights.</param>
    public static byte[] Wrap(ReadOnlySpan<byte> kek, ReadOnlySpan<byte> key)
    {
        if (key.Length < 16 || key.Length % 8 != 0)
        {
            throw new ArgumentException("A key to be wrapped has at least 16 bytes, in eights.", nameof(key));
        }

        using var aes = EcbOf(kek);
        var wrapped = new byte[key.Length + Growth];
        key.CopyTo(wrapped.AsSpan(8));
        Span<byte> block = stackalloc byte[16];
        var register = InitialValue;
        var count = key.Length / 8;
        for (var step = 1; step <= Rounds * count; step++)
        {
            var half = wrapped.AsSpan(8 * (1 + ((step - 1) % count)), 8);
            BinaryPrimitives.WriteUInt64BigEndian(block, register);
            half.CopyTo(block[8..]);
            aes.EncryptEcb(block, block, PaddingMode.None);
            register = BinaryPrimitives.ReadUInt64BigEndian(block) ^ (ulong)step;
            block[8..].CopyTo(half);
        }

        BinaryPrimitives.WriteUInt64BigEndian(wrapped, register);
        CryptographicOperations.ZeroMemory(block);
        return wrapped;
    }

    /// <summary>The key; null where it was wrapped by another key or changed since.</summary>
    public static byte[]? Unwrap(ReadOnlySpan<byte> kek, ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < 24 || wrapped.Length % 8 != 0)
        {
            return null;
        }

        using var aes = EcbOf(kek);
        var key = wrapped[8..].ToArray();
        Span<byte> block = stackalloc byte[16];
        var register = BinaryPrimitives.ReadUInt64BigEndian(wrapped);
        var count = key.Length / 8;
        for (var step = Rounds * count; step >= 1; step--)
        {
            var half = key.AsSpan(8 * ((step - 1) % count), 8);
            BinaryPrimitives.WriteUInt64BigEndian(block, register ^ (ulong)step);
            half.CopyTo(block[8..]);
            aes.DecryptEcb(block, block, PaddingMode.None);
            register = BinaryPrimitives.ReadUInt64BigEndian(block);
            block[8..].CopyTo(half);
        }

        CryptographicOperations.ZeroMemory(block);
        if (register == InitialValue)
        {
            return key;
        }

        CryptographicOperations.ZeroMemory(key);
        return null;
    }

    private static Aes EcbOf(ReadOnlySpan<byte> kek)
    {
        var aes = Aes.Create();
        aes.SetKey(kek);
        return aes;
    }
}
