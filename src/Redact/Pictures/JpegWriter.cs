using System.Buffers;

namespace Blog.Redact.Pictures;

/// <summary>Writes coefficients as a sequential JPEG file of one scan, with codes made for them.</summary>
internal static class JpegWriter
{
    /// <summary>Writes a part of a picture.</summary>
    /// <param name="jpeg">The picture.</param>
    /// <param name="units">The part, in units of all components.</param>
    /// <param name="isWhole">Whether it is all of it.</param>
    public static byte[] Write(JpegFile jpeg, PictureArea units, bool isWhole)
    {
        var frame = jpeg.Frame;
        if (frame.Components.Count > 1 && frame.Components.Sum(component => component.H * component.V) > 10)
        {
            throw new PictureException("This JPEG picture samples its colours in an unusual way, and such ones cannot be changed here. Cover or cut it in an image editor, and give that file with --replace.");
        }

        var width = isWhole ? frame.Width : Math.Min(frame.Width - (units.X * frame.UnitWidth), units.Width * frame.UnitWidth);
        var height = isWhole ? frame.Height : Math.Min(frame.Height - (units.Y * frame.UnitHeight), units.Height * frame.UnitHeight);

        // First counted, then written: a code fits the symbols that are there.
        var tables = new JpegCode[4]; // means and rest, of the first component and of the others
        for (var i = 0; i < tables.Length; i++)
        {
            tables[i] = new JpegCode();
        }

        Walk(frame, units, tables, null);
        var used = frame.Components.Count == 1 ? 2 : 4;
        var output = new ArrayBufferWriter<byte>();
        jpeg.WriteHead(output);
        output.Write(jpeg.Quantization);
        JpegFile.Write(output, jpeg.HasWideSteps ? (byte)0xC1 : (byte)0xC0,
            [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)frame.Components.Count, .. frame.Components.SelectMany(each => (byte[])[each.Id, (byte)((each.H << 4) | each.V), each.Quantization])]);
        for (var i = 0; i < used; i++)
        {
            JpegFile.Write(output, 0xC4, [(byte)(((i & 1) << 4) | (i >> 1)), .. tables[i].Finish()]);
        }

        JpegFile.Write(output, 0xDA, [(byte)frame.Components.Count, .. frame.Components.SelectMany((each, i) => (byte[])[each.Id, i == 0 ? (byte)0 : (byte)0x11]), 0, 63, 0]);
        var bits = new JpegBitWriter(output);
        Walk(frame, units, tables, bits);
        bits.Finish();
        output.Write<byte>([0xFF, 0xD9]);
        return output.WrittenSpan.ToArray();
    }

    private static void Walk(JpegFrame frame, PictureArea units, JpegCode[] tables, JpegBitWriter? bits)
    {
        var last = new int[frame.Components.Count];
        var alone = frame.Components.Count == 1;
        var (down, across) = alone ? Single(frame, units) : (units.Height, units.Width);
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++)
            {
                for (var c = 0; c < frame.Components.Count; c++)
                {
                    var component = frame.Components[c];
                    var (dc, ac) = (tables[c == 0 ? 0 : 2], tables[c == 0 ? 1 : 3]);
                    if (alone)
                    {
                        Block(component.Block((units.X * component.H) + column, (units.Y * component.V) + row), ref last[c], dc, ac, bits);
                        continue;
                    }

                    for (var i = 0; i < component.H * component.V; i++)
                    {
                        var (x, y) = (((units.X + column) * component.H) + (i % component.H), ((units.Y + row) * component.V) + (i / component.H));
                        Block(component.Block(x, y), ref last[c], dc, ac, bits);
                    }
                }
            }
        }
    }

    /// <summary>A component that is alone comes block by block, and without those that only fill up a unit.</summary>
    private static (int Down, int Across) Single(JpegFrame frame, PictureArea units)
    {
        var component = frame.Components[0];
        return (Math.Min(component.Rows - (units.Y * component.V), units.Height * component.V), Math.Min(component.Columns - (units.X * component.H), units.Width * component.H));
    }

    private static void Block(ReadOnlySpan<short> block, ref int last, JpegCode dc, JpegCode ac, JpegBitWriter? bits)
    {
        var difference = block[0] - last;
        last = block[0];
        Put(dc, 0, difference, bits);
        var zeros = 0;
        for (var i = 1; i < 64; i++)
        {
            if (block[i] == 0)
            {
                zeros++;
                continue;
            }

            for (; zeros > 15; zeros -= 16)
            {
                Put(ac, 15, 0, bits);
            }

            Put(ac, zeros, block[i], bits);
            zeros = 0;
        }

        if (zeros > 0)
        {
            Put(ac, 0, 0, bits);
        }
    }

    private static void Put(JpegCode code, int zeros, int value, JpegBitWriter? bits)
    {
        var size = 32 - int.LeadingZeroCount(Math.Abs(value));
        var symbol = size <= 15 ? (byte)((zeros << 4) | size) : throw PictureException.Damaged("JPEG", "a coefficient that is out of range");
        if (bits is null)
        {
            code.Count(symbol);
            return;
        }

        code.Put(symbol, bits);
        bits.Put(value < 0 ? value + (1 << size) - 1 : value, size);
    }
}
