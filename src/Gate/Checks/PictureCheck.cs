using System.Buffers.Binary;

namespace Blog.Gate.Checks;

/// <summary>Every picture is what its name says, holds nothing but the picture, and ends where it ends: no camera data, no comments, no bytes behind.</summary>
/// <remarks>Sources: ITU T.81 annex B (JPEG), the PNG specification (third edition), GIF89a, the WebP container specification. Colour profiles may stay: their texts are searched.</remarks>
internal static class PictureCheck
{
    public const string Name = "pictures";

    private static readonly string[] PngChunks =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    ];

    private static readonly string[] WebpChunks = ["VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP"];

    private const int OrientationAt = 19;

    /// <summary>High byte first, one directory at 8 with one entry, and no further one; the orientation itself is 0 here.</summary>
    private static ReadOnlySpan<byte> OrientationOnly => [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Reads one file; null where it is no picture or a clean one.</summary>
    public static GateFinding? Read(string file, ReadOnlySpan<byte> bytes)
    {
        var trouble = Path.GetExtension(file) switch
        {
            ".jpg" => Jpeg(bytes),
            ".png" => Png(bytes),
            ".gif" => Gif(bytes),
            ".webp" => Webp(bytes),
            _ => null,
        };
        return trouble is null ? null : new GateFinding(Name, file, 0, trouble, "Take the picture in again, so that what is not the picture is cut out.");
    }

    private static string? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        {
            return "is no JPEG.";
        }

        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++; // fill byte
                continue;
            }

            if (marker == 0xD9)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return "is cut off.";
            }

            if (IsForeign(marker, bytes.Slice(at + 4, length - 2)))
            {
                return "holds camera data, a comment or another program's notes.";
            }

            at += 2 + length;
            if (marker == 0xDA)
            {
                at = EndOfScan(bytes, at);
            }
        }

        return at + 2 > bytes.Length || bytes[at] != 0xFF || bytes[at + 1] != 0xD9 ? "is cut off or damaged."
            : at + 2 < bytes.Length ? "has bytes behind its end." : null;
    }

    /// <summary>APPn but JFIF, Adobe's colour transform, colour profiles and a bare orientation; and comments.</summary>
    private static bool IsForeign(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xFE => true,
        0xE0 => !content.StartsWith("JFIF\0"u8) || content.Length > 14,
        0xE1 => !(content.StartsWith("Exif\0\0"u8) && IsOrientation(content[6..])),
        0xE2 => !content.StartsWith("ICC_PROFILE\0"u8),
        0xEE => !content.StartsWith("Adobe"u8) || content.Length > 12,
        >= 0xE0 and <= 0xEF => true,
        _ => false,
    };

    /// <summary>Whether a TIFF structure says which way up the picture is (tag 274, one 16-bit number from 1 to 8) and holds not a bit more.</summary>
    private static bool IsOrientation(ReadOnlySpan<byte> tiff) =>
        tiff.Length == OrientationOnly.Length && tiff[OrientationAt] is >= 1 and <= 8
        && tiff[..OrientationAt].SequenceEqual(OrientationOnly[..OrientationAt]) && tiff[(OrientationAt + 1)..].SequenceEqual(OrientationOnly[(OrientationAt + 1)..]);

    /// <summary>The next marker after entropy-coded data, where FF 00 is data and FF D0 to D7 restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                return bytes.Length;
            }

            at += next;
            if (at + 1 < bytes.Length && bytes[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7 or 0xFF))
            {
                return at;
            }

            at++;
        }

        return bytes.Length;
    }

    private static string? Png(ReadOnlySpan<byte> bytes)
    {
        if (!Bytes.PackedBytes.IsPng(bytes))
        {
            return "is no PNG.";
        }

        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (length < 0 || length > bytes.Length - at - 12)
            {
                return "is cut off.";
            }

            var kind = System.Text.Encoding.Latin1.GetString(bytes.Slice(at + 4, 4));
            if (Array.IndexOf(PngChunks, kind) < 0)
            {
                return "holds a chunk that is not the picture: a text, a time, camera data or another program's.";
            }

            at += length + 12;
            if (kind == "IEND")
            {
                return length > 0 || at < bytes.Length ? "has bytes behind its end." : null;
            }
        }

        return "is cut off.";
    }

    private static string? Gif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 14 || !(bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)))
        {
            return "is no GIF.";
        }

        var at = 13 + ColourTable(bytes[10]);
        while (at < bytes.Length)
        {
            switch (bytes[at])
            {
                case 0x3B:
                    return at + 1 < bytes.Length ? "has bytes behind its end." : null;
                case 0x2C when at + 10 < bytes.Length:
                    at = Blocks(bytes, at + 11 + ColourTable(bytes[at + 9]));
                    break;
                case 0x21 when at + 2 < bytes.Length && bytes[at + 1] == 0xF9:
                    at = Blocks(bytes, at + 2);
                    break;
                case 0x21 when at + 14 < bytes.Length && bytes[at + 1] == 0xFF && (bytes.Slice(at + 3, 11).SequenceEqual("NETSCAPE2.0"u8) || bytes.Slice(at + 3, 11).SequenceEqual("ANIMEXTS1.0"u8)):
                    at = Blocks(bytes, at + 2);
                    break;
                default:
                    return "holds a comment or another program's notes, or is damaged.";
            }
        }

        return "is cut off.";
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int Blocks(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0)
        {
            at += bytes[at] + 1;
        }

        return at + 1;
    }

    private static string? Webp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 20 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
        {
            return "is no WebP.";
        }

        var end = (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8;
        if (end != bytes.Length)
        {
            return end < bytes.Length ? "has bytes behind its end." : "is cut off.";
        }

        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var kind = System.Text.Encoding.Latin1.GetString(bytes.Slice(at, 4));
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > bytes.Length - at - 8)
            {
                return "is cut off.";
            }

            if (Array.IndexOf(WebpChunks, kind) < 0 && !(kind == "EXIF" && IsOrientation(bytes.Slice(at + 8, (int)length))))
            {
                return "holds a chunk that is not the picture: camera data or another program's.";
            }

            at += 8 + (int)length + (int)(length & 1);
        }

        return null;
    }
}
