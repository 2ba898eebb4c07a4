using System.Globalization;

namespace Blog.Search.Analysis;

/// <summary>Puts letters into lower case one code point at a time, as Lucene's LowerCaseFilter does on Java 17 (table <c>LowerCase.table.txt</c>).</summary>
/// <remarks>Simple mappings, so that a text keeps its length: no letter's lower case has more UTF-16 units than the letter.</remarks>
internal static class LowerCase
{
    private const int PageBits = 8;

    // What to add to a code point; a missing page changes nothing.
    private static readonly int[]?[] Pages = ReadPages();

    /// <summary>The lower case of a code point; itself where it has none.</summary>
    public static int Of(int codePoint)
    {
        if (codePoint < 0x80)
        {
            return codePoint is >= 'A' and <= 'Z' ? codePoint + 32 : codePoint;
        }

        return Pages[codePoint >> PageBits] is { } page ? codePoint + page[codePoint & ((1 << PageBits) - 1)] : codePoint;
    }

    /// <summary>Writes a text in lower case; half a surrogate pair stays.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">As long as the text or longer.</param>
    public static void Write(ReadOnlySpan<char> text, Span<char> target)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var lower = Of(char.ConvertToUtf32(c, text[i + 1])) - 0x10000;
                target[i] = (char)(0xD800 + (lower >> 10));
                target[++i] = (char)(0xDC00 + (lower & 0x3FF));
                continue;
            }

            target[i] = (char)Of(c);
        }
    }

    private static int[]?[] ReadPages()
    {
        var pages = new int[]?[0x110000 >> PageBits];
        foreach (var line in AnalysisTable.Lines("LowerCase"))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var letters = line[..blank];
            var step = 1;
            if (letters.EndsWith("/2", StringComparison.Ordinal))
            {
                letters = letters[..^2];
                step = 2;
            }

            var dash = letters.IndexOf('-', StringComparison.Ordinal);
            var first = int.Parse(dash < 0 ? letters : letters[..dash], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var last = dash < 0 ? first : int.Parse(letters[(dash + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var added = int.Parse(line[(blank + 1)..], CultureInfo.InvariantCulture);
            for (var code = first; code <= last; code += step)
            {
                (pages[code >> PageBits] ??= new int[1 << PageBits])[code & ((1 << PageBits) - 1)] = added;
            }
        }

        return pages;
    }
}
