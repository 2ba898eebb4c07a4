using System.IO.Compression;

namespace Blog.Redact.Pictures;

/// <summary>Unpacks a PNG picture of any kind of pixels; samples of sixteen bits lose their lower half.</summary>
internal static class PngDecoder
{
    /// <summary>Unpacks it.</summary>
    /// <exception cref="PictureException">It is damaged or too large.</exception>
    public static PixelImage Decode(ReadOnlySpan<byte> file)
    {
        var (header, chunks, packed, _) = PngScrubber.Read(file);
        var image = new PixelImage(header.Width, header.Height, [.. chunks.Where(chunk => chunk.Type is "gAMA" or "cHRM" or "sRGB")]);
        var palette = chunks.FirstOrDefault(chunk => chunk.Type == "PLTE").Data ?? [];
        var transparent = chunks.FirstOrDefault(chunk => chunk.Type == "tRNS").Data ?? [];

        using var source = new MemoryStream(packed, writable: false);
        using var inflated = new ZLibStream(source, CompressionMode.Decompress);
        var step = Math.Max(1, header.Samples * header.BitDepth / 8); // bytes from a sample to the one left of it
        foreach (var (x, y, across, down, columns, rows) in header.Passes)
        {
            var before = new byte[header.RowLength(columns)];
            var row = new byte[before.Length];
            for (var r = 0; r < rows; r++)
            {
                var filter = inflated.ReadByte();
                inflated.ReadExactly(row); // the reading above has counted the bytes
                Unfilter(filter, row, before, step);
                for (var c = 0; c < columns; c++)
                {
                    var at = ((((y + (r * down)) * header.Width) + x + (c * across)) * 4);
                    Pixel(header, row, c, palette, transparent, image.Rgba.AsSpan(at, 4));
                }

                (row, before) = (before, row);
            }
        }

        return image;
    }

    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> before, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= step ? row[i - step] : (byte)0;
            var above = before[i];
            row[i] += filter switch
            {
                0 => 0,
                1 => left,
                2 => above,
                3 => (byte)((left + above) / 2),
                4 => Paeth(left, above, i >= step ? before[i - step] : (byte)0),
                _ => throw PictureException.Damaged("PNG", "the filter of a row"),
            };
        }
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static void Pixel(PngHeader header, ReadOnlySpan<byte> row, int column, byte[] palette, byte[] transparent, Span<byte> rgba)
    {
        switch (header.ColorType)
        {
            case 3:
                var index = Sample(header, row, column);
                if ((index * 3) + 2 >= palette.Length)
                {
                    throw PictureException.Damaged("PNG", "a colour that is not in its palette");
                }

                palette.AsSpan(index * 3, 3).CopyTo(rgba);
                rgba[3] = index < transparent.Length ? transparent[index] : (byte)255;
                break;
            case 0 or 4:
                var first = column * header.Samples;
                var grey = Sample(header, row, first);
                var shade = header.BitDepth == 16 ? (byte)(grey >> 8) : (byte)(grey * 255 / ((1 << header.BitDepth) - 1));
                rgba[..3].Fill(shade);
                rgba[3] = header.ColorType == 4 ? High(header, Sample(header, row, first + 1)) : Key(transparent, 0, grey) ? (byte)0 : (byte)255;
                break;
            default:
                var keyed = transparent.Length == 6 && header.ColorType == 2;
                for (var i = 0; i < 3; i++)
                {
                    var sample = Sample(header, row, (column * header.Samples) + i);
                    keyed &= Key(transparent, i, sample);
                    rgba[i] = High(header, sample);
                }

                rgba[3] = header.ColorType == 6 ? High(header, Sample(header, row, (column * 4) + 3)) : keyed ? (byte)0 : (byte)255;
                break;
        }
    }

    private static int Sample(PngHeader header, ReadOnlySpan<byte> row, int number)
    {
        switch (header.BitDepth)
        {
            case 8:
                return row[number];
            case 16:
                return (row[number * 2] << 8) | row[(number * 2) + 1];
            default:
                var bit = number * header.BitDepth;
                return (row[bit / 8] >> (8 - header.BitDepth - (bit % 8))) & ((1 << header.BitDepth) - 1);
        }
    }

    private static byte High(PngHeader header, int sample) => header.BitDepth == 16 ? (byte)(sample >> 8) : (byte)sample;

    /// <summary>Whether a sample is that of the one colour that counts as transparent.</summary>
    private static bool Key(byte[] transparent, int sample, int value) =>
        transparent.Length >= (sample * 2) + 2 && ((transparent[sample * 2] << 8) | transparent[(sample * 2) + 1]) == value;
}
