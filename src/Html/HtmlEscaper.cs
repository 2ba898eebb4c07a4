using System.Buffers;
using System.Text;

namespace Blog.Html;

/// <summary>The one place where text becomes markup: every character of a text or an attribute value in a page has passed it.</summary>
/// <remarks>
/// The result is what a browser's own serialiser writes for the same text (HTML, "escaping a string", with no-break space as
/// <c>&amp;nbsp;</c> and with <c>&lt;</c> and <c>&gt;</c> escaped in attributes too), so that parsing a page and writing it again changes no byte.
/// Dropped without a replacement, because a reader cannot see them and they make a text read otherwise than it is stored: control characters
/// other than tab and line feed, bidirectional embeddings, overrides and isolates (Unicode "Trojan Source"), the byte order mark and
/// interlinear annotation marks. Lone surrogates and noncharacters become U+FFFD.
/// </remarks>
public static class HtmlEscaper
{
    // Everything printable in ASCII but the four with a meaning, and line feed and tab: the run a vector search may skip.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "\t\n !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Appends a text as element content.</summary>
    public static void AppendText(StringBuilder target, ReadOnlySpan<char> text) => Append(target, text, quotes: false);

    /// <summary>Appends a text as the value of an attribute in double quotes; the quotes themselves are the caller's.</summary>
    public static void AppendAttribute(StringBuilder target, ReadOnlySpan<char> text) => Append(target, text, quotes: true);

    /// <summary>A text as element content.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var target = new StringBuilder(text.Length + 16);
        AppendText(target, text);
        return target.ToString();
    }

    /// <summary>Whether a character is dropped from every text; see the type's remarks.</summary>
    public static bool IsDropped(char c) => c is < ' ' and not ('\t' or '\n') or (>= '\x7F' and <= '\x9F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB');

    private static void Append(StringBuilder target, ReadOnlySpan<char> text, bool quotes)
    {
        while (true)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            if (plain < 0)
            {
                target.Append(text);
                return;
            }

            target.Append(text[..plain]);
            var taken = AppendOne(target, text[plain..], quotes);
            text = text[(plain + taken)..];
        }
    }

    /// <summary>Writes the character at the start of <paramref name="text"/> and returns how many UTF-16 units it took.</summary>
    private static int AppendOne(StringBuilder target, ReadOnlySpan<char> text, bool quotes)
    {
        var c = text[0];
        switch (c)
        {
            case '&':
                target.Append("&amp;");
                return 1;
            case '<':
                target.Append("&lt;");
                return 1;
            case '>':
                target.Append("&gt;");
                return 1;
            case '"':
                target.Append(quotes ? "&quot;" : "\"");
                return 1;
            case '\u00A0':
                target.Append("&nbsp;");
                return 1;
        }

        if (char.IsSurrogate(c))
        {
            return AppendSurrogate(target, text);
        }

        if (c is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF')
        {
            target.Append('\uFFFD');
        }
        else if (!IsDropped(c))
        {
            target.Append(c);
        }

        return 1;
    }

    private static int AppendSurrogate(StringBuilder target, ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !char.IsSurrogatePair(text[0], text[1]))
        {
            target.Append('\uFFFD');
            return 1;
        }

        var isNoncharacter = (char.ConvertToUtf32(text[0], text[1]) & 0xFFFE) == 0xFFFE; // U+1FFFE, U+1FFFF, ... of every plane
        if (isNoncharacter)
        {
            target.Append('\uFFFD');
        }
        else
        {
            target.Append(text[..2]);
        }

        return 2;
    }
}
