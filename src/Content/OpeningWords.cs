using System.Net;
using System.Text;
using Blog.Html;
using Blog.Text;

namespace Blog.Content;

/// <summary>Opening words of a rendered text, without its markup.</summary>
/// <remarks>
/// It reads the markup of our own renderer, not a browser's: tags are well formed and every <c>&lt;</c> in a text is escaped. So it costs
/// no second parse of the Markdown, and it keeps the redaction marks as marks where they are asked for.
/// </remarks>
public static class OpeningWords
{
    private const string MarkTag = "<span class=\"redacted\"";

    // One buffer a thread: a build cuts the opening of every comment.
    [ThreadStatic]
    private static StringBuilder? _buffer;

    /// <summary>The words as readers read them, marks included.</summary>
    /// <param name="html">The text.</param>
    /// <param name="maxLength">Longest result in UTF-16 units, at least 2; a longer text is cut after a word, never within a mark, and ends in <c>…</c>.</param>
    public static string Of(SafeHtml html, int maxLength) => Read(html.Markup, maxLength, asSource: false);

    /// <summary>As <see cref="Of"/>, but with redaction marks as they stand in a plain text of a file (see <see cref="RedactionMarkSplitter"/>); words that only look like one are escaped.</summary>
    public static string WithMarks(SafeHtml html, int maxLength) => Read(html.Markup, maxLength, asSource: true);

    private static string Read(ReadOnlySpan<char> markup, int maxLength, bool asSource)
    {
        var text = (_buffer ??= new StringBuilder(512)).Clear();
        var cut = 0; // end of the last whole word that leaves room for the ellipsis
        var space = false;
        while (!markup.IsEmpty && text.Length <= maxLength)
        {
            if (markup[0] is ' ' or '\n' or '\t')
            {
                space = true;
                markup = markup[1..];
            }
            else if (markup[0] != '<')
            {
                var end = markup.IndexOfAny(" \n\t<");
                end = end < 0 ? markup.Length : end;
                BeginWord(text, ref space, ref cut, maxLength);
                AppendWords(text, markup[..end], asSource);
                markup = markup[end..];
            }
            else if (markup.StartsWith(MarkTag, StringComparison.Ordinal))
            {
                markup = markup[(markup.IndexOf('>') + 1)..];
                var end = markup.IndexOf('<');
                BeginWord(text, ref space, ref cut, maxLength);
                AppendMark(text, markup[..end], asSource);
                markup = markup[end..];
            }
            else
            {
                var end = markup.IndexOf('>');
                space |= !IsInline(markup[1..end]);
                markup = markup[(end + 1)..];
            }
        }

        return text.Length <= maxLength ? text.ToString() : Shorten(text, cut, maxLength);
    }

    private static void BeginWord(StringBuilder text, ref bool space, ref int cut, int maxLength)
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
    }

    private static string Shorten(StringBuilder text, int cut, int maxLength)
    {
        if (cut == 0)
        {
            cut = maxLength - 1; // one endless word
            cut -= char.IsHighSurrogate(text[cut - 1]) ? 1 : 0;
        }

        while (cut > 1 && text[cut - 1] is ',' or ';' or ':' or '–' or '-')
        {
            cut--;
        }

        text.Length = cut;
        return text.Append('…').ToString();
    }

    private static void AppendWords(StringBuilder text, ReadOnlySpan<char> markup, bool asSource)
    {
        if (!markup.ContainsAny('&', '['))
        {
            text.Append(markup);
            return;
        }

        var words = WebUtility.HtmlDecode(markup.ToString());

        // A forged mark has a blank inside ("[redacted: town]"), so it comes here as two words: its opening alone is made harmless.
        text.Append(asSource ? words.Replace(RedactionMark.Opening, "\\" + RedactionMark.Opening, StringComparison.Ordinal) : words);
    }

    private static void AppendMark(StringBuilder text, ReadOnlySpan<char> readerText, bool asSource)
    {
        if (!asSource)
        {
            text.Append(readerText);
            return;
        }

        var label = readerText.Trim("[]").ToString();
        text.Append(new RedactionMark(label == "redacted" ? null : label).SourceText);
    }

    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var end = tag.IndexOfAny(" /");
        return (end < 0 ? tag : tag[..end]) is "a" or "em" or "strong" or "code" or "span" or "sup" or "sub" or "del" or "b" or "cite" or "abbr" or "button";
    }
}
