namespace Blog.Tests.Redact.Pictures;

/// <summary>A baseline JPEG encoder for tests: with the cosines written out, quantized by 8 throughout, and one Huffman code in which every symbol has eight bits.</summary>
internal static class TinyJpegEncoder
{
    private const int Quantum = 8;

    /// <summary>Order of coefficients in the file: place of each in its block.</summary>
    private static readonly int[] ZigZag = MakeZigZag();

    /// <summary>Encodes a picture in grey.</summary>
    public static byte[] Encode(int width, int height, Func<int, int, byte> pixel) => Encode(width, height, [(1, 1, pixel)], restart: 0);

    /// <summary>Encodes a picture of several components.</summary>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="components">Of each: sampling across and down (1 or 2), and its sample at a pixel's place.</param>
    /// <param name="restart">Units between restart markers; 0 for none.</param>
    public static byte[] Encode(int width, int height, IReadOnlyList<(int H, int V, Func<int, int, byte> Sample)> components, int restart)
    {
        var file = new MemoryStream();
        file.Write([0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)Quantum, 64)]);
        file.Write([0xFF, 0xC0, 0, (byte)(8 + (3 * components.Count)), 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components.Count]);
        for (var i = 0; i < components.Count; i++)
        {
            file.Write([(byte)(i + 1), (byte)((components[i].H << 4) | components[i].V), 0]);
        }

        // 255 codes of eight bits (the last would be all ones), with the symbols 0 to 254.
        foreach (var table in (byte[])[0x00, 0x10])
        {
            file.Write([0xFF, 0xC4, 0x01, 0x12, table, 0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, .. Enumerable.Range(0, 255).Select(value => (byte)value)]);
        }

        if (restart > 0)
        {
            file.Write([0xFF, 0xDD, 0, 4, (byte)(restart >> 8), (byte)restart]);
        }

        file.Write([0xFF, 0xDA, 0, (byte)(6 + (2 * components.Count)), (byte)components.Count]);
        for (var i = 0; i < components.Count; i++)
        {
            file.Write([(byte)(i + 1), 0]);
        }

        file.Write([0, 63, 0]);
        Scan(file, width, height, components, restart);
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    /// <summary>The same grey picture in passes: means, then their last bit; the rest in two bands, then its last bit.</summary>
    public static byte[] EncodeProgressive(int width, int height, Func<int, int, byte> pixel)
    {
        var file = new MemoryStream();
        file.Write([0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)Quantum, 64)]);
        file.Write([0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        foreach (var table in (byte[])[0x00, 0x10])
        {
            file.Write([0xFF, 0xC4, 0x01, 0x12, table, 0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, .. Enumerable.Range(0, 255).Select(value => (byte)value)]);
        }

        var blocks = new List<int[]>();
        for (var by = 0; by < (height + 7) / 8; by++)
        {
            for (var bx = 0; bx < (width + 7) / 8; bx++)
            {
                var values = Coefficients((x, y) => pixel(Math.Min(width - 1, (bx * 8) + x), Math.Min(height - 1, (by * 8) + y)));
                blocks.Add([.. ZigZag.Select(i => values[i])]);
            }
        }

        Pass(file, 0, 0, 0, 1, bits => Means(bits, blocks));
        Pass(file, 1, 5, 0, 1, bits => FirstBand(bits, blocks, 1, 5));
        Pass(file, 6, 63, 0, 1, bits => FirstBand(bits, blocks, 6, 63));
        Pass(file, 1, 63, 1, 0, bits => blocks.ForEach(block => Refine(bits, block)));
        Pass(file, 0, 0, 1, 0, bits => blocks.ForEach(block => Put(bits, block[0] & 1, 1)));
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private static void Pass(MemoryStream file, byte from, byte to, byte high, byte low, Action<List<bool>> write)
    {
        file.Write([0xFF, 0xDA, 0, 8, 1, 1, 0, from, to, (byte)((high << 4) | low)]);
        var bits = new List<bool>();
        write(bits);
        Flush(file, bits);
    }

    private static void Means(List<bool> bits, List<int[]> blocks)
    {
        var last = 0;
        foreach (var block in blocks)
        {
            var mean = block[0] >> 1;
            Put(bits, Size(mean - last), 8);
            Magnitude(bits, mean - last);
            last = mean;
        }
    }

    private static void FirstBand(List<bool> bits, List<int[]> blocks, int from, int to)
    {
        var empty = 0;
        void FlushEmpty()
        {
            if (empty > 0)
            {
                var size = (int)Math.Log2(empty);
                Put(bits, size << 4, 8);
                Put(bits, empty - (1 << size), size);
                empty = 0;
            }
        }

        foreach (var block in blocks)
        {
            var zeros = 0;
            for (var i = from; i <= to; i++)
            {
                var value = block[i] / 2; // towards zero, as the passes demand
                if (value == 0)
                {
                    zeros++;
                    continue;
                }

                FlushEmpty();
                for (; zeros > 15; zeros -= 16)
                {
                    Put(bits, 0xF0, 8);
                }

                Put(bits, (zeros << 4) | Size(value), 8);
                Magnitude(bits, value);
                zeros = 0;
            }

            empty += zeros > 0 ? 1 : 0;
        }

        FlushEmpty();
    }

    private static void Refine(List<bool> bits, int[] block)
    {
        var lastNew = Array.FindLastIndex(block, 63, 63, value => Math.Abs(value) == 1);
        var (zeros, corrections) = (0, new List<bool>());
        for (var i = 1; i < 64; i++)
        {
            var size = Math.Abs(block[i]);
            if (size == 0)
            {
                zeros++;
                continue;
            }

            while (zeros > 15 && i <= lastNew)
            {
                Put(bits, 0xF0, 8);
                bits.AddRange(corrections);
                corrections.Clear();
                zeros -= 16;
            }

            if (size > 1)
            {
                corrections.Add((size & 1) != 0);
                continue;
            }

            Put(bits, (zeros << 4) | 1, 8);
            Put(bits, block[i] > 0 ? 1 : 0, 1);
            bits.AddRange(corrections);
            corrections.Clear();
            zeros = 0;
        }

        if (zeros > 0 || corrections.Count > 0)
        {
            Put(bits, 0, 8);
            bits.AddRange(corrections);
        }
    }

    private static void Scan(MemoryStream file, int width, int height, IReadOnlyList<(int H, int V, Func<int, int, byte> Sample)> components, int restart)
    {
        var (most, deepest) = (components.Max(component => component.H), components.Max(component => component.V));
        var bits = new List<bool>();
        var last = new int[components.Count];
        var unit = 0;
        for (var my = 0; my < (height + (8 * deepest) - 1) / (8 * deepest); my++)
        {
            for (var mx = 0; mx < (width + (8 * most) - 1) / (8 * most); mx++, unit++)
            {
                if (restart > 0 && unit > 0 && unit % restart == 0)
                {
                    Flush(file, bits);
                    file.Write([0xFF, (byte)(0xD0 + (((unit / restart) - 1) % 8))]);
                    Array.Clear(last);
                }

                for (var c = 0; c < components.Count; c++)
                {
                    var (h, v, sample) = components[c];
                    for (var by = 0; by < v; by++)
                    {
                        for (var bx = 0; bx < h; bx++)
                        {
                            var (left, top) = ((mx * h) + bx, (my * v) + by);
                            Block(bits, (x, y) => sample(Math.Min(width - 1, ((left * 8) + x) * most / h), Math.Min(height - 1, ((top * 8) + y) * deepest / v)), ref last[c]);
                        }
                    }
                }
            }
        }

        Flush(file, bits);
    }

    private static int[] Coefficients(Func<int, int, byte> sample)
    {
        var values = new int[64];
        for (var v = 0; v < 8; v++)
        {
            for (var u = 0; u < 8; u++)
            {
                var sum = 0.0;
                for (var y = 0; y < 8; y++)
                {
                    for (var x = 0; x < 8; x++)
                    {
                        sum += (sample(x, y) - 128) * Math.Cos(((2 * x) + 1) * u * Math.PI / 16) * Math.Cos(((2 * y) + 1) * v * Math.PI / 16);
                    }
                }

                values[(v * 8) + u] = (int)Math.Round(sum / 4 * (u == 0 ? Math.Sqrt(0.5) : 1) * (v == 0 ? Math.Sqrt(0.5) : 1) / Quantum);
            }
        }

        return values;
    }

    private static void Block(List<bool> bits, Func<int, int, byte> sample, ref int last)
    {
        var values = Coefficients(sample);
        var difference = values[0] - last;
        last = values[0];
        Put(bits, Size(difference), 8);
        Magnitude(bits, difference);
        var zeros = 0;
        for (var i = 1; i < 64; i++)
        {
            var value = values[ZigZag[i]];
            if (value == 0)
            {
                zeros++;
                continue;
            }

            for (; zeros > 15; zeros -= 16)
            {
                Put(bits, 0xF0, 8);
            }

            Put(bits, (zeros << 4) | Size(value), 8);
            Magnitude(bits, value);
            zeros = 0;
        }

        if (zeros > 0)
        {
            Put(bits, 0, 8);
        }
    }

    private static void Magnitude(List<bool> bits, int value) => Put(bits, value < 0 ? value + (1 << Size(value)) - 1 : value, Size(value));

    private static int Size(int value) => value == 0 ? 0 : 1 + (int)Math.Log2(Math.Abs(value));

    private static void Put(List<bool> bits, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            bits.Add(((value >> i) & 1) != 0);
        }
    }

    private static void Flush(MemoryStream file, List<bool> bits)
    {
        while (bits.Count % 8 != 0)
        {
            bits.Add(true);
        }

        for (var i = 0; i < bits.Count; i += 8)
        {
            var value = 0;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value << 1) | (bits[i + bit] ? 1 : 0);
            }

            file.WriteByte((byte)value);
            file.Write(value == 0xFF ? [0] : []);
        }

        bits.Clear();
    }

    private static int[] MakeZigZag() =>
    [
        .. Enumerable.Range(0, 64).OrderBy(i => (i / 8) + (i % 8)).ThenBy(i => (((i / 8) + (i % 8)) % 2) == 0 ? -(i / 8) : i / 8),
    ];
}
