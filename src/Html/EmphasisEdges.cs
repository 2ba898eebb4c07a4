namespace Blog.Html;

/// <summary>
/// Moves the ends of styles to where Markdown can read them: <c>**"so"**he</c> is not bold by CommonMark's flanking rules (section 6.2), but
/// <c>"**so**"he</c> is. Quotes and stops at an edge lose their style; the text keeps every character.
/// </summary>
internal static class EmphasisEdges
{
    private static readonly InlineStyle[] Styles =
        [InlineStyle.Strong, InlineStyle.Emphasis, InlineStyle.Strike, InlineStyle.Superscript, InlineStyle.Subscript];

    /// <summary>The runs with settled edges, neighbours of one style joined.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="keep">Styles that are written at all; the others are taken off.</param>
    public static List<InlineRun> Settle(InlineText text, InlineStyle keep)
    {
        var runs = new List<InlineRun>(text.Runs.Count);
        for (var i = 0; i < text.Runs.Count; i++)
        {
            var run = text.Runs[i];
            var style = run.Style & (MayBeCode(text, i) ? keep : keep & ~InlineStyle.Code);
            // Markdown has no subscript within a strike: three tildes would open a code block.
            style = style.HasFlag(InlineStyle.Strike) ? style & ~InlineStyle.Subscript : style;
            Add(runs, run with { Style = style });
        }
        foreach (var style in Styles)
        {
            if (runs.Exists(run => run.Style.HasFlag(style)))
            {
                runs = SettleOne(text, runs, style);
            }
        }
        return runs;
    }

    /// <summary>
    /// Not where a backtick of the text, though escaped, would join those of the code span behind it; nor where CommonMark, which looks for
    /// definitions (<c>[label]:</c>) before anything else, would find one.
    /// </summary>
    private static bool MayBeCode(InlineText text, int index)
    {
        var start = text.Runs[index].Start;
        var end = index + 1 < text.Runs.Count ? text.Runs[index + 1].Start : text.Length;
        return (start == 0 || text.Text[start - 1] != '`') && !text.Text[start..end].Contains("]:", StringComparison.Ordinal);
    }

    private static List<InlineRun> SettleOne(InlineText text, List<InlineRun> runs, InlineStyle style)
    {
        var settled = new List<InlineRun>(runs.Count + 4);
        for (var first = 0; first < runs.Count;)
        {
            if (!runs[first].Style.HasFlag(style))
            {
                Add(settled, runs[first++]);
                continue;
            }
            var last = first;
            while (last < runs.Count && runs[last].Style.HasFlag(style) && runs[last].Link == runs[first].Link)
            {
                last++;
            }
            var start = SettledStart(text, runs, first, last);
            var end = SettledEnd(text, runs, first, last, start);
            for (; first < last; first++)
            {
                AddSplit(settled, runs[first], End(text, runs, first), start, end, style);
            }
        }
        return settled;
    }

    /// <summary>The first position in a group of styled runs where the style may begin; the group's end where there is none.</summary>
    private static int SettledStart(InlineText text, List<InlineRun> runs, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            var end = End(text, runs, i);
            if (IsLeaf(runs[i]))
            {
                if (IsGap(text, runs[i].Start - 1))
                {
                    return runs[i].Start;
                }
                continue;
            }
            for (var at = runs[i].Start; at < end; at++)
            {
                if (MayStandInside(text.Text[at], at > 0 ? text.Text[at - 1] : '\n'))
                {
                    return at;
                }
            }
        }
        return End(text, runs, last - 1);
    }

    private static int SettledEnd(InlineText text, List<InlineRun> runs, int first, int last, int start)
    {
        for (var i = last - 1; i >= first; i--)
        {
            var end = End(text, runs, i);
            if (IsLeaf(runs[i]))
            {
                if (IsGap(text, end))
                {
                    return end;
                }
                continue;
            }
            for (var at = end; at > Math.Max(start, runs[i].Start); at--)
            {
                if (MayStandInside(text.Text[at - 1], at < text.Length ? text.Text[at] : '\n'))
                {
                    return at;
                }
            }
        }
        return start;
    }

    /// <summary>Adds a run, in up to three parts: before, within and behind the settled stretch.</summary>
    private static void AddSplit(List<InlineRun> runs, InlineRun run, int runEnd, int start, int end, InlineStyle style)
    {
        var plain = run.Style & ~style;
        if (end <= run.Start || start >= runEnd)
        {
            Add(runs, run with { Style = plain });
            return;
        }
        if (start > run.Start)
        {
            Add(runs, run with { Style = plain });
        }
        Add(runs, run with { Start = Math.Max(start, run.Start) });
        if (end < runEnd)
        {
            Add(runs, run with { Start = end, Style = plain });
        }
    }

    private static bool MayStandInside(char inner, char outer) =>
        char.IsLetterOrDigit(inner) || (!char.IsWhiteSpace(inner) && (outer is ' ' or '\n' || char.IsPunctuation(outer)));

    /// <summary>Code and images are not cut, and begin and end with a mark of their own.</summary>
    private static bool IsLeaf(InlineRun run) => run.Image >= 0 || run.Style.HasFlag(InlineStyle.Code);

    private static bool IsGap(InlineText text, int at) => at < 0 || at >= text.Length || text.Text[at] is ' ' or '\n';

    private static int End(InlineText text, List<InlineRun> runs, int index) => index + 1 < runs.Count ? runs[index + 1].Start : text.Length;

    private static void Add(List<InlineRun> runs, InlineRun run)
    {
        if (runs.Count == 0 || runs[^1].Style != run.Style || runs[^1].Link != run.Link || run.Image >= 0 || runs[^1].Image >= 0)
        {
            runs.Add(run);
        }
    }
}
