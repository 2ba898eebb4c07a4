using System.Buffers;
using System.Text;
using Blog.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Blog.Html;

/// <summary>Makes links of web addresses that stand bare in a text, as old comments are full of them.</summary>
/// <remarks>
/// Markdig's own extension looks at every h, f, m, t and w of a text; this one looks at colons and takes the <c>http</c> before it back
/// from the literal that has just been read.
/// </remarks>
internal sealed class BareAddressInlineParser : InlineParser
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\n\r\f\v\0<>\"`|[]{}\u00A0\u2018\u2019\u201C\u201D\u2026");
    private static readonly SearchValues<char> NeverLast = SearchValues.Create(".,;:!?'*_~(");

    public BareAddressInlineParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar(1) != '/' || slice.PeekChar(2) != '/'
            || processor.Inline is not LiteralInline before
            || before.Content.Text != slice.Text
            || before.Content.End != slice.Start - 1
            || !TryScheme(before.Content.AsSpan(), out var scheme))
        {
            return false;
        }

        var text = slice.AsSpan();
        if (!TryRest(text, out var rest, out var length))
        {
            return false;
        }

        var address = scheme + rest;
        before.Content.End -= scheme.Length;
        var link = new LinkInline { Url = address, IsAutoLink = true, IsClosed = true };
        link.AppendChild(new LiteralInline(address));
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    /// <summary>The scheme at the end of what was read, which no letter or digit may touch.</summary>
    private static bool TryScheme(ReadOnlySpan<char> before, out string scheme)
    {
        scheme = before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? "https"
            : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? "http"
            : string.Empty;
        if (scheme.Length == 0)
        {
            return false;
        }

        var start = before.Length - scheme.Length;
        scheme = before[start..].ToString();
        return start == 0 || !char.IsLetterOrDigit(before[start - 1]);
    }

    /// <summary>The address from its colon on, escapes resolved; false where it is cut short by something that may belong to it.</summary>
    private static bool TryRest(ReadOnlySpan<char> text, out string rest, out int length)
    {
        rest = string.Empty;
        var address = new StringBuilder();
        for (length = 0; length < text.Length; length++)
        {
            // A backslash before ASCII punctuation is Markdown's, not the address's.
            var isEscape = text[length] == '\\' && length + 1 < text.Length && IsAsciiPunctuation(text[length + 1]);
            var c = text[isEscape ? length + 1 : length];
            if (Ends.Contains(c) || (c == '\\' && !isEscape))
            {
                break; // a lone backslash ends a line
            }

            address.Append(c);
            length += isEscape ? 1 : 0;
        }

        if (RedactionMark.TryRead(text[length..], out _, out _))
        {
            return false; // part of the address was redacted: what is left of it leads elsewhere
        }

        TrimEnd(text, address, ref length);
        if (address.Length <= 3 || !char.IsLetterOrDigit(address[3]) || HasEntity(text[..length]))
        {
            return false;
        }

        rest = address.ToString();
        return true;
    }

    /// <summary>Gives back what ends the sentence rather than the address: stops, quotes, emphasis, a bracket that was opened before it.</summary>
    private static void TrimEnd(ReadOnlySpan<char> text, StringBuilder address, ref int length)
    {
        var unopened = text[..length].Count(')') - text[..length].Count('(');
        while (address.Length > 3 && (NeverLast.Contains(address[^1]) || (address[^1] == ')' && unopened > 0)))
        {
            unopened -= address[^1] switch { ')' => 1, '(' => -1, _ => 0 };
            length -= text[length - 1] == address[^1] && IsEscaped(text, length - 1) ? 2 : 1;
            address.Length--;
        }
    }

    private static bool IsEscaped(ReadOnlySpan<char> text, int at)
    {
        var before = text[..at];
        return (before.Length - before.TrimEnd('\\').Length) % 2 == 1;
    }

    private static bool IsAsciiPunctuation(char c) => c is > ' ' and < '\x7F' && !char.IsAsciiLetterOrDigit(c);

    private static bool HasEntity(ReadOnlySpan<char> address)
    {
        for (var at = address.IndexOf('&'); at >= 0;)
        {
            var slice = new StringSlice(address[at..].ToString());
            if (HtmlEntityParser.TryParse(ref slice, out _, out _))
            {
                return true;
            }

            var next = address[(at + 1)..].IndexOf('&');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
