namespace Blog.Redact.Pictures;

/// <summary>Keeps of a GIF file its colours, frames, their timing and how often they repeat; comments, texts and all other extensions go, and what follows the end.</summary>
/// <remarks>A frame's packed data is read through and cut after its own end, since more bytes could follow there unseen. Blocks by the GIF89a specification.</remarks>
internal static class GifScrubber
{
    private const string Name = "GIF";
    private const int MaxFrames = 10_000;

    public static ScrubbedPicture Scrub(ReadOnlySpan<byte> file)
    {
        var reader = new PartReader(file, Name);
        var output = new MemoryStream(file.Length);
        var removed = new List<string>();
        reader.Take(6);
        output.Write("GIF89a"u8);
        var screen = reader.Take(7);
        var (width, height) = (screen[0] | (screen[1] << 8), screen[2] | (screen[3] << 8));
        PictureLimits.RequireSize(width, height);
        output.Write([screen[0], screen[1], screen[2], screen[3], screen[4], screen[5], 0]); // pixels are square
        CopyColors(ref reader, output, screen[4]);

        var frames = 0;
        byte[]? control = null;
        for (var block = reader.Byte(); block != 0x3B; block = reader.Byte())
        {
            switch (block)
            {
                case 0x2C:
                    if (++frames > MaxFrames)
                    {
                        throw PictureException.Damaged(Name, "too many frames");
                    }

                    output.Write(control);
                    control = null;
                    CopyFrame(ref reader, output, width, height, removed);
                    break;
                case 0x21:
                    var label = reader.Byte();
                    control = Extension(ref reader, label, output, removed) ?? (label == 0xF9 ? null : control);
                    break;
                default:
                    throw PictureException.Damaged(Name, "a block that is not known");
            }
        }

        if (frames == 0)
        {
            throw PictureException.Damaged(Name, "no picture in it");
        }

        output.WriteByte(0x3B);
        if (reader.Left > 0)
        {
            removed.Add("bytes after the end");
        }

        return new ScrubbedPicture(PictureFormat.Gif, width, height, output.ToArray(), removed);
    }

    /// <summary>Reads an extension. A graphic control is given back, to be written before its frame; the number of repeats is written at once; all else is dropped.</summary>
    private static byte[]? Extension(ref PartReader reader, byte label, MemoryStream output, List<string> removed)
    {
        if (label == 0xF9)
        {
            if (reader.Byte() != 4)
            {
                throw PictureException.Damaged(Name, "the timing of a frame");
            }

            var data = reader.Take(4);
            byte[] control = [0x21, 0xF9, 4, (byte)(data[0] & 0b0001_1111), data[1], data[2], data[3], 0];
            SkipBlocks(ref reader);
            return control;
        }

        if (label == 0xFF)
        {
            var name = reader.Take(reader.Byte());
            var isLoop = name.SequenceEqual("NETSCAPE2.0"u8) || name.SequenceEqual("ANIMEXTS1.0"u8);
            for (int length; (length = reader.Byte()) != 0;)
            {
                var data = reader.Take(length);
                if (isLoop && length == 3 && data[0] == 1)
                {
                    output.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, data[1], data[2], 0]);
                    isLoop = false; // said once
                    SkipBlocks(ref reader);
                    return null;
                }
            }

            removed.Add("application data");
            return null;
        }

        removed.Add(label switch { 0xFE => "comment", 0x01 => "text", _ => $"extension {label:X2}" });
        SkipBlocks(ref reader);
        return null;
    }

    private static void CopyFrame(ref PartReader reader, MemoryStream output, int width, int height, List<string> removed)
    {
        var descriptor = reader.Take(9);
        var (left, top) = (descriptor[0] | (descriptor[1] << 8), descriptor[2] | (descriptor[3] << 8));
        var (columns, rows) = (descriptor[4] | (descriptor[5] << 8), descriptor[6] | (descriptor[7] << 8));
        if (columns == 0 || rows == 0 || left + columns > width || top + rows > height)
        {
            throw PictureException.Damaged(Name, "a frame outside the picture");
        }

        output.WriteByte(0x2C);
        output.Write(descriptor[..8]);
        output.WriteByte((byte)(descriptor[8] & 0b1110_0111));
        CopyColors(ref reader, output, descriptor[8]);

        var minimum = reader.Byte();
        if (minimum is < 2 or > 8)
        {
            throw PictureException.Damaged(Name, "the packing of a frame");
        }

        var packed = new MemoryStream();
        for (int length; (length = reader.Byte()) != 0;)
        {
            packed.Write(reader.Take(length));
        }

        var data = packed.ToArray();
        var used = GifPacking.UsedLength(data, minimum, columns * (long)rows);
        if (used < data.Length)
        {
            removed.Add("bytes behind a frame");
        }

        output.WriteByte(minimum);
        for (var at = 0; at < used; at += 255)
        {
            var length = Math.Min(255, used - at);
            output.WriteByte((byte)length);
            output.Write(data.AsSpan(at, length));
        }

        output.WriteByte(0);
    }

    private static void CopyColors(ref PartReader reader, MemoryStream output, byte flags)
    {
        if ((flags & 0x80) != 0)
        {
            output.Write(reader.Take(3 << ((flags & 7) + 1)));
        }
    }

    private static void SkipBlocks(ref PartReader reader)
    {
        for (int length; (length = reader.Byte()) != 0;)
        {
            reader.Take(length);
        }
    }
}
