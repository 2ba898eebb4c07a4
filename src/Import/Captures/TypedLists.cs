namespace Blog.Import.Captures;

/// <summary>Settles a segment with more seams than lost numbers: most are lists that somebody typed.</summary>
internal sealed class TypedLists(IReadOnlyList<CaptureLine> lines)
{
    // Seams in one segment beyond the lost numbers; more is no thread but something hostile, and stays one text.
    private const int MaxSurplus = 64;

    // A list somebody typed has short items; the longest kept as one.
    private const int ListItemLength = 80;

    /// <summary>Takes away seams until there are no more than lost numbers, and marks what may be a list.</summary>
    /// <param name="groups">The segment's comments; changed.</param>
    /// <param name="lost">How many numbers are missing.</param>
    /// <param name="isLast">Whether no number follows: then seams with evidence stay, since comments can be lost at the end.</param>
    public void Settle(List<ThreadGroup> groups, int lost, bool isLast)
    {
        if (groups.Count - 1 > lost + MaxSurplus)
        {
            MakeOneText(groups);
        }

        while (groups.Count - 1 > lost && MergeList(groups, isLast))
        {
        }

        while (!isLast && groups.Count - 1 > lost)
        {
            Absorb(groups);
        }

        foreach (var group in groups)
        {
            MarkTypedList(group);
        }
    }

    /// <summary>More seams than lost numbers: the most list-like numbered lines become text, and their seam goes.</summary>
    private bool MergeList(List<ThreadGroup> groups, bool isLast)
    {
        var best = -1;
        var bestScore = -1;
        for (var i = 0; i + 1 < groups.Count; i++)
        {
            if (groups[i].IsNothing || groups[i].HasReplyEvidence)
            {
                continue;
            }

            var score = ListScore(groups[i]);

            // At the end of a thread no number says whether comments were lost there: a dropped line does, unless the list is plain to see.
            if (score > bestScore && !(isLast && groups[i + 1].AfterGap && score < 3))
            {
                best = i;
                bestScore = score;
            }
        }

        if (best < 0)
        {
            return false;
        }

        groups[best].TakeRunAsText();
        groups[best].Append(groups[best + 1]);
        groups.RemoveAt(best + 1);
        return true;
    }

    /// <summary>A seam that no lost number explains, after what are surely replies: it stays under the last of them, flagged.</summary>
    private static void Absorb(List<ThreadGroup> groups)
    {
        var last = groups.Count - 1;
        for (var i = last - 1; i >= 1; i--)
        {
            if (groups[last].AfterGap && !groups[i].AfterGap)
            {
                last = i;
                break;
            }
        }

        var owner = groups[last - 1];
        if (owner.IsNothing)
        {
            // Before the first number there is no reply to keep it under: the seam between two lost comments goes instead.
            last = Math.Min(last + 1, groups.Count - 1);
            owner = groups[last - 1];
        }

        var target = owner.Run.Count > 0 ? owner.Run : owner.Body;
        target.AddRange(groups[last].Body);
        target.AddRange(groups[last].Run.Select(line => line with { Kind = ThreadLineKind.Deep, Number = 0 }));
        owner.Flags.Add(CaptureFlags.IndentationUnclear);
        owner.Flags.UnionWith(groups[last].Flags);
        groups.RemoveAt(last);
    }

    private static void MakeOneText(List<ThreadGroup> groups)
    {
        var all = new ThreadGroup { NumberLine = groups[0].NumberLine };
        foreach (var group in groups)
        {
            all.Body.AddRange(group.Body);
            all.Body.AddRange(group.Run);
        }

        all.Flags.Add(CaptureFlags.ListOrReplies);
        groups.RemoveRange(groups[0].IsNothing ? 1 : 0, groups.Count - (groups[0].IsNothing ? 1 : 0));
        groups.Add(all);
    }

    /// <summary>The last numbered lines of a comment, with no seam after them, can still be its own list.</summary>
    private void MarkTypedList(ThreadGroup group)
    {
        if (group.IsNothing || group.Run.Count == 0 || group.HasReplyEvidence)
        {
            return;
        }

        var announced = EndsWithColon(group);
        var several = group.Run.Count >= 2 && AllShort(group);
        if (announced || several)
        {
            group.Flags.Add(CaptureFlags.ListOrReplies);
        }

        if (several && !group.Run[0].AfterGap && (announced || ReadsAsList(group)))
        {
            group.TakeRunAsText();
        }
    }

    private int ListScore(ThreadGroup group) =>
        (EndsWithColon(group) ? 2 : 0) + (AllShort(group) ? 1 : 0) + (group.Run.Count >= 2 ? 1 : 0);

    private bool AllShort(ThreadGroup group) => group.Run.TrueForAll(line => lines[line.Line].Content.Length <= ListItemLength);

    // People begin what they say with a capital and end it with a stop; two shouts in a row ("Well said") do neither, three are rare.
    private bool ReadsAsList(ThreadGroup group)
    {
        var small = true;
        foreach (var line in group.Run)
        {
            var content = lines[line.Line].Content;
            if (!char.IsLetterOrDigit(content[^1]) && content[^1] is not (';' or ','))
            {
                return false;
            }

            small &= !lines[line.Line].TryItem(out _, out var text) || text == content.Length || !char.IsUpper(content[text]);
        }

        return small || group.Run.Count >= 3;
    }

    private bool EndsWithColon(ThreadGroup group)
    {
        var line = group.Body.Count > 0 ? group.Body[^1].Line : group.NumberLine;
        return line >= 0 && lines[line].Content.TrimEnd('-', ' ').EndsWith(':');
    }
}
