namespace Blog.Redact.Pictures;

/// <summary>One code of a JPEG file: which symbol stands for which bits (T.81, annex C and F.2.2.3).</summary>
internal sealed class JpegHuffmanTable
{
    private const int MaxLength = 16;

    private readonly int[] _first = new int[MaxLength + 1];
    private readonly int[] _count = new int[MaxLength + 1];
    private readonly int[] _at = new int[MaxLength + 1];
    private readonly byte[] _symbols;

    /// <summary>Reads it: how many codes there are of each length from 1 to 16, then the symbols in order.</summary>
    /// <exception cref="PictureException">There are more codes than bits can tell apart.</exception>
    public JpegHuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        _symbols = symbols.ToArray();
        var (code, at) = (0, 0);
        for (var length = 1; length <= MaxLength; length++)
        {
            (_first[length], _count[length], _at[length]) = (code, counts[length - 1], at);
            at += counts[length - 1];
            code = (code + counts[length - 1]) << 1;
            if (code > 2 << length)
            {
                throw PictureException.Damaged("JPEG", "Huffman table");
            }
        }
    }

    /// <summary>The next symbol.</summary>
    public byte Next(ref JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= MaxLength; length++)
        {
            code = (code << 1) | bits.Bit();
            if (code - _first[length] < _count[length])
            {
                return _symbols[_at[length] + code - _first[length]];
            }
        }

        throw PictureException.Damaged("JPEG", "the packing of a scan");
    }
}
