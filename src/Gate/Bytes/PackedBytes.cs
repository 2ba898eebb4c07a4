using System.IO.Compression;

namespace Blog.Gate.Bytes;

/// <summary>Unpacks what is compressed within a file: gzip, and the chunks of a PNG that hold text or a colour profile.</summary>
internal static class PackedBytes
{
    private const int Most = 64 * 1024 * 1024;

    /// <summary>Whether a file is compressed by gzip (RFC 1952).</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.Length > 18 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8;

    /// <summary>The bytes within a gzip file.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or unpacks to more than 64 MB: it cannot be checked.</exception>
    public static byte[] Unpack(ReadOnlyMemory<byte> gzip)
    {
        using var source = new MemoryStream(gzip.ToArray());
        using var unpacked = new GZipStream(source, CompressionMode.Decompress);
        return ReadAll(unpacked);
    }

    /// <summary>Whether a file is a PNG.</summary>
    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    /// <summary>What the compressed text chunks of a PNG hold (PNG specification, sections 11.3.3.2 and 11.3.4).</summary>
    /// <exception cref="InvalidDataException">A chunk is damaged or unpacks to more than 64 MB.</exception>
    public static IEnumerable<(int Offset, byte[] Text)> UnpackChunks(ReadOnlyMemory<byte> png)
    {
        var at = 8;
        while (at + 12 <= png.Length)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.Span[at..]);
            if (length < 0 || length > png.Length - at - 12)
            {
                yield break; // the rest is searched as it is, with all bytes
            }

            var kind = png.Slice(at + 4, 4);
            var content = png.Slice(at + 8, length);
            if (Packed(kind.Span, content.Span) is var start && start > 0)
            {
                using var source = new MemoryStream(content[start..].ToArray());
                using var unpacked = new ZLibStream(source, CompressionMode.Decompress);
                yield return (at, ReadAll(unpacked));
            }

            at += length + 12;
        }
    }

    /// <summary>Where the compressed part of a chunk begins; 0 where it has none.</summary>
    private static int Packed(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        var name = content.IndexOf((byte)0);
        if (name < 0)
        {
            return 0;
        }

        if (kind.SequenceEqual("zTXt"u8) || kind.SequenceEqual("iCCP"u8))
        {
            return name + 2 <= content.Length ? name + 2 : 0;
        }

        if (!kind.SequenceEqual("iTXt"u8) || name + 3 > content.Length || content[name + 1] != 1)
        {
            return 0;
        }

        var language = content[(name + 3)..].IndexOf((byte)0);
        var translated = language < 0 ? -1 : content[(name + 3 + language + 1)..].IndexOf((byte)0);
        return translated < 0 ? 0 : name + 3 + language + 1 + translated + 1;
    }

    private static byte[] ReadAll(Stream unpacked)
    {
        using var result = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = unpacked.Read(buffer)) > 0)
        {
            if (result.Length + read > Most)
            {
                throw new InvalidDataException("It unpacks to more than 64 MB.");
            }

            result.Write(buffer, 0, read);
        }

        return result.ToArray();
    }
}
