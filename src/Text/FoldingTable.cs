using System.Globalization;
using System.Text;

namespace Blog.Text;

/// <summary>Says what every character is folded to for comparison (table <c>Folding.table.txt</c>, described in <c>docs/folding.md</c>).</summary>
internal static class FoldingTable
{
    private const int PageSize = 256;

    private const uint Letter = 1 << 16;
    private const uint Joiner = 1 << 17;
    private const uint Dropped = 1 << 18;
    private const uint Symbol = 1 << 19;
    private const uint Unspaced = 1 << 20;
    private const uint Several = 1 << 21;
    private const uint Shaped = 1 << 22;
    private const uint LowBits = 0xFFFF;

    // An entry: flags above, below the one character it folds to (0: itself), or with Several an index into Spellings. A missing page is all gaps.
    private static readonly List<string> Spellings = [];
    private static readonly Dictionary<int, char> Shapes = [];
    private static readonly uint[]?[] Pages = ReadPages();

    /// <summary>What the table says of a code point; an unlisted one is a gap between words.</summary>
    public static FoldingEntry Of(int codePoint)
    {
        var entry = Pages[codePoint / PageSize] is { } page ? page[codePoint % PageSize] : 0;
        return new FoldingEntry(entry, codePoint);
    }

    internal static bool IsLetter(uint entry) => (entry & Letter) != 0;

    internal static bool IsJoiner(uint entry) => (entry & Joiner) != 0;

    internal static bool IsDropped(uint entry) => (entry & Dropped) != 0;

    internal static bool IsSymbol(uint entry) => (entry & Symbol) != 0;

    internal static bool IsUnspaced(uint entry) => (entry & Unspaced) != 0;

    internal static bool TryShape(uint entry, int codePoint, out char shape)
    {
        shape = default;
        return (entry & Shaped) != 0 && Shapes.TryGetValue(codePoint, out shape);
    }

    /// <summary>Writes what a letter folds to; returns the number of UTF-16 units, at most 18 (U+FDFA).</summary>
    internal static int Fold(uint entry, int codePoint, Span<char> target)
    {
        if ((entry & Several) != 0)
        {
            var spelling = Spellings[(int)(entry & LowBits)];
            spelling.CopyTo(target);
            return spelling.Length;
        }

        var one = entry & LowBits;
        if (one != 0)
        {
            target[0] = (char)one;
            return 1;
        }

        return codePoint is >= 0xAC00 and <= 0xD7A3 ? Hangul(codePoint, target) : new Rune(codePoint).EncodeToUtf16(target);
    }

    /// <summary>The parts of a Hangul syllable (Unicode Standard, section 3.12), each folded.</summary>
    private static int Hangul(int syllable, Span<char> target)
    {
        var index = syllable - 0xAC00;
        var length = Of(0x1100 + (index / 588)).Fold(target);
        length += Of(0x1161 + (index % 588 / 28)).Fold(target[length..]);
        return index % 28 == 0 ? length : length + Of(0x11A7 + (index % 28)).Fold(target[length..]);
    }

    private static uint[]?[] ReadPages()
    {
        var pages = new uint[0x110000 / PageSize][];
        var section = string.Empty;
        foreach (var line in EmbeddedText.Lines("Text.Folding"))
        {
            if (line[0] == '[')
            {
                section = line;
                continue;
            }

            var fields = line.Split(' ');
            var dash = fields[0].IndexOf('-', StringComparison.Ordinal);
            var first = Hex(dash < 0 ? fields[0] : fields[0][..dash]);
            var last = dash < 0 ? first : Hex(fields[0][(dash + 1)..]);
            var step = fields.Length > 2 ? fields[1][1] - '0' : 0;
            for (var code = first; code <= last; code++)
            {
                Set(ref (pages[code / PageSize] ??= new uint[PageSize])[code % PageSize], section, code, fields[^1], step * (code - first));
            }
        }

        return pages;
    }

    private static void Set(ref uint entry, string section, int code, string spelling, int offset)
    {
        switch (section)
        {
            case "[letters]":
                entry |= Letter;
                break;
            case "[joiners]":
                entry |= Joiner;
                break;
            case "[dropped]":
                entry |= Dropped;
                break;
            case "[symbols]":
                entry |= Symbol;
                break;
            case "[unspaced]":
                entry |= Unspaced;
                break;
            case "[shape]":
                entry |= Shaped;
                Shapes.Add(code, (char)(spelling[0] + offset));
                break;
            case "[fold]" when spelling.Length == 1:
                entry |= (char)(spelling[0] + offset);
                break;
            case "[fold]":
                entry |= Several | (uint)Spellings.Count;
                Spellings.Add(offset == 0 ? spelling : char.ConvertFromUtf32(char.ConvertToUtf32(spelling, 0) + offset)); // only runs beyond U+FFFF come here with an offset
                break;
            default:
                throw new InvalidOperationException($"The program's table Text.Folding has a line in the unknown section {section}: make it anew with bench/tables/folding.py.");
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
