namespace Blog.Redact.Pictures;

/// <summary>A Huffman code made for the symbols that occur (T.81, K.2): first counted, then finished, then written with.</summary>
internal sealed class JpegCode
{
    private const int MaxLength = 16;
    private const int Reserved = 256; // takes the code of all ones, which must not be used

    private readonly long[] _counts = new long[257];
    private readonly int[] _codes = new int[256];
    private readonly int[] _lengths = new int[256];

    /// <summary>Counts a symbol.</summary>
    public void Count(byte symbol) => _counts[symbol]++;

    /// <summary>Makes the code.</summary>
    /// <returns>How many codes there are of each length from 1 to 16, then the symbols in order: as a file has them.</returns>
    public byte[] Finish()
    {
        _counts[Reserved] = 1;
        var lengths = Lengths();
        var bits = new int[Math.Max(MaxLength, lengths.Max()) + 1];
        foreach (var length in lengths.Where(length => length > 0))
        {
            bits[length]++;
        }

        Shorten(bits);
        var last = Array.FindLastIndex(bits, count => count > 0);
        bits[last]--; // the reserved one
        var symbols = Enumerable.Range(0, 256).Where(symbol => lengths[symbol] > 0).OrderBy(symbol => lengths[symbol]).ThenBy(symbol => symbol).Select(symbol => (byte)symbol).ToArray();
        var (code, next) = (0, 0);
        for (var length = 1; length <= MaxLength; length++)
        {
            for (var i = 0; i < bits[length]; i++)
            {
                (_codes[symbols[next]], _lengths[symbols[next]]) = (code++, length);
                next++;
            }

            code <<= 1;
        }

        return [.. bits.Skip(1).Take(MaxLength).Select(count => (byte)count), .. symbols];
    }

    /// <summary>Writes a symbol.</summary>
    public void Put(byte symbol, JpegBitWriter bits) => bits.Put(_codes[symbol], _lengths[symbol]);

    /// <summary>Length of each symbol's code, as Huffman's way gives it: the two rarest are joined again and again.</summary>
    private int[] Lengths()
    {
        var lengths = new int[257];
        var groups = new PriorityQueue<List<int>, (long Count, int Order)>();
        var order = 0;
        for (var symbol = 0; symbol <= Reserved; symbol++)
        {
            if (_counts[symbol] > 0)
            {
                groups.Enqueue([symbol], (_counts[symbol], order++));
            }
        }

        while (groups.Count > 1)
        {
            groups.TryDequeue(out var one, out var first); // there are two: counted above
            groups.TryDequeue(out var other, out var second);
            var joined = one!.Concat(other!).ToList();
            joined.ForEach(symbol => lengths[symbol]++);
            groups.Enqueue(joined, (first.Count + second.Count, order++));
        }

        return lengths;
    }

    /// <summary>Moves codes of more than sixteen bits up (T.81, figure K.3).</summary>
    private static void Shorten(int[] bits)
    {
        for (var length = bits.Length - 1; length > MaxLength; length--)
        {
            while (bits[length] > 0)
            {
                var shorter = length - 2;
                while (bits[shorter] == 0)
                {
                    shorter--;
                }

                bits[length] -= 2;
                bits[length - 1]++;
                bits[shorter + 1] += 2;
                bits[shorter]--;
            }
        }
    }
}
