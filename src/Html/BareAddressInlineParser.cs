using System.Buffers;
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
        length = text.IndexOfAny(Ends);
        length = length < 0 ? text.Length : length;
        if (length < text.Length && text[length] == '[')
        {
            return false; // part of the address was redacted: what is left of it leads elsewhere
        }

        var unopened = text[..length].Count(')') - text[..length].Count('(');
        while (length > 3 && (NeverLast.Contains(text[length - 1]) || (text[length - 1] == ')' && unopened > 0)))
        {
            unopened -= text[length - 1] switch { ')' => 1, '(' => -1, _ => 0 };
            length--;
        }

        if (length <= 3 || !char.IsLetterOrDigit(text[3]) || HasEntity(text[..length]))
        {
            return false;
        }

        rest = Unescaped(text[..length]);
        return true;
    }

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

    /// <summary>A backslash before ASCII punctuation is Markdown's, not the address's.</summary>
    private static string Unescaped(ReadOnlySpan<char> address)
    {
        if (!address.Contains('\\'))
        {
            return address.ToString();
        }

        var result = new System.Text.StringBuilder(address.Length);
        for (var i = 0; i < address.Length; i++)
        {
            var isEscape = address[i] == '\\' && i + 1 < address.Length && char.IsAscii(address[i + 1]) && char.IsPunctuation(address[i + 1]);
            result.Append(isEscape ? address[++i] : address[i]);
        }

        return result.ToString();
    }
}
