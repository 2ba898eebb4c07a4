using System.Buffers.Binary;
using System.Collections.Concurrent;
using Blog.Html;
using Blog.Source;

namespace Blog.Content;

/// <summary>Sizes of the pictures of <c>input/media</c>, read from their first bytes, so that a page does not jump when one loads.</summary>
/// <remarks>A size that cannot be read is no size: the page is then as it was without. Safe for many threads.</remarks>
public sealed class PictureSizes
{
    /// <summary>Headers are near the start; a JPEG that release wrote has its frame within the first kilobytes.</summary>
    private const int HeadLength = 64 * 1024;

    private const int MaxSide = 65_535;

    private readonly BlogFolder _folder;
    private readonly ConcurrentDictionary<string, ImageSize?> _sizes = new(StringComparer.Ordinal);

    /// <summary>Sizes of a blog's pictures.</summary>
    public PictureSizes(BlogFolder folder) => _folder = folder;

    /// <summary>Size of a picture by its path on the site (<c>/media/x.png</c>); null where it is not known.</summary>
    public ImageSize? Of(string path) => _sizes.GetOrAdd(path, Read);

    /// <summary>Size of a picture by its first bytes, as a browser shows it; null where they tell none.</summary>
    internal static ImageSize? Of(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 24 && head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return Size(BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]));
        }

        if (head.Length >= 10 && head.StartsWith("GIF8"u8))
        {
            return Size(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));
        }

        if (head.Length >= 30 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
        {
            return WebP(head[12..16], head[20..]);
        }

        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? Jpeg(head) : null;
    }

    private ImageSize? Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(_folder.InputFile(path.TrimStart('/')));
            var head = new byte[(int)Math.Min(HeadLength, RandomAccess.GetLength(file))];
            var length = RandomAccess.Read(file, head, 0);
            return Of(head.AsSpan(0, length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // the safety check names a picture that is not there
        }
    }

    private static ImageSize? WebP(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        if (type.SequenceEqual("VP8X"u8))
        {
            // With Exif the picture may be turned, and that stands at the file's end.
            return (data[0] & 0x08) != 0 ? null : Size(1u + Number24(data[4..]), 1u + Number24(data[7..]));
        }

        if (type.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return Size(1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
        }

        return type.SequenceEqual("VP8 "u8)
            ? Size(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFFu, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFFu)
            : null;
    }

    private static ImageSize? Jpeg(ReadOnlySpan<byte> head)
    {
        var turned = false;
        for (var at = 2; at + 10 < head.Length && head[at] == 0xFF;)
        {
            var (marker, length) = (head[at + 1], BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]));
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]));
                return turned ? Size(height, width) : Size(width, height);
            }

            if (marker == 0xE1)
            {
                // As release writes it: the orientation and nothing else. Any other Exif may say anything, so no size is told.
                if (length != 34 || at + 4 + 32 > head.Length || !head[(at + 4)..].StartsWith("Exif\0\0MM"u8))
                {
                    return null;
                }

                turned = head[at + 29] >= 5; // the low byte of the one number
            }

            at += 2 + length;
        }

        return null;
    }

    private static ImageSize? Size(uint width, uint height) => width is > 0 and <= MaxSide && height is > 0 and <= MaxSide ? new ImageSize((int)width, (int)height) : null;

    private static uint Number24(ReadOnlySpan<byte> bytes) => bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16);
}
