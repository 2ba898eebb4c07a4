using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Blog.Tests.Redact.Pictures;

/// <summary>Pictures made here, with everything in them that must not be published. Each holds the word <see cref="Planted"/> wherever its format has a place for words.</summary>
internal static class SamplePictures
{
    /// <summary>Stands for a secret: a name, a place.</summary>
    public const string Planted = "Marigold Testwright, Saltmarsh Row";

    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(Planted);

    /// <summary>A PNG with a gradient of colours.</summary>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="extra">Chunks after the header, besides.</param>
    /// <param name="behindPixels">Bytes within the pixel chunk behind the end of its stream.</param>
    public static byte[] Png(int width = 20, int height = 12, IEnumerable<(string Type, byte[] Data)>? extra = null, byte[]? behindPixels = null)
    {
        var rows = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < width; x++)
            {
                rows.Write([(byte)(x * 9), (byte)(y * 17), (byte)((x + y) * 5)]);
            }
        }

        return Png(width, height, 8, 2, interlaced: false, rows.ToArray(), extra ?? [], behindPixels ?? []);
    }

    /// <summary>A PNG of given rows, each with its filter byte.</summary>
    public static byte[] Png(int width, int height, byte depth, byte colorType, bool interlaced, byte[] rows, IEnumerable<(string Type, byte[] Data)> extra, byte[] behindPixels)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colorType, interlaced ? (byte)1 : (byte)0);
        var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]);
        Chunk(file, "IHDR", header);
        foreach (var (type, data) in extra)
        {
            Chunk(file, type, data);
        }

        Chunk(file, "IDAT", [.. Zlib(rows), .. behindPixels]);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A PNG with words, a time, Exif, a colour profile, private chunks, and bytes behind its pixels and its end.</summary>
    public static byte[] LadenPng() =>
    [
        .. Png(
            extra:
            [
                ("gAMA", [0, 0, 0xB1, 0x8F]), ("sRGB", [0]), ("tEXt", [.. "Author\0"u8, .. Secret]), ("zTXt", [.. "Comment\0\0"u8, .. Zlib(Secret)]),
                ("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Secret]), ("tIME", [0x07, 0xDF, 12, 15, 10, 4, 0]), ("eXIf", Tiff(1)), ("iCCP", [.. "Saltmarsh screen\0\0"u8, .. Zlib(Secret)]),
                ("prVt", Secret),
            ],
            behindPixels: Secret),
        .. Secret,
    ];

    /// <summary>A JPEG with the same gradient in grey.</summary>
    public static byte[] Jpeg(int width = 40, int height = 24) => TinyJpegEncoder.Encode(width, height, (x, y) => (byte)((x * 5) + (y * 3)));

    /// <summary>A JPEG with Exif (turned as given, a place, a preview), XMP, a profile, a maker's segment, comments, stray bytes and a second picture behind its end.</summary>
    public static byte[] LadenJpeg(int orientation = 6)
    {
        var plain = Jpeg();
        return
        [
            .. plain[..2],
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 1, 1, 9, 9, 9]),
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0\u0001\u0001"u8, .. Secret]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Secret]),
            .. Segment(0xEB, Secret),
            .. Segment(0xFE, Secret),
            .. plain[2..^2], .. Secret, .. plain[^2..],
            .. Jpeg(), .. Secret,
        ];
    }

    /// <summary>A GIF of two frames that repeats, with a comment, XMP, a text block, and bytes behind a frame and its end.</summary>
    public static byte[] LadenGif()
    {
        byte[] frame = [0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2];

        // Clear and three pixels in three bits each; the table has grown to eight by then, so the fourth pixel and the end take four. Low bits first.
        byte[] packed = [0b01_000_100, 0b0001_000_0, 0b0101];
        byte[] control = [0x21, 0xF9, 4, 0, 10, 0, 0, 0];
        return
        [
            .. "GIF89a"u8, 2, 0, 2, 0, 0b1000_0001, 0, 49,
            0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0,
            0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 5, 0, 0,
            0x21, 0xFE, (byte)Secret.Length, .. Secret, 0,
            0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)Secret.Length, .. Secret, 0,
            0x21, 0x01, 12, 0, 0, 0, 0, 2, 0, 2, 0, 8, 8, 0, 1, (byte)Secret.Length, .. Secret, 0,
            .. control, .. frame, (byte)packed.Length, .. packed, 0,
            .. control, .. frame, (byte)(packed.Length + Secret.Length), .. packed, .. Secret, 0,
            0x3B, .. Secret,
        ];
    }

    /// <summary>A WebP of one colour (VP8L), with Exif, XMP, a profile, an unknown chunk, and bytes behind its end.</summary>
    public static byte[] LadenWebP(int orientation = 6)
    {
        var inner = new MemoryStream();
        inner.Write("WEBP"u8);
        RiffChunk(inner, "VP8X", [0x08 | 0x04 | 0x20, 0, 0, 0, 9, 0, 0, 5, 0, 0]);
        RiffChunk(inner, "ICCP", Secret);
        RiffChunk(inner, "VP8L", Lossless(10, 6));
        RiffChunk(inner, "EXIF", Tiff(orientation));
        RiffChunk(inner, "XMP ", Secret);
        RiffChunk(inner, "priv", Secret);
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)inner.Length);
        return [.. "RIFF"u8, .. size, .. inner.ToArray(), .. Secret];
    }

    /// <summary>A TIFF structure with an orientation, words and a place.</summary>
    public static byte[] Tiff(int orientation)
    {
        var words = 8 + 2 + (2 * 12) + 4;
        var place = words + Secret.Length + 1;
        return
        [
            .. "II*\0"u8, 8, 0, 0, 0,
            2, 0,
            0x0F, 0x01, 2, 0, (byte)(Secret.Length + 1), 0, 0, 0, (byte)words, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0, 0, 0, 0,
            .. Secret, 0, .. new byte[place - words - Secret.Length - 1],
        ];
    }

    public static byte[] Zlib(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    /// <summary>A chunk with its CRC, computed here bit by bit: the scrubber's own table is not asked.</summary>
    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        var sum = uint.MaxValue;
        foreach (var value in named)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (0 - (sum & 1)));
            }
        }

        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~sum);
        file.Write(number);
    }

    private static void RiffChunk(MemoryStream file, string type, byte[] data)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, data.Length);
        file.Write(Encoding.ASCII.GetBytes(type));
        file.Write(size);
        file.Write(data);
        file.Write(data.Length % 2 == 1 ? [0] : []);
    }

    /// <summary>One colour in VP8L: five prefix codes of a single symbol each, so that pixels take no bits at all.</summary>
    private static byte[] Lossless(int width, int height)
    {
        var bits = new List<bool>();
        void Put(int value, int count)
        {
            for (var i = 0; i < count; i++)
            {
                bits.Add(((value >> i) & 1) != 0);
            }
        }

        Put(width - 1, 14);
        Put(height - 1, 14);
        Put(0, 1 + 3); // no alpha, version 0
        Put(0, 3); // no transform, no colour cache, no meta codes
        foreach (var symbol in (int[])[120, 40, 200, 255]) // green, red, blue, alpha
        {
            Put(1, 1);
            Put(0, 1);
            Put(1, 1);
            Put(symbol, 8);
        }

        Put(1, 1); // distances: one symbol of one bit, 0
        Put(0, 1 + 1 + 1);
        var bytes = new byte[1 + ((bits.Count + 7) / 8)];
        bytes[0] = 0x2F;
        for (var i = 0; i < bits.Count; i++)
        {
            bytes[1 + (i / 8)] |= (byte)(bits[i] ? 1 << (i % 8) : 0);
        }

        return bytes;
    }
}
