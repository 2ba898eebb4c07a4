using Blog.Model;

namespace Blog.Import.Captures;

/// <summary>Turns settled groups into comments: numbers, ranges of lines, and tombstones for what left no trace.</summary>
internal sealed class CommentPlacer(IReadOnlyList<CaptureLine> lines, List<CapturedComment> comments)
{
    // What is doubtful about a comment is doubtful about whose replies these are.
    private static readonly string[] Inherited = [CaptureFlags.ListOrReplies, CaptureFlags.MayHoldLost, CaptureFlags.NumberUncertain];

    /// <summary>Adds a segment's comments.</summary>
    /// <param name="groups">The first stands under its number, the others have lost theirs.</param>
    /// <param name="top">Number of the first; 0 where it is nothing.</param>
    /// <param name="to">Line after the segment.</param>
    /// <param name="lost">How many numbers are missing.</param>
    /// <param name="isLast">Whether no number follows.</param>
    public void Add(IReadOnlyList<ThreadGroup> groups, int top, int to, int lost, bool isLast)
    {
        for (var g = 0; g < groups.Count; g++)
        {
            var group = groups[g];
            if (group.IsNothing)
            {
                continue;
            }

            var end = to;
            for (var next = g + 1; next < groups.Count; next++)
            {
                if (groups[next].FirstLine >= 0)
                {
                    end = groups[next].FirstLine;
                    break;
                }
            }

            if (g > 0)
            {
                group.Flags.Add(CaptureFlags.NumberInferred);
            }

            EmitGroup(group, top + g, end);
        }

        // Lost without a trace: their places are kept, after everything that is left.
        for (var number = top + groups.Count; number <= top + lost && !isLast; number++)
        {
            EmitMissing(new CommentNumber(number, 0), to);
        }
    }

    private void EmitGroup(ThreadGroup group, int number, int end)
    {
        var firstReply = group.Run.Count > 0 ? group.Run[0].Line : end;

        // Replies that lost their numbers' lines before the first number left: their text stands at the column of replies.
        var tail = group.Body.Count;
        if (group.Run.Count == 0 || group.Run[0].Number > 1)
        {
            while (tail > 0 && group.Body[tail - 1].Kind == ThreadLineKind.Deep)
            {
                tail--;
            }
        }

        var hasTail = tail < group.Body.Count && (tail > 0 || group.NumberLine >= 0) && (group.Run.Count > 0 || group.Body[tail].AfterGap);
        var lostReply = hasTail ? group.Body[tail].Line : firstReply;
        if (group.NumberLine >= 0)
        {
            lines[group.NumberLine].TryItem(out _, out var text);
            comments.Add(new CapturedComment
            {
                Number = new CommentNumber(number, 0),
                Start = group.NumberLine,
                End = lostReply,
                TextOffset = text,
                Flags = [.. group.Flags],
            });
        }
        else if (group.Body.Count > 0)
        {
            comments.Add(new CapturedComment
            {
                Number = new CommentNumber(number, 0),
                Start = group.Body[0].Line,
                End = lostReply,
                NumberLost = true,
                Flags = [.. group.Flags],
            });
        }
        else
        {
            EmitMissing(new CommentNumber(number, 0), firstReply);
        }

        EmitReplies(group, number, end, hasTail ? EmitLostReplies(group, tail, number, firstReply) : 0);
    }

    // How many replies the tail of a comment's text is: as many as it has gaps, if the numbers agree; else one.
    private int EmitLostReplies(ThreadGroup group, int tail, int top, int firstReply)
    {
        var starts = new List<int> { group.Body[tail].Line };
        starts.AddRange(group.Body.Skip(tail + 1).Where(line => line.AfterGap).Select(line => line.Line));
        var lost = group.Run.Count == 0 ? 1 : group.Run[0].Number - 1;
        var certain = starts.Count + (lost > 1 && group.Run[0].AfterGap ? 1 : 0) == lost;
        if (!certain)
        {
            starts.RemoveRange(1, starts.Count - 1);
        }

        for (var i = 0; i < starts.Count; i++)
        {
            EmitLostReply(top, i + 1, starts[i], i + 1 < starts.Count ? starts[i + 1] : firstReply, certain || lost == 1);
        }

        return starts.Count;
    }

    private void EmitReplies(ThreadGroup group, int top, int end, int last)
    {
        for (var i = 0; i < group.Run.Count; i++)
        {
            var line = group.Run[i];
            if (line.Kind != ThreadLineKind.Reply)
            {
                continue;
            }

            for (var number = last + 1; number < line.Number && i == 0; number++)
            {
                EmitMissing(new CommentNumber(top, number), line.Line);
            }

            // Lines up to the next number, and which of them follow a gap.
            var next = i + 1;
            var gaps = new List<int>();
            var stray = false;
            while (next < group.Run.Count && group.Run[next].Kind != ThreadLineKind.Reply)
            {
                if (group.Run[next].AfterGap && group.Run[next].Kind == ThreadLineKind.Deep)
                {
                    gaps.Add(group.Run[next].Line);
                }

                stray |= group.Run[next].Kind == ThreadLineKind.Text;
                next++;
            }

            var follows = next < group.Run.Count;
            var stop = follows ? group.Run[next].Line : end;
            var lost = follows ? group.Run[next].Number - line.Number - 1 : 0;
            var cut = lost > 0 && gaps.Count + (group.Run[next].AfterGap ? 1 : 0) == lost;
            var flags = Inherited.Where(group.Flags.Contains).ToList();
            if (gaps.Count > 0 && (!follows || (lost > 0 && !cut)))
            {
                Add(flags, CaptureFlags.MayHoldLost);
            }

            if (stray)
            {
                flags.Add(CaptureFlags.IndentationUnclear);
            }

            lines[line.Line].TryItem(out _, out var text);
            comments.Add(new CapturedComment
            {
                Number = new CommentNumber(top, line.Number),
                Start = line.Line,
                End = cut && gaps.Count > 0 ? gaps[0] : stop,
                TextOffset = text,
                Flags = flags,
            });
            for (var k = 0; k < lost; k++)
            {
                if (cut && k < gaps.Count)
                {
                    EmitLostReply(top, line.Number + 1 + k, gaps[k], k + 1 < gaps.Count ? gaps[k + 1] : stop);
                }
                else
                {
                    EmitMissing(new CommentNumber(top, line.Number + 1 + k), stop);
                }
            }
        }
    }

    private static void Add(List<string> flags, string flag)
    {
        if (!flags.Contains(flag))
        {
            flags.Add(flag);
        }
    }

    private void EmitLostReply(int top, int number, int start, int end, bool certain = true) => comments.Add(new CapturedComment
    {
        Number = new CommentNumber(top, number),
        Start = start,
        End = end,
        NumberLost = true,
        Flags = certain ? [CaptureFlags.NumberInferred] : [CaptureFlags.NumberInferred, CaptureFlags.NumberUncertain],
    });

    private void EmitMissing(CommentNumber number, int line) => comments.Add(new CapturedComment
    {
        Number = number,
        Start = line,
        End = line,
        NumberLost = true,
        Flags = [CaptureFlags.NumberInferred],
    });
}
