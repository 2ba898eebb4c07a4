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

    /// <summary>
    /// Sum over all paragraphs, lists and tables of the square of their marks of Markdown: parsing hostile ones costs 3 to 6 ns a unit, so at most
    /// 0.3 s a text. A paragraph of prose has fewer than 50 marks, and a table of 1,000 rows and 5 columns half the limit.
    /// </summary>
    private const long MaxCost = 50_000_000;

    /// <summary>Cells of all tables, short rows filled up as Markdig does: 6 KB could make 4 MB of empty cells.</summary>
    private const long MaxCells = 20_000;

    /// <summary>Quote and list marks at the start of a line.</summary>
    private const int MaxPrefix = 24;

    /// <summary>Quote and list marks and the blanks between them, in characters: lists may also nest by blanks alone.</summary>
    private const int MaxIndent = 160;

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
        var (cost, cells) = (0L, 0L);
        var (marks, lines, pipes) = (0L, 0L, 0L);
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny('\n', '\r');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (HasDeepPrefix(line))
            {
                return true;
            }

            if (!line.IsWhiteSpace())
            {
                marks += CountMarks(line);
                lines++;
                pipes = Math.Max(pipes, line.Count('|'));
            }

            if (line.IsWhiteSpace() || text.IsEmpty)
            {
                cost += marks * marks;
                cells += pipes > 0 ? (pipes + 1) * lines : 0;
                (marks, lines, pipes) = (0, 0, 0);
            }
        }

        return cost > MaxCost || cells > MaxCells;
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

    /// <summary>
    /// Whether quote and list marks before the first word nest too deeply; a line of nothing else ("- - - -") is a rule or a row of stars.
    /// </summary>
    private static bool HasDeepPrefix(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is '>' or '-' or '+' or '*' or '.' or ')')
            {
                count++;
            }
            else if (c is not (' ' or '\t') && !char.IsAsciiDigit(c))
            {
                return count > MaxPrefix || i > MaxIndent;
            }
        }

        return count > MaxPrefix && line.Contains('>');
    }
}
