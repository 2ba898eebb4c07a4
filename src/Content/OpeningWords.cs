using System.Net;
using System.Text;
using Blog.Html;
using Blog.Text;

namespace Blog.Content;

/// <summary>Opening words of a rendered text, without its markup and with its redaction marks as marks.</summary>
/// <remarks>
/// It reads the markup of our own renderer, not a browser's: tags are well formed and every <c>&lt;</c> in a text is escaped.
/// Words that only look like a mark come out escaped, as in any plain text with marks (<see cref="RedactionMarkSplitter"/>).
/// </remarks>
public static class OpeningWords
{
    private const string MarkTag = "span class=\"redacted\"";

    /// <summary>At most <paramref name="maxLength"/> UTF-16 units, white space collapsed, cut at a word with <c>…</c> where it is longer; never within a mark.</summary>
    public static string Of(SafeHtml html, int maxLength)
    {
        var markup = html.Markup.AsSpan();
        var text = new StringBuilder(Math.Min(markup.Length, maxLength + 64));
        var cut = 0; // end of the last whole word that leaves room for the ellipsis
        var space = false;
        while (!markup.IsEmpty && text.Length <= maxLength)
        {
            var c = markup[0];
            if (c == '<')
            {
                var end = markup.IndexOf('>');
                var tag = markup[1..end];
                markup = markup[(end + 1)..];
                if (tag.StartsWith(MarkTag, StringComparison.Ordinal))
                {
                    var close = markup.IndexOf('<');
                    AppendWord(text, Mark(markup[..close]), ref space, ref cut, maxLength);
                    markup = markup[close..];
                }
                else
                {
                    space |= !IsInline(tag);
                }
            }
            else if (c is ' ' or '\n' or '\t')
            {
                space = true;
                markup = markup[1..];
            }
            else
            {
                var end = markup.IndexOfAny(" \n\t<");
                end = end < 0 ? markup.Length : end;
                AppendWord(text, Words(markup[..end]), ref space, ref cut, maxLength);
                markup = markup[end..];
            }
        }

        return text.Length <= maxLength ? text.ToString() : Shorten(text, cut, maxLength);
    }

    private static void AppendWord(StringBuilder text, string word, ref bool space, ref int cut, int maxLength)
    {
        if (space && text.Length > 0)
        {
            if (text.Length < maxLength)
            {
                cut = text.Length;
            }

            text.Append(' ');
        }

        space = false;
        text.Append(word);
    }

    private static string Shorten(StringBuilder text, int cut, int maxLength)
    {
        if (cut == 0)
        {
            cut = maxLength - 1; // one endless word
            cut -= char.IsHighSurrogate(text[cut - 1]) ? 1 : 0;
        }

        return text.ToString(0, cut).TrimEnd(',', ';', ':', ' ', '–', '-') + "…";
    }

    private static string Words(ReadOnlySpan<char> markup)
    {
        var words = markup.Contains('&') ? WebUtility.HtmlDecode(markup.ToString()) : markup.ToString();
        return words.Contains('[', StringComparison.Ordinal) ? EscapeOpening(words) : words;
    }

    // A forged mark has a blank inside ("[redacted: town]"), so it comes here as two words: its opening alone is made harmless.
    private static string EscapeOpening(string word) => word.Replace(RedactionMark.Opening, "\\" + RedactionMark.Opening, StringComparison.Ordinal);

    private static string Mark(ReadOnlySpan<char> readerText)
    {
        var label = WebUtility.HtmlDecode(readerText.Trim("[]").ToString());
        return new RedactionMark(label == "redacted" ? null : label).SourceText;
    }

    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var end = tag.IndexOfAny(" /");
        var name = end < 0 ? tag : tag[..end];
        return name is "a" or "em" or "strong" or "code" or "span" or "sup" or "sub" or "del" or "s" or "ins" or "mark" or "abbr" or "q" or "cite" or "b" or "i" or "u";
    }
}
