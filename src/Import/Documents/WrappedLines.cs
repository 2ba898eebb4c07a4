using System.Text;

namespace Blog.Import.Documents;

/// <summary>Joins the lines that a mail program or editor broke at a fixed width, so that they do not become line breaks of the text.</summary>
internal static class WrappedLines
{
    private const int LeastWidth = 60;

    private const int MostWidth = 100;

    /// <summary>
    /// Joins a line with the next where the next one's first word would not have fitted: the width is that of the text's longest line, and
    /// only where that is one at which programs break (60 to 100). A line that could have held the word was broken by its writer.
    /// </summary>
    public static string Join(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var width = 0;
        foreach (var line in lines)
        {
            width = Math.Max(width, line.TrimEnd().Length);
        }

        if (width is < LeastWidth or > MostWidth)
        {
            return string.Join('\n', lines);
        }

        var joined = new StringBuilder(text.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            joined.Append(lines[i].TrimEnd());
            if (i + 1 < lines.Length)
            {
                joined.Append(IsWrapped(lines[i].TrimEnd(), lines[i + 1], width) ? ' ' : '\n');
            }
        }

        return joined.ToString();
    }

    private static bool IsWrapped(string line, string next, int width)
    {
        var following = next.AsSpan().TrimEnd();
        if (line.Length == 0 || following.IsEmpty || !(char.IsLetterOrDigit(following[0]) || following[0] is '"' or '\'' or '(' or '\u2018' or '\u201C' or '£'))
        {
            return false; // a blank line, an indent, a bullet
        }

        var blank = following.IndexOf(' ');
        var word = blank < 0 ? following.Length : blank;
        return line.Length + 1 + word > width;
    }
}
