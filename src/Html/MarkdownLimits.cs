using System.Buffers;

namespace Blog.Html;

/// <summary>
/// Decides before parsing whether a text is safe to parse. Markdig takes more than 20 seconds on 250 KB of hostile brackets and throws at its
/// depth limit; time grows with the square of what these limits count.
/// </summary>
internal static class MarkdownLimits
{
    /// <summary>Longest comment that is read as Markdown, in UTF-16 units.</summary>
    public const int MaxComment = 64 * 1024;

    /// <summary>Longest post that is read as Markdown, in UTF-16 units.</summary>
    public const int MaxPost = 1024 * 1024;

    /// <summary>Marks of Markdown in one paragraph, list or table.</summary>
    private const int MaxMarks = 3000;

    /// <summary>Quote and list marks at the start of a line.</summary>
    private const int MaxPrefix = 24;

    /// <summary>A text this short cannot take long, whatever is in it.</summary>
    private const int AlwaysSafe = 2048;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]<>*_~^`|&\\!:");

    /// <summary>The finding that says why a text must be shown as plain text; null where it may be parsed.</summary>
    public static string? FindingFor(string markdown, MarkdownPlace place)
    {
        if (markdown.Length <= AlwaysSafe)
        {
            return null;
        }

        if (markdown.Length > (place == MarkdownPlace.Comment ? MaxComment : MaxPost))
        {
            return MarkdownFinding.TooLong;
        }

        return IsComplex(markdown) ? MarkdownFinding.TooComplex : null;
    }

    private static bool IsComplex(ReadOnlySpan<char> text)
    {
        var marks = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny('\n', '\r');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            marks = line.IsWhiteSpace() ? 0 : marks + CountMarks(line);
            if (marks > MaxMarks || PrefixMarks(line) > MaxPrefix)
            {
                return true;
            }
        }

        return false;
    }

    private static int CountMarks(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var at = line.IndexOfAny(Marks); at >= 0; at = line.IndexOfAny(Marks))
        {
            count++;
            line = line[(at + 1)..];
        }

        return count;
    }

    /// <summary>Quote and list marks before the first word; a line of nothing else ("- - - -") is a rule or a row of stars and counts as none.</summary>
    private static int PrefixMarks(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var c in line)
        {
            if (c is '>' or '-' or '+' or '*' or '.' or ')')
            {
                count++;
            }
            else if (c is not (' ' or '\t') && !char.IsAsciiDigit(c))
            {
                return count;
            }
        }

        return line.Contains('>') ? count : 0;
    }
}
