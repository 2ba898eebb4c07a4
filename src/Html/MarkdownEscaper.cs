using System.Buffers;

using Blog.Text;

namespace Blog.Html;

/// <summary>
/// Writes plain text so that Markdown renders the same text: with a backslash before whatever would mean something where it stands.
/// Safe for CommonMark and for pipe and grid tables, extra emphasis, footnotes, definition and task lists, containers and abbreviations.
/// </summary>
internal static class MarkdownEscaper
{
    private const int ManyBrackets = 32;

    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<&!|~^\n");

    /// <summary>Appends text; every <c>\n</c> in it is a hard line break and becomes a backslash and a line end.</summary>
    /// <returns>How many foreign redaction marks were disarmed.</returns>
    public static int Append(TextBuffer output, ReadOnlySpan<char> text, TextEdges edges)
    {
        var marks = 0;
        var allBrackets = edges.IsInBrackets || text.Count('[') > ManyBrackets;
        var done = 0;
        if (edges.Before == '\n')
        {
            done = AppendLineStart(output, text, 0, edges);
        }
        while (done < text.Length)
        {
            var step = text[done..].IndexOfAny(Special);
            if (step < 0)
            {
                output.Append(text[done..]);
                break;
            }
            output.Append(text.Slice(done, step));
            var at = done + step;
            var c = text[at];
            done = at + 1;
            if (c == '\n')
            {
                output.Append("\\\n");
                done = AppendLineStart(output, text, done, edges);
                continue;
            }
            var before = at > 0 ? text[at - 1] : edges.Before;
            var after = done < text.Length ? text[done] : edges.After;
            if (NeedsEscape(c, before, after, text[done..], allBrackets, ref marks))
            {
                output.Append('\\');
            }
            output.Append(c);
        }
        return marks;
    }

    /// <summary>Length of the longest run of a character.</summary>
    public static int LongestRun(ReadOnlySpan<char> text, char character)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    private static bool NeedsEscape(char c, char before, char after, ReadOnlySpan<char> rest, bool allBrackets, ref int marks)
    {
        switch (c)
        {
            case '\\':
                return after == '\n' || IsAsciiPunctuation(after);
            case '*':
                return before is not (' ' or '\u00A0') || after is not (' ' or '\u00A0');
            case '_':
                return !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));
            case '[':
                if (rest.StartsWith(RedactionMark.Opening.AsSpan(1), StringComparison.OrdinalIgnoreCase))
                {
                    marks++;
                    return true;
                }
                return allBrackets || after is '^' or '!' or '[' or ' ' or ']' || (rest.Length > 1 && rest[1] == ']');
            case ']':
                return allBrackets || after is '(' or '[' or ':' or '{' or ']';
            case '<':
                return after is '/' or '!' or '?' || char.IsAsciiLetter(after);
            case '&':
                return IsEntity(rest);
            case '!':
                return after == '[';
            default: // ` | ~ ^ mean something nearly everywhere and are rare in prose
                return true;
        }
    }

    /// <summary>Whether what follows an ampersand makes it an entity.</summary>
    private static bool IsEntity(ReadOnlySpan<char> rest)
    {
        if (!rest.IsEmpty && rest[0] == '#')
        {
            return true;
        }
        var i = 0;
        while (i < rest.Length && i < 40 && char.IsAsciiLetterOrDigit(rest[i]))
        {
            i++;
        }
        return i > 0 && i < rest.Length && rest[i] == ';';
    }

    /// <summary>Appends what begins a line up to the point where the inline rules suffice; the position behind it.</summary>
    private static int AppendLineStart(TextBuffer output, ReadOnlySpan<char> text, int at, TextEdges edges)
    {
        if (at >= text.Length || edges.IsInLine)
        {
            return at;
        }
        var c = text[at];
        var after = at + 1 < text.Length ? text[at + 1] : edges.After;
        switch (c)
        {
            case '#' when after is '#' or ' ' or '\n':
            case '>' or '=':
            case ':' when !char.IsLetterOrDigit(after):
            case '-' or '+' when !char.IsLetterOrDigit(after):
                output.Append('\\').Append(c);
                return at + 1;
            case >= '0' and <= '9':
                var end = at + 1;
                while (end < text.Length && end - at < 9 && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }
                if (end < text.Length && text[end] is '.' or ')' && IsItemEnd(text, end + 1))
                {
                    output.Append(text[at..end]).Append('\\').Append(text[end]);
                    return end + 1;
                }
                return at;
            default:
                return at;
        }
    }

    private static bool IsItemEnd(ReadOnlySpan<char> text, int at) =>
        at >= text.Length || text[at] is ' ' or '\n';

    private static bool IsAsciiPunctuation(char c) => c is > ' ' and < '\u007F' && !char.IsAsciiLetterOrDigit(c);
}
