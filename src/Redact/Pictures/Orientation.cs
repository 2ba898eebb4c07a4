using System.Buffers.Binary;

namespace Blog.Redact.Pictures;

/// <summary>
/// Which way up a photograph is shown: the one fact of its Exif data that must stay, since a phone writes pixels as its sensor lies. 1 (upright) to 8, as in
/// TIFF's tag 274.
/// </summary>
internal static class Orientation
{
    /// <summary>As the pixels lie.</summary>
    public const int Upright = 1;

    private const int Tag = 0x0112;
    private const int MaxEntries = 1000;

    /// <summary>Whether width and height change places.</summary>
    public static bool Turns(int orientation) => orientation >= 5;

    /// <summary>Reads it from a TIFF structure; <see cref="Upright"/> where none is said or the structure is damaged.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        var little = tiff[0] == (byte)'I';
        var offset = Number32(tiff[4..], little);
        if (offset > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = Math.Min(Number16(tiff[(int)offset..], little), MaxEntries);
        for (var i = 0; i < entries; i++)
        {
            var at = (int)offset + 2 + (i * 12);
            if (at + 12 > tiff.Length)
            {
                break;
            }

            if (Number16(tiff[at..], little) == Tag && Number16(tiff[(at + 2)..], little) == 3)
            {
                var value = Number16(tiff[(at + 8)..], little);
                return value is >= 1 and <= 8 ? value : Upright;
            }
        }

        return Upright;
    }

    /// <summary>A TIFF structure of 26 bytes that says this and nothing else.</summary>
    public static byte[] Write(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, // high byte first; the one directory at 8
        0, 1, // one entry
        Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, // one 16-bit number
        0, 0, 0, 0, // no further directory
    ];

    private static int Number16(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
