using System.Buffers.Binary;
using System.IO.Compression;

namespace Blog.Redact.Pictures;

/// <summary>Packs pixels as PNG: three bytes a pixel, four where something is transparent.</summary>
internal static class PngEncoder
{
    /// <summary>Packs them.</summary>
    public static byte[] Encode(PixelImage image)
    {
        var samples = IsOpaque(image.Rgba) ? 3 : 4;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        header[8] = 8;
        header[9] = samples == 3 ? (byte)2 : (byte)6;

        var output = new MemoryStream();
        output.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        PngScrubber.Write(output, "IHDR", header);
        foreach (var (type, data) in image.Colors)
        {
            PngScrubber.Write(output, type, data);
        }

        PngScrubber.Write(output, "IDAT", Pack(image, samples));
        PngScrubber.Write(output, "IEND", []);
        return output.ToArray();
    }

    private static bool IsOpaque(ReadOnlySpan<byte> rgba)
    {
        for (var i = 3; i < rgba.Length; i += 4)
        {
            if (rgba[i] != 255)
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Pack(PixelImage image, int samples)
    {
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var before = new byte[image.Width * samples];
            var row = new byte[before.Length];
            var filtered = new byte[3][];
            for (var i = 0; i < filtered.Length; i++)
            {
                filtered[i] = new byte[row.Length + 1];
                filtered[i][0] = (byte)i; // none, left, above
            }

            for (var r = 0; r < image.Height; r++)
            {
                for (var c = 0; c < image.Width; c++)
                {
                    image.Rgba.AsSpan(((r * image.Width) + c) * 4, samples).CopyTo(row.AsSpan(c * samples));
                }

                for (var i = 0; i < row.Length; i++)
                {
                    filtered[0][i + 1] = row[i];
                    filtered[1][i + 1] = (byte)(row[i] - (i >= samples ? row[i - samples] : 0));
                    filtered[2][i + 1] = (byte)(row[i] - before[i]);
                }

                deflate.Write(filtered.MinBy(Size));
                (row, before) = (before, row);
            }
        }

        return packed.ToArray();
    }

    /// <summary>The usual guess at which filter packs best (PNG, 12.7): the least sum of differences, taken as signed.</summary>
    private static long Size(byte[] filtered)
    {
        var sum = 0L;
        foreach (var value in filtered.AsSpan(1))
        {
            sum += Math.Abs((int)(sbyte)value);
        }

        return sum;
    }
}
