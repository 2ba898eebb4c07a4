using System.Buffers;
using System.Text;
using Blog.Redact;

namespace Blog.Guests;

/// <summary>A Markdown text in which everything that must not be touched is covered by one character each: code, addresses, marks, escapes, rules of tables.</summary>
internal sealed class CoveredText
{
    /// <summary>Stands for a covered stretch; of the private use area, so that a text that holds it itself is covered there too.</summary>
    public const char Cover = '\uE000';

    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("-=_*|:+ \t");

    private readonly List<string> _covered;

    private CoveredText(string text, List<string> covered)
    {
        Text = text;
        _covered = covered;
    }

    /// <summary>The text with its covers.</summary>
    public string Text { get; }

    /// <summary>Covers a text with LF line ends.</summary>
    public static CoveredText Of(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        var covered = new List<string>();
        var hidden = MarkdownOutline.Read(markdown).Hidden;
        var next = 0;
        var wasBlank = true;
        for (var i = 0; i < markdown.Length;)
        {
            if (next < hidden.Count && hidden[next].Start <= i)
            {
                var end = hidden[next++].End;
                var stop = markdown[end - 1] == '\n' ? end - 1 : end; // a block of code ends with its line
                i = Put(i, Math.Max(i, stop));
                continue;
            }

            var isStart = i == 0 || markdown[i - 1] == '\n';
            if (isStart)
            {
                var lineEnd = markdown.IndexOf('\n', i);
                lineEnd = lineEnd < 0 ? markdown.Length : lineEnd;
                var line = markdown.AsSpan(i, lineEnd - i);
                var isBlank = line.Trim(" \t\r").IsEmpty;
                var limit = next < hidden.Count ? hidden[next].Start : markdown.Length;
                if (!isBlank && lineEnd <= limit && (IsRule(line) || (wasBlank && IsIndented(line))))
                {
                    i = Put(i, lineEnd);
                    wasBlank = IsIndented(line); // a block of code goes on
                    continue;
                }

                wasBlank = isBlank;
            }

            if (markdown[i] == Cover || (markdown[i] == '\\' && i + 1 < markdown.Length))
            {
                i = Put(i, markdown[i] == Cover || markdown[i + 1] == '\n' || char.IsLetterOrDigit(markdown[i + 1]) || char.IsSurrogate(markdown[i + 1]) ? i + 1 : i + 2);
                continue;
            }

            text.Append(markdown[i++]);
        }

        return new CoveredText(text.ToString(), covered);

        int Put(int start, int end)
        {
            if (end > start)
            {
                covered.Add(markdown[start..end]);
                text.Append(Cover);
            }

            return Math.Max(end, start);
        }
    }

    /// <summary>Whether the stretch under a cover begins with a character.</summary>
    /// <param name="changed">The text, changed or not, its covers in their order.</param>
    /// <param name="position">Where the cover stands.</param>
    /// <param name="first">The character.</param>
    public bool StartsWith(string changed, int position, char first) => _covered[changed.AsSpan(0, position).Count(Cover)][0] == first;

    /// <summary>Puts back what was covered, in its order.</summary>
    public string Uncover(string changed)
    {
        var text = new StringBuilder(changed.Length);
        var next = 0;
        foreach (var c in changed)
        {
            _ = c == Cover ? text.Append(_covered[next++]) : text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Breaks between parts, underlines of headings, rules of tables.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        var content = line.Trim(" \t>");
        return content.Length >= 2 && !content.ContainsAnyExcept(RuleSigns);
    }

    private static bool IsIndented(ReadOnlySpan<char> line) => line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith("\t", StringComparison.Ordinal);
}
