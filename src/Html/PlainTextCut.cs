using System.Text;

namespace Blog.Html;

/// <summary>Cuts excerpts so that no word and no redaction mark is broken.</summary>
internal static class PlainTextCut
{
    private const string Ellipsis = "\u2026";

    /// <summary>
    /// As much of a long text's beginning as an excerpt may need, cut where a paragraph ends: an excerpt must not cost the parsing of a whole post.
    /// </summary>
    public static string Opening(string markdown, int maxChars)
    {
        var enough = Math.Max(8192, maxChars * 8);
        if (markdown.Length <= enough * 2)
        {
            return markdown;
        }

        var end = markdown.IndexOf("\n\n", enough, StringComparison.Ordinal);
        return end < 0 || end > enough * 2 ? markdown : markdown[..end];
    }

    /// <summary>The text, or its beginning up to the end of a word with an ellipsis; never longer than asked.</summary>
    public static string Cut(StringBuilder text, int maxChars, IReadOnlyList<(int Start, int End)> marks)
    {
        var whole = text.ToString();
        var trimmed = whole.TrimEnd();
        if (trimmed.Length <= maxChars)
        {
            return trimmed;
        }

        var end = trimmed.LastIndexOf(' ', maxChars - 1);
        end = end <= 0 ? maxChars - 1 : end; // one word without a blank
        foreach (var (start, stop) in marks)
        {
            if (start < end && end < stop)
            {
                end = start;
            }
        }

        if (end > 0 && char.IsHighSurrogate(trimmed[end - 1]))
        {
            end--;
        }

        return trimmed[..end].TrimEnd(' ', ',', ';', ':', '-', '\u2013', '\u2014') + Ellipsis;
    }
}
