using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Jose;

/// <summary>The Concat KDF of NIST SP 800-56A with SHA-256, over the fields that RFC 7518, 4.6.2 names.</summary>
internal static class ConcatKdf
{
    /// <summary>A key made of an agreed secret.</summary>
    /// <param name="secret">Z: the x coordinate of the agreed point.</param>
    /// <param name="bits">Bits of the key, at most 256: one round gives all of it.</param>
    /// <param name="algorithm">The algorithm that the key is for.</param>
    /// <param name="partyU">Apu, decoded; empty where there is none.</param>
    /// <param name="partyV">Apv, decoded; empty where there is none.</param>
    public static byte[] Derive(ReadOnlySpan<byte> secret, int bits, string algorithm, ReadOnlySpan<byte> partyU, ReadOnlySpan<byte> partyV)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 256);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddNumber(hash, 1); // the round
        hash.AppendData(secret);
        AddField(hash, Encoding.ASCII.GetBytes(algorithm));
        AddField(hash, partyU);
        AddField(hash, partyV);
        AddNumber(hash, bits);
        return hash.GetHashAndReset()[..(bits / 8)];
    }

    private static void AddField(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        AddNumber(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AddNumber(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
