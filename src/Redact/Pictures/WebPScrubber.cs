using System.Buffers.Binary;

namespace Blog.Redact.Pictures;

/// <summary>Keeps of a WebP file its pictures, their transparency and timing; Exif (but for the orientation), XMP, colour profiles and unknown chunks go, and what follows the end.</summary>
/// <remarks>Chunks by RFC 9649. The header's flags are written anew from what is left. The inside of a picture's own chunk is not looked into.</remarks>
internal static class WebPScrubber
{
    private const string Name = "WebP";
    private const int MaxFrames = 10_000;
    private const byte HasExif = 0x08;
    private const byte HasAlpha = 0x10;
    private const byte HasAnimation = 0x02;

    public static ScrubbedPicture Scrub(ReadOnlySpan<byte> file)
    {
        var outer = new PartReader(file, Name);
        outer.Take(4);
        var size = outer.Little32();
        var inner = outer.Take(size);
        var removed = new List<string>();
        var reader = new PartReader(inner, Name);
        reader.Take(4);

        var body = new MemoryStream(file.Length);
        byte[]? canvas = null;
        byte[]? animation = null;
        (int Width, int Height)? picture = null;
        var (alpha, frames, orientation) = (false, 0, Orientation.Upright);
        while (reader.Left > 0)
        {
            var type = Chunk(ref reader, out var data);
            switch (type)
            {
                case "VP8X" when canvas is null && body.Length == 0 && data.Length == 10:
                    canvas = data.ToArray();
                    break;
                case "ANIM" when canvas is not null && animation is null && data.Length == 6:
                    animation = data.ToArray();
                    break;
                case "ANMF" when animation is not null:
                    if (++frames > MaxFrames)
                    {
                        throw PictureException.Damaged(Name, "too many frames");
                    }

                    Write(body, type, Frame(data, removed));
                    break;
                case "ALPH" when canvas is not null && picture is null && !alpha:
                    alpha = true;
                    Write(body, type, data);
                    break;
                case "VP8 " or "VP8L" when picture is null && frames == 0:
                    picture = SizeOf(type, data);
                    Write(body, type, data);
                    break;
                case "EXIF":
                    orientation = Orientation.Read(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);
                    removed.Add("Exif");
                    break;
                case "VP8X" or "ANIM" or "ANMF" or "ALPH" or "VP8 " or "VP8L":
                    throw PictureException.Damaged(Name, "its parts stand in an order that cannot be shown");
                default:
                    removed.Add(type is "ICCP" or "XMP " ? type.TrimEnd() : "an unknown chunk");
                    break;
            }
        }

        if (picture is null && frames == 0)
        {
            throw PictureException.Damaged(Name, "no picture in it");
        }

        if (outer.Left > 0)
        {
            removed.Add("bytes after the end");
        }

        var (width, height) = canvas is null ? picture!.Value : (1 + Number24(canvas.AsSpan(4)), 1 + Number24(canvas.AsSpan(7))); // not null: no frames without a canvas
        PictureLimits.RequireSize(width, height);
        var bytes = Assemble(body, canvas, frames > 0 ? animation : null, orientation);
        return Orientation.Turns(orientation) && canvas is not null
            ? new ScrubbedPicture(PictureFormat.WebP, height, width, bytes, removed)
            : new ScrubbedPicture(PictureFormat.WebP, width, height, bytes, removed);
    }

    private static byte[] Assemble(MemoryStream body, byte[]? canvas, byte[]? animation, int orientation)
    {
        var inner = new MemoryStream((int)body.Length + 100);
        inner.Write("WEBP"u8);
        if (canvas is not null)
        {
            var flags = (byte)((canvas[0] & HasAlpha) | (animation is null ? 0 : HasAnimation) | (orientation == Orientation.Upright ? 0 : HasExif));
            Write(inner, "VP8X", [flags, 0, 0, 0, .. canvas.AsSpan(4)]);
            if (animation is not null)
            {
                Write(inner, "ANIM", animation);
            }
        }

        body.WriteTo(inner);
        if (canvas is not null && orientation != Orientation.Upright)
        {
            Write(inner, "EXIF", Orientation.Write(orientation));
        }

        var whole = new MemoryStream((int)inner.Length + 8);
        whole.Write("RIFF"u8);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(number, (uint)inner.Length);
        whole.Write(number);
        inner.WriteTo(whole);
        return whole.ToArray();
    }

    /// <summary>A frame of an animation: its place and time, then its own chunks, of which only those of the picture stay.</summary>
    private static byte[] Frame(ReadOnlySpan<byte> data, List<string> removed)
    {
        var reader = new PartReader(data, Name);
        var frame = new MemoryStream(data.Length);
        var place = reader.Take(16);
        frame.Write(place[..15]);
        frame.WriteByte((byte)(place[15] & 3));
        var shown = false;
        while (reader.Left > 0)
        {
            var type = Chunk(ref reader, out var part);
            if (type is "ALPH" or "VP8 " or "VP8L" && !shown)
            {
                shown = type != "ALPH";
                Write(frame, type, part);
            }
            else
            {
                removed.Add("a chunk in a frame");
            }
        }

        return shown ? frame.ToArray() : throw PictureException.Damaged(Name, "a frame without a picture");
    }

    private static string Chunk(ref PartReader reader, out ReadOnlySpan<byte> data)
    {
        var name = System.Text.Encoding.Latin1.GetString(reader.Take(4));
        data = reader.Take(reader.Little32());
        if (data.Length % 2 == 1 && reader.Left > 0)
        {
            reader.Take(1); // padding; written anew as zero
        }

        return name;
    }

    private static (int Width, int Height) SizeOf(string type, ReadOnlySpan<byte> data)
    {
        if (type == "VP8L")
        {
            if (data.Length < 5 || data[0] != 0x2F)
            {
                throw PictureException.Damaged(Name, "its picture");
            }

            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        if (data.Length < 10 || data[3] != 0x9D || data[4] != 0x01 || data[5] != 0x2A)
        {
            throw PictureException.Damaged(Name, "its picture");
        }

        return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static void Write(MemoryStream output, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        output.Write([(byte)type[0], (byte)type[1], (byte)type[2], (byte)type[3]]);
        BinaryPrimitives.WriteUInt32LittleEndian(number, (uint)data.Length);
        output.Write(number);
        output.Write(data);
        if (data.Length % 2 == 1)
        {
            output.WriteByte(0);
        }
    }
}
