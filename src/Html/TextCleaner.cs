using System.Buffers;
using System.Text;

using Blog.Text;

namespace Blog.Html;

/// <summary>Repairs mojibake in a text of the source and takes out characters that show nothing; counts both.</summary>
internal sealed class TextCleaner
{
    /// <summary>What a browser shows as a blank, and the no-break space that old editors used for spacing.</summary>
    public static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r\f\v\u00A0\u0085\u2028\u2029");

    /// <summary>The same without the plain blank.</summary>
    public static readonly SearchValues<char> BlanksButSpace = SearchValues.Create("\t\n\r\f\v\u00A0\u0085\u2028\u2029");

    private static readonly SearchValues<char> AsciiControls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v'))]);

    // Everything in these ranges is looked at; the rest (ASCII, Latin letters, typographic marks, most scripts) passes untouched.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(SuspiciousCharacters());

    private readonly ChangeCounter _changes;
    private readonly StringBuilder _cleaned = new();

    public TextCleaner(ChangeCounter changes) => _changes = changes;

    /// <summary>The text repaired; the same span where there was nothing to repair.</summary>
    public ReadOnlySpan<char> Clean(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange('\0', '\u007F'))
        {
            return text.IndexOfAny(AsciiControls) < 0 ? text : Drop(text);
        }
        if (MojibakeRepair.MayHold(text))
        {
            var repaired = MojibakeRepair.Repair(text.ToString());
            _changes.Add(ChangeKind.MojibakeRepaired, repaired.Repairs.Count);
            text = repaired.Text;
        }
        return text.IndexOfAny(Suspicious) < 0 ? text : Drop(text);
    }

    /// <summary>A text for one line: repaired, white space collapsed, ends trimmed.</summary>
    public string CleanLine(string text)
    {
        var cleaned = Clean(text);
        var line = new StringBuilder(cleaned.Length);
        foreach (var c in cleaned)
        {
            if (!Blanks.Contains(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
        return line.ToString().TrimEnd(' ');
    }

    /// <summary>Code: line ends as LF, no-break spaces as blanks, white space otherwise kept, none at line ends.</summary>
    public static string CodeLines(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Replace('\u00A0', ' ').Split('\n');
        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }

    private static string SuspiciousCharacters()
    {
        var characters = new StringBuilder();
        for (var c = 0; c <= 0xFFFF; c++)
        {
            var isControl = c is < 0x20 and not ('\t' or '\n' or '\r' or '\f' or '\v') or (>= 0x7F and <= 0x9F and not 0x85);
            if (isControl || c is >= 0xD800 and <= 0xDFFF || (Rune.IsValid(c) && InvisibleCharacters.IsInvisible(new Rune(c))))
            {
                characters.Append((char)c);
            }
        }
        return characters.ToString();
    }

    private string Drop(ReadOnlySpan<char> text)
    {
        _cleaned.Clear();
        var invisible = 0;
        var control = 0;
        var before = default(Rune);
        while (!text.IsEmpty)
        {
            // A half of a surrogate pair becomes U+FFFD.
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            text = text[length..];
            if (Rune.IsControl(rune) && !Blanks.Contains((char)rune.Value))
            {
                control++;
                continue;
            }
            if (InvisibleCharacters.IsInvisible(rune) && !(InvisibleCharacters.IsJoiner(rune) && Joins(before, text)))
            {
                invisible++;
                continue;
            }
            _cleaned.Append(rune.ToString());
            before = rune;
        }
        _changes.Add(ChangeKind.InvisibleCharacterDropped, invisible);
        _changes.Add(ChangeKind.ControlCharacterDropped, control);
        return _cleaned.ToString();
    }

    /// <summary>Joiners mean something between letters of scripts that join, and within an emoji; between Latin letters they only hide.</summary>
    private static bool Joins(Rune before, ReadOnlySpan<char> after)
    {
        Rune.DecodeFromUtf16(after, out var next, out _);
        return IsJoining(before) && IsJoining(next) && !after.IsEmpty;
    }

    private static bool IsJoining(Rune rune) => rune.Value is (>= 0x0600 and <= 0x1FFF) or (>= 0x2190 and <= 0x2BFF) or 0xFE0F or (>= 0x1F000 and <= 0x1FAFF);
}
