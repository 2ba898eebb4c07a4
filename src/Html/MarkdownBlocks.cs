using System.Text;

namespace Blog.Html;

/// <summary>
/// Writes whole blocks of Markdown (paragraph lines, headings, code, tables) into the quotes and list items that are open, with the blank
/// lines that keep them apart.
/// </summary>
internal sealed class MarkdownBlocks
{
    /// <summary>More quotes and lists within each other than this are written at this depth: Markdig throws at its own limit.</summary>
    private const int MaximumDepth = 12;

    private readonly TextBuffer _output = new();
    private readonly List<MarkdownContainer> _containers = [];
    private bool _afterBareText;
    private string? _code; // code blocks wait, because some editors write one for each line

    /// <summary>Number of quotes and items that are open.</summary>
    public int Depth => _containers.Count;

    /// <summary>Number of quotes and items around the block written last.</summary>
    public int DepthBefore { get; private set; }

    /// <summary>Number of blocks that were begun outside the first item of a list.</summary>
    public int Separations { get; private set; }

    /// <summary>Ready for another text.</summary>
    public void Clear()
    {
        _output.Clear();
        _containers.Clear();
        _afterBareText = false;
        _code = null;
        DepthBefore = 0;
    }

    /// <summary>Opens a quote or item; false, and nothing opened, where too many are open.</summary>
    public bool TryOpen(MarkdownContainer container)
    {
        EndCode();
        if (_containers.Count >= MaximumDepth)
        {
            return false;
        }
        _containers.Add(container);
        return true;
    }

    /// <summary>Closes the innermost quote or item.</summary>
    public void Close()
    {
        EndCode();
        _containers.RemoveAt(_containers.Count - 1);
    }

    /// <summary>Writes a paragraph.</summary>
    /// <param name="markdown">Its lines, <c>\n</c> between them.</param>
    /// <param name="isBare">Whether it is an item's text without a paragraph of its own: a nested list may follow it at once.</param>
    public void Paragraph(ReadOnlySpan<char> markdown, bool isBare)
    {
        StartBlock();
        WriteLines(markdown);
        _afterBareText = isBare;
    }

    /// <summary>Writes a heading of one line.</summary>
    public void Heading(int level, string markdown)
    {
        StartBlock();
        // Number signs at its end would be read as its closing.
        var end = markdown.AsSpan().TrimEnd('#').Length;
        var closes = end < markdown.Length && (end == 0 || markdown[end - 1] == ' ');
        WriteLine(new string('#', level) + " " + (closes ? markdown[..end] + "\\" + markdown[end..] : markdown));
    }

    /// <summary>Writes a thematic break.</summary>
    public void Rule()
    {
        StartBlock();
        // Not "---" or "***": behind a bullet of the same kind they would swallow it.
        WriteLine("___");
    }

    /// <summary>Writes a code block; one-line blocks that follow each other become one.</summary>
    public void Code(string code)
    {
        var joins = _code is not null && (!code.Contains('\n', StringComparison.Ordinal) || !_code.Contains('\n', StringComparison.Ordinal));
        if (!joins)
        {
            EndCode();
        }
        _code = _code is null ? code : _code + "\n" + code;
    }

    /// <summary>Writes a table whose first row is its head; every row has as many cells.</summary>
    public void Table(List<List<string>> rows)
    {
        StartBlock();
        var line = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            line.Clear().Append('|');
            foreach (var cell in rows[i])
            {
                line.Append(' ').Append(cell).Append(cell.Length == 0 ? "|" : " |");
            }
            WriteLine(line.ToString());
            if (i == 0)
            {
                WriteLine("|" + string.Concat(Enumerable.Repeat(" --- |", rows[0].Count)));
            }
        }
    }

    /// <summary>Ends everything; the Markdown, without a line end behind it.</summary>
    public string Finish()
    {
        EndCode();
        return _output.ToString();
    }

    private void EndCode()
    {
        if (_code is not { } code)
        {
            return;
        }
        _code = null;
        StartBlock();
        var fence = new string('`', Math.Max(3, MarkdownEscaper.LongestRun(code, '`') + 1));
        WriteLine(fence);
        WriteLines(code);
        WriteLine(fence);
    }

    /// <summary>Writes what separates a block from the one before it.</summary>
    private void StartBlock()
    {
        EndCode();
        var started = _containers.FindIndex(container => !container.IsStarted);
        var first = started < 0 ? null : _containers[started];
        // Items follow each other, and a nested list its text, without a blank line.
        var isTight = first is { IsItem: true }
            && ((first.HasEarlierItem && DepthBefore > started) || (_afterBareText && first.MayFollowText && started > 0 && _containers[started - 1].IsItem));
        if (!isTight && _output.Length > 0)
        {
            _output.Append('\n');
            AppendPrefix(started < 0 ? _containers.Count : started, isBlank: true);
        }
        if (first is not { IsItem: true })
        {
            Separations++;
        }
        _afterBareText = false;
        DepthBefore = _containers.Count;
    }

    private void WriteLines(ReadOnlySpan<char> rest)
    {
        for (var end = rest.IndexOf('\n'); end >= 0; end = rest.IndexOf('\n'))
        {
            WriteLine(rest[..end]);
            rest = rest[(end + 1)..];
        }
        WriteLine(rest);
    }

    private void WriteLine(ReadOnlySpan<char> line)
    {
        if (_output.Length > 0)
        {
            _output.Append('\n');
        }
        AppendPrefix(_containers.Count, line.IsEmpty);
        _output.Append(line);
    }

    private void AppendPrefix(int depth, bool isBlank)
    {
        for (var i = 0; i < depth; i++)
        {
            var container = _containers[i];
            _output.Append(container.IsStarted ? container.Rest : container.First);
            container.IsStarted = true;
        }
        if (isBlank)
        {
            _output.TrimEnd();
        }
    }
}
