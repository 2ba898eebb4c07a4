namespace Blog.Text;

/// <summary>Reads UTF-8 through a code page from a text that was decoded wrongly.</summary>
internal static class MojibakeReader
{
    /// <summary>Every sequence of the text that is valid UTF-8 beyond ASCII in the bytes of the page, in order, none overlapping.</summary>
    public static List<MojibakeSequence> Sequences(string text, CodePageTable page)
    {
        var found = new List<MojibakeSequence>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] >= '\u0080' && TryRead(text, i, page, out var sequence))
            {
                found.Add(sequence);
                i += sequence.Length;
            }
            else
            {
                i++;
            }
        }
        return found;
    }

    /// <summary>The text of a code point; U+FFFD where it is half a surrogate pair.</summary>
    public static string ToText(int value) => value is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : char.ConvertFromUtf32(value);

    private static bool TryRead(string text, int start, CodePageTable page, out MojibakeSequence sequence)
    {
        sequence = default;
        if (!TryReadOne(text, start, page, out var length, out var value))
        {
            return false;
        }
        if (value is >= 0xD800 and <= 0xDFFF)
        {
            // CESU-8: a character beyond U+FFFF as two surrogates of three bytes each.
            if (value >= 0xDC00 || !TryReadOne(text, start + length, page, out var more, out var low) || low is < 0xDC00 or > 0xDFFF)
            {
                return false;
            }
            value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
            length += more;
        }
        sequence = new MojibakeSequence(start, length, value);
        return true;
    }

    /// <summary>RFC 3629: shortest form only; surrogates are let through for the caller to judge.</summary>
    private static bool TryReadOne(string text, int start, CodePageTable page, out int length, out int value)
    {
        length = 0;
        value = 0;
        if (start >= text.Length || !page.TryGetByte(text[start], out var lead))
        {
            return false;
        }
        if (lead is < 0xC2 or > 0xF4)
        {
            return false;
        }
        length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        value = lead & (0xFF >> (length + 1));
        if (start + length > text.Length)
        {
            return false;
        }
        for (var i = start + 1; i < start + length; i++)
        {
            if (!page.TryGetByte(text[i], out var next) || next is < 0x80 or > 0xBF)
            {
                return false;
            }
            value = (value << 6) | (next & 0x3F);
        }
        return value >= (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80) && value <= 0x10FFFF;
    }
}
