using System.Text;
using Blog.Content;
using Blog.Html;

namespace Blog.Site;

/// <summary>Makes the links of a text absolute for a feed, where it stands on no page that they could be relative to.</summary>
/// <remarks>
/// <c>xml:base</c> would say the same, but many readers take it for the whole feed or not at all, and a fragment alone would then lead
/// nowhere. The markup comes from our own writers: an angle bracket is always a tag's (text and attributes escape both), values stand in
/// double quotes, and links are absolute, begin with <c>/</c>, or are a fragment.
/// </remarks>
internal sealed class FeedMarkup
{
    private readonly string _origin;

    /// <summary>Takes the site's address.</summary>
    public FeedMarkup(SiteAddress address) => _origin = address.Root[..^address.BasePath.Length];

    /// <summary>The markup with absolute links.</summary>
    /// <param name="text">The text.</param>
    /// <param name="page">Absolute address of its page, without a fragment.</param>
    public string Of(SafeHtml text, string page)
    {
        var markup = WithoutButtons(text.Markup);
        if (!markup.Contains("=\"/", StringComparison.Ordinal) && !markup.Contains("=\"#", StringComparison.Ordinal))
        {
            return markup;
        }

        var result = new StringBuilder(markup.Length + 64);
        var rest = markup.AsSpan();
        while (true)
        {
            var open = rest.IndexOf('<');
            var close = open < 0 ? -1 : rest[open..].IndexOf('>');
            if (close < 0)
            {
                return result.Append(rest).ToString();
            }

            result.Append(rest[..open]);
            AppendTag(result, rest.Slice(open, close + 1), page);
            rest = rest[(open + close + 1)..];
        }
    }

    /// <summary>The buttons of abbreviations show something on their page alone.</summary>
    private static string WithoutButtons(string markup)
    {
        const string open = "<button popovertarget=\"";
        if (!markup.Contains(open, StringComparison.Ordinal))
        {
            return markup;
        }

        var result = new StringBuilder(markup.Length);
        var from = 0;
        for (var at = markup.IndexOf(open, StringComparison.Ordinal); at >= 0; at = markup.IndexOf(open, from, StringComparison.Ordinal))
        {
            result.Append(markup, from, at - from);
            from = markup.IndexOf('>', at) + 1;
        }

        return result.Append(markup, from, markup.Length - from).Replace("</button>", string.Empty).ToString();
    }

    private void AppendTag(StringBuilder result, ReadOnlySpan<char> tag, string page)
    {
        while (true)
        {
            var quote = tag.IndexOf("=\"");
            var end = quote < 0 ? -1 : tag[(quote + 2)..].IndexOf('"');
            if (end < 0)
            {
                result.Append(tag);
                return;
            }

            var isLink = tag[..quote].EndsWith(" href") || tag[..quote].EndsWith(" src");
            var value = tag.Slice(quote + 2, end);
            result.Append(tag[..(quote + 2)]);
            if (isLink && value.StartsWith('#'))
            {
                XmlText.Append(result, page); // & of a query would need the escape in HTML too
            }
            else if (isLink && value.StartsWith('/') && !value.StartsWith("//"))
            {
                result.Append(_origin);
            }

            result.Append(value);
            tag = tag[(quote + 2 + end)..];
            result.Append('"');
            tag = tag[1..];
        }
    }
}
