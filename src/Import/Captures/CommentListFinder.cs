namespace Blog.Import.Captures;

/// <summary>Says where in a post's stretch the comments begin, and leaves every other numbered list alone.</summary>
/// <remarks>
/// A comment list stands at the end of its post; its numbers are indented by two blanks and preceded by a blank line; nothing after it
/// comes back to the left margin; and it shows by something that it is a thread: two blank lines before it, or replies (numbers indented
/// by four), or a comment's name and time. Lists inside posts fail one of these: their numbers stand at the margin, follow each other
/// without blank lines, or are followed by text at the margin.
/// </remarks>
internal static class CommentListFinder
{
    /// <summary>Columns before a top-level comment's number.</summary>
    public const int TopIndent = 2;

    /// <summary>Columns before a reply's number, and before the further paragraphs of a top-level comment.</summary>
    public const int ReplyIndent = 4;

    /// <summary>Most numbers that may be lost in a row. A larger jump is a year or a quantity at the start of a line.</summary>
    public const int MaxGap = 200;

    /// <summary>Where the comments begin and where they end; both equal to <paramref name="end"/> where there are none.</summary>
    /// <param name="lines">The capture.</param>
    /// <param name="start">First line of the post's body.</param>
    /// <param name="end">Line after the post's last.</param>
    public static (int Start, int End) Find(IReadOnlyList<CaptureLine> lines, int start, int end)
    {
        var blocks = Blocks(lines, start, end);
        if (blocks.Count == 0)
        {
            return (end, end);
        }

        // Where the first numbers are lost, what stands indented before the first that is left belongs to it.
        var last = blocks[^1] with { Start = WithLostStart(lines, start, blocks[^1]) };
        if (last.End < end && !IsThread(lines, last, end))
        {
            return (end, end);
        }

        if (!IsThread(lines, last, end) && !TwoBlanksBefore(lines, start, last.Start))
        {
            return (end, end);
        }

        // A paragraph that lost its indentation cuts a thread in two: the halves belong together where the numbers run on.
        var first = last;
        for (var i = blocks.Count - 2; i >= 0; i--)
        {
            if (first.FirstNumber > 1 && blocks[i].LastNumber < first.FirstNumber && IsThread(lines, blocks[i], end))
            {
                first = blocks[i];
            }
        }

        // What comes before a number 1 that counts is no comment.
        var from = WithLostStart(lines, start, first);
        var tops = TopLevelNumbers.Find(lines, from, last.End);
        return tops.Count == 0 ? (end, end) : (tops[0].Number == 1 ? tops[0].Line : from, last.End);
    }

    /// <summary>Whether a comment's number stands in this line: right column, a blank line before it.</summary>
    public static bool IsItem(IReadOnlyList<CaptureLine> lines, int start, int line, int indent, out int number, out int text)
    {
        number = 0;
        text = 0;
        return lines[line].Indent == indent
            && (line == start || lines[line - 1].IsBlank)
            && lines[line].TryItem(out number, out text);
    }

    /// <summary>Runs of lines that never come back to the margin and hold top-level numbers; each reduced to its last numbering.</summary>
    private static List<Block> Blocks(IReadOnlyList<CaptureLine> lines, int start, int end)
    {
        var blocks = new List<Block>();
        var items = new List<(int Line, int Number)>();
        for (var i = start; i <= end; i++)
        {
            if (i < end && (lines[i].IsBlank || lines[i].Indent >= TopIndent))
            {
                if (IsItem(lines, start, i, TopIndent, out var number, out _) && number <= MaxGap + (items.Count == 0 ? 0 : items[^1].Number) && !IsTight(lines, i, end))
                {
                    items.Add((i, number));
                }

                continue;
            }

            if (items.Count > 0)
            {
                blocks.Add(Reduce(lines, items, i));
                items.Clear();
            }
        }

        return blocks;
    }

    // An <ol> in a post that is followed by comments gives two numberings at one indentation: the last one is the comments', unless an
    // earlier one shows that it is a thread (then the restart is a typed list that lost its indentation).
    private static Block Reduce(IReadOnlyList<CaptureLine> lines, List<(int Line, int Number)> items, int end)
    {
        var first = 0;
        var highest = items[0].Number;
        var known = false;
        for (var i = 1; i < items.Count; i++)
        {
            if (items[i].Number <= highest && items[i].Number == 1 && !known)
            {
                known = IsThread(lines, new Block(items[first].Line, items[i].Line, 1, highest), end);
                if (!known)
                {
                    first = i;
                    highest = items[i].Number;
                }
            }

            highest = Math.Max(highest, items[i].Number);
        }

        return new Block(items[first].Line, end, items[first].Number, highest);
    }

    // Items of a list in a post follow each other without a blank line; comments never do.
    private static bool IsTight(IReadOnlyList<CaptureLine> lines, int line, int end) =>
        line + 1 < end && lines[line + 1].Indent == TopIndent && lines[line + 1].TryItem(out _, out _);

    private static bool IsThread(IReadOnlyList<CaptureLine> lines, Block block, int end)
    {
        var limit = Math.Min(block.End, end);
        for (var i = block.Start; i < limit; i++)
        {
            if (IsItem(lines, block.Start, i, ReplyIndent, out var reply, out _) && reply == 1)
            {
                return true;
            }

            if (lines[i].Indent is TopIndent or ReplyIndent && lines[i].TryItem(out _, out var text) && GluedStamp.Read(lines[i].Content[text..], null) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TwoBlanksBefore(IReadOnlyList<CaptureLine> lines, int start, int line) =>
        line == start || (line - 2 >= start && lines[line - 1].IsBlank && lines[line - 2].IsBlank);

    private static int WithLostStart(IReadOnlyList<CaptureLine> lines, int start, Block block)
    {
        var from = block.Start;
        for (var i = from - 1; block.FirstNumber > 1 && i >= start && (lines[i].IsBlank || lines[i].Indent >= ReplyIndent); i--)
        {
            if (!lines[i].IsBlank)
            {
                from = i;
            }
        }

        return from;
    }

    private readonly record struct Block(int Start, int End, int FirstNumber, int LastNumber);
}
