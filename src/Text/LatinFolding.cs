using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Blog.Text;

/// <summary>Says what a letter becomes when accents, ligatures and letter forms are folded away (table <c>LatinFolding.table.txt</c>).</summary>
internal static class LatinFolding
{
    private static readonly FrozenDictionary<int, string> Latin = Read("[latin]");
    private static readonly FrozenDictionary<int, string> Transliteration = Read("[transliteration]");

    /// <summary>The ASCII spelling, lower case, of a Latin letter or digit beyond ASCII; false where it has none.</summary>
    public static bool TryLatin(Rune letter, out string ascii) => Latin.TryGetValue(letter.Value, out ascii!);

    /// <summary>A simple Latin spelling of a Greek or Cyrillic letter (it may be empty); false for every other character.</summary>
    public static bool TryTransliterate(Rune letter, out string ascii) => Transliteration.TryGetValue(letter.Value, out ascii!);

    /// <summary>Marks that only modify the letter before them (U+0300 to U+036F).</summary>
    public static bool IsCombiningMark(Rune rune) => rune.Value is >= 0x0300 and <= 0x036F;

    private static FrozenDictionary<int, string> Read(string section)
    {
        var letters = new Dictionary<int, string>();
        var isWanted = false;
        foreach (var line in EmbeddedText.Lines("Text.LatinFolding"))
        {
            if (line[0] == '[')
            {
                isWanted = line == section;
                continue;
            }
            if (isWanted)
            {
                var blank = line.IndexOf(' ', StringComparison.Ordinal);
                var ascii = line[(blank + 1)..];
                letters.Add(int.Parse(line.AsSpan(0, blank), NumberStyles.HexNumber, CultureInfo.InvariantCulture), ascii == "-" ? string.Empty : ascii);
            }
        }
        return letters.ToFrozenDictionary();
    }
}
