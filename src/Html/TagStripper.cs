using System.Net;
using System.Text;

namespace Blog.Html;

/// <summary>
/// Takes the tags out of markup that is too large or too deep to be parsed, in one pass. The result is text to be escaped, not safe markup:
/// a tag that hides from this simple reading becomes visible text, never a tag.
/// </summary>
internal static class TagStripper
{
    /// <summary>The text between the tags, entities decoded; block tags become line ends, scripts and styles go with their content.</summary>
    public static string Strip(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var rest = markup.AsSpan();
        while (!rest.IsEmpty)
        {
            var at = rest.IndexOf('<');
            if (at < 0)
            {
                text.Append(rest);
                break;
            }
            text.Append(rest[..at]);
            rest = rest[at..];
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                rest = After(rest, "-->");
            }
            else if (rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?'))
            {
                var name = Name(rest);
                var hidden = name is "script" or "style" ? "</" + name : null;
                text.Append(name is "br" ? "\n" : IsBlock(name) ? "\n\n" : "");
                rest = hidden is null ? AfterTag(rest) : AfterTag(Before(rest, hidden));
            }
            else
            {
                text.Append('<');
                rest = rest[1..];
            }
        }
        return WebUtility.HtmlDecode(text.ToString());
    }

    private static bool IsBlock(string name) =>
        MarkupTable.Role(name) is MarkupRole.Block or MarkupRole.Line or MarkupRole.Quote or MarkupRole.List or MarkupRole.Item or MarkupRole.Heading
            or MarkupRole.Verbatim or MarkupRole.Rule or MarkupRole.Table or MarkupRole.Row or MarkupRole.Cell;

    private static string Name(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].TrimStart('/');
        var length = 0;
        while (length < name.Length && length < 12 && char.IsAsciiLetterOrDigit(name[length]))
        {
            length++;
        }
        return name[..length].ToString().ToLowerInvariant();
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[(at + end.Length)..] : default;

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? text[at..] : default;

    private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> tag) => tag.IndexOf('>') is >= 0 and var at ? tag[(at + 1)..] : default;
}
