using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Blog.Tests.Gate;

/// <summary>The smallest pictures of each kind, clean or with something in them that is not the picture.</summary>
internal static class SmallPictures
{
    public static (string File, byte[] Bytes) Of(string picture) => picture switch
    {
        "png" => ("media/a.png", Png([])),
        "png text" => ("media/a.png", Png(Chunk("tEXt", Encoding.Latin1.GetBytes("Author\0nobody")))),
        "png as gif" => ("media/a.gif", Png([])),
        "gif" => ("media/a.gif", Gif([])),
        "gif comment" => ("media/a.gif", Gif([0x21, 0xFE, 2, (byte)'h', (byte)'i', 0])),
        "jpg" => ("media/a.jpg", Jpeg([])),
        "jpg exif" => ("media/a.jpg", Jpeg([0xFF, 0xE1, 0, 8, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0])),
        "jpg turned" => ("media/a.jpg", Jpeg([0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. Turned])),
        "jpg turned and more" => ("media/a.jpg", Jpeg([0xFF, 0xE1, 0, 35, .. "Exif\0\0"u8, .. Turned, 1])),
        "jpg turned otherwise" => ("media/a.jpg", Jpeg([0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. Turned[..19], 9, .. Turned[20..]])),
        "jpg turned with a word" => ("media/a.jpg", Jpeg([0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. Turned[..22], .. "Anna"u8])),
        "webp" => ("media/a.webp", Webp([])),
        "webp turned" => ("media/a.webp", Webp([.. "EXIF"u8, 26, 0, 0, 0, .. Turned])),
        "webp exif" => ("media/a.webp", Webp([.. "EXIF"u8, 2, 0, 0, 0, 1, 2])),
        _ => throw new ArgumentOutOfRangeException(nameof(picture), picture, "No such picture."),
    };

    /// <summary>A TIFF structure that says "turn right by 90 degrees" and nothing else.</summary>
    private static readonly byte[] Turned = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

    public static byte[] Chunk(string kind, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.Latin1.GetBytes(kind).CopyTo(chunk, 4);
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    public static byte[] Png(byte[] more)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write([0, 255, 255, 255]);
        }

        return
        [
            0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]), .. more, .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Gif(byte[] more) =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0, .. more, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];

    // Heads and an empty scan: no decoder would show it, but its segments are those of a picture.
    private static byte[] Jpeg(byte[] more) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, .. more, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9,
    ];

    private static byte[] Webp(byte[] more)
    {
        byte[] chunks = [.. "WEBP"u8, .. "VP8L"u8, 6, 0, 0, 0, 0x2F, 0, 0, 0, 0, 0, .. more];
        var head = new byte[8];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), chunks.Length);
        return [.. head, .. chunks];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
