using System.IO.Compression;

namespace Blog.Vault;

/// <summary>Bytes deflated (RFC 1951) for a row of the store: released texts come down to about a third.</summary>
internal static class DeflatedBytes
{
    public static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
        {
            deflate.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>The bytes again; null where they are damaged.</summary>
    public static byte[]? Inflate(byte[] deflated)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            deflate.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
