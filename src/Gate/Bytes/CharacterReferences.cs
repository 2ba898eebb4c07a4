using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Blog.Text;

namespace Blog.Gate.Bytes;

/// <summary>Reads HTML's character references in bytes, as browsers do (HTML standard, section 13.2.5.72).</summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;
    private const int MostDigits = 12;

    private static readonly FrozenDictionary<string, (int[] CodePoints, bool IsBare)> Names = Read();
    private static readonly FrozenDictionary<string, (int[] CodePoints, bool IsBare)>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the reference that begins with the <c>&amp;</c> at a place.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="at">Offset of the <c>&amp;</c>.</param>
    /// <param name="codePoints">What it stands for.</param>
    /// <param name="length">Its length in bytes.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int at, out ReadOnlySpan<int> codePoints, out int length)
    {
        codePoints = default;
        length = 0;
        if (at + 2 >= bytes.Length)
        {
            return false;
        }

        return bytes[at + 1] == (byte)'#' ? TryNumber(bytes[at..], out codePoints, out length) : TryName(bytes[at..], out codePoints, out length);
    }

    private static bool TryNumber(ReadOnlySpan<byte> bytes, out ReadOnlySpan<int> codePoints, out int length)
    {
        codePoints = default;
        var isHex = bytes[2] is (byte)'x' or (byte)'X';
        var at = isHex ? 3 : 2;
        var value = 0;
        var first = at;
        for (; at < bytes.Length && at - first < MostDigits && EscapeBytes.TryHex(bytes[at], out var digit) && (isHex || digit < 10); at++)
        {
            value = value > 0x110000 ? value : (value * (isHex ? 16 : 10)) + digit;
        }

        length = at < bytes.Length && bytes[at] == (byte)';' ? at + 1 : at;
        if (at == first || !Rune.IsValid(value))
        {
            return false;
        }

        codePoints = new[] { value is >= 0x80 and <= 0x9F ? Windows1252(value) : value };
        return true;
    }

    // Browsers read &#146; as Windows-1252 does.
    private static int Windows1252(int value) => "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178"[value - 0x80];

    private static bool TryName(ReadOnlySpan<byte> bytes, out ReadOnlySpan<int> codePoints, out int length)
    {
        codePoints = default;
        length = 0;
        Span<char> name = stackalloc char[LongestName];
        var count = 0;
        while (count < LongestName && count + 1 < bytes.Length && char.IsAsciiLetterOrDigit((char)bytes[count + 1]))
        {
            name[count] = (char)bytes[count + 1];
            count++;
        }

        if (count > 0 && count + 1 < bytes.Length && bytes[count + 1] == (byte)';' && Lookup.TryGetValue(name[..count], out var whole))
        {
            codePoints = whole.CodePoints;
            length = count + 2;
            return true;
        }

        for (var bare = Math.Min(count, 6); bare >= 2; bare--)
        {
            if (Lookup.TryGetValue(name[..bare], out var prefix) && prefix.IsBare)
            {
                codePoints = prefix.CodePoints;
                length = bare + 1;
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, (int[] CodePoints, bool IsBare)> Read()
    {
        var names = new Dictionary<string, (int[] CodePoints, bool IsBare)>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("Gate.Bytes.entities"))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var codePoints = line[(blank + 1)..].Split('+').Select(code => int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToArray();
            names.Add(line[..blank].TrimEnd(';'), (codePoints, line[blank - 1] != ';'));
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
