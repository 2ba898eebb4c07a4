namespace Blog.Source;

/// <summary>Says on which line of its file the text of a post or comment begins, so that what is found in a text can be named by file and line.</summary>
/// <remarks>It reads the file once more, which only what has something to say pays for.</remarks>
internal sealed class BodyLines
{
    private readonly Dictionary<string, int> _comments = new(StringComparer.Ordinal);

    private BodyLines(int post) => Post = post;

    /// <summary>First line of a post's text, from 1; of a thread file 1.</summary>
    public int Post { get; }

    /// <summary>The lines of a post's file.</summary>
    public static BodyLines OfPost(ReadOnlySpan<char> file)
    {
        var (line, isOpen) = (0, false);
        foreach (var text in file.EnumerateLines())
        {
            line++;
            var isRule = text.TrimEnd() is "---";
            if (isOpen && !isRule)
            {
                continue;
            }

            if (isRule && line > 1)
            {
                return new BodyLines(line + BlankLines(file, line) + 1);
            }

            isOpen = isRule;
        }

        return new BodyLines(1);
    }

    /// <summary>The lines of a thread's file.</summary>
    public static BodyLines OfThread(ReadOnlySpan<char> file)
    {
        var lines = new BodyLines(1);
        var (line, isHead) = (0, false);
        string? id = null;
        foreach (var text in file.EnumerateLines())
        {
            line++;
            if (text.TrimEnd() is "--- comment")
            {
                (isHead, id) = (true, null);
            }
            else if (isHead && text.StartsWith("id:"))
            {
                id = text["id:".Length..].Trim().ToString();
            }
            else if (isHead && text.IsWhiteSpace())
            {
                isHead = false;
                if (id is not null)
                {
                    lines._comments.TryAdd(id, line + 1);
                }
            }
        }

        return lines;
    }

    /// <summary>First line of a comment's text; 0 where it is not known.</summary>
    public int OfComment(string id) => _comments.GetValueOrDefault(id);

    private static int BlankLines(ReadOnlySpan<char> file, int after)
    {
        var (line, blank) = (0, 0);
        foreach (var text in file.EnumerateLines())
        {
            if (++line <= after)
            {
                continue;
            }

            if (!text.IsWhiteSpace())
            {
                break;
            }

            blank++;
        }

        return blank;
    }
}
