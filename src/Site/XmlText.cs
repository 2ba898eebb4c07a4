using System.Buffers;
using System.Text;
using Blog.Html;

namespace Blog.Site;

/// <summary>The one place where text becomes XML in feeds and sitemaps.</summary>
/// <remarks>
/// What XML 1.0 (section 2.2) has no character for is dropped: an illegal one ends every reader's parse. The same characters are dropped as in
/// pages (<see cref="HtmlEscaper.IsDropped"/>), so that a feed reads as the page does.
/// </remarks>
internal static class XmlText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "\t\n !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Appends a text as element content or as the value of an attribute in double quotes.</summary>
    public static void Append(StringBuilder target, ReadOnlySpan<char> text)
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
            text = text[plain..];
            var taken = char.IsSurrogate(text[0]) ? AppendSurrogate(target, text) : AppendOne(target, text[0]);
            text = text[taken..];
        }
    }

    private static int AppendOne(StringBuilder target, char c)
    {
        switch (c)
        {
            case '&':
                target.Append("&amp;");
                break;
            case '<':
                target.Append("&lt;");
                break;
            case '>':
                target.Append("&gt;"); // "]]>" may not stand in text
                break;
            case '"':
                target.Append("&quot;");
                break;
            default:
                if (!HtmlEscaper.IsDropped(c) && c is not ('\uFFFE' or '\uFFFF'))
                {
                    target.Append(c);
                }

                break;
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

        target.Append(text[..2]);
        return 2;
    }
}
