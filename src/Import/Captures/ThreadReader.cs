using Blog.Model;
using NodaTime;

namespace Blog.Import.Captures;

/// <summary>Reads a comment list into its comments: two levels of numbers, lost numbers inferred from the gaps they leave.</summary>
/// <remarks>
/// What is certain is read first: numbers at the column of top-level comments that rise. Everything between two of them is one segment,
/// and the difference of the two numbers says how many comments were lost in it. Then the segment is cut at its seams (text at the outer
/// column after replies; replies that begin at 1 again; where these do not suffice, doubled blank lines), and a cut counts only if the
/// numbers ask for it. Without a lost number, what looks like a seam is a list that somebody typed. docs/import-captures.md has the
/// rules with examples.
/// </remarks>
internal sealed class ThreadReader
{
    // Lost replies in a row that are believed; a larger jump is a quantity at the start of a line.
    private const int MaxReplyGap = 5;

    // Seams in one segment beyond the lost numbers; more is no thread but something hostile, and stays one text.
    private const int MaxSurplus = 64;

    // A list somebody typed has short items; the longest kept as one.
    private const int ListItemLength = 80;

    private static readonly string[] Inherited = [CaptureFlags.ListOrReplies, CaptureFlags.MayHoldLost, CaptureFlags.NumberUncertain];

    private readonly IReadOnlyList<CaptureLine> _lines;
    private readonly int _start;
    private readonly int _end;
    private readonly LocalDate? _postDate;
    private readonly List<CapturedComment> _comments = [];

    private ThreadReader(IReadOnlyList<CaptureLine> lines, int start, int end, LocalDate? postDate)
    {
        _lines = lines;
        _start = start;
        _end = end;
        _postDate = postDate;
    }

    /// <summary>The comments in thread order, lost ones in their places.</summary>
    /// <param name="lines">The capture.</param>
    /// <param name="start">First line of the comments.</param>
    /// <param name="end">Line after the last.</param>
    /// <param name="postDate">The post's day, if known.</param>
    public static IReadOnlyList<CapturedComment> Read(IReadOnlyList<CaptureLine> lines, int start, int end, LocalDate? postDate)
    {
        var reader = new ThreadReader(lines, start, end, postDate);
        reader.ReadAll();
        return reader._comments;
    }

    private void ReadAll()
    {
        var tops = TopLevel();
        if (tops.Count == 0)
        {
            return;
        }

        if (tops[0].Number > 1)
        {
            ReadSegment(0, -1, _start, tops[0].Line, tops[0].Number - 1, isLast: false);
        }

        for (var i = 0; i < tops.Count; i++)
        {
            var isLast = i + 1 == tops.Count;
            var lost = isLast ? 0 : tops[i + 1].Number - tops[i].Number - 1;
            ReadSegment(tops[i].Number, tops[i].Line, tops[i].Line + 1, isLast ? _end : tops[i + 1].Line, lost, isLast);
        }
    }

    private List<(int Line, int Number)> TopLevel()
    {
        var found = new List<(int Line, int Number)>();
        for (var i = _start; i < _end; i++)
        {
            if (CommentListFinder.IsItem(_lines, _start, i, CommentListFinder.TopIndent, out var number, out _))
            {
                found.Add((i, number));
            }
        }

        var accepted = new List<(int Line, int Number)>();
        var last = 0;
        var lost = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var number = found[i].Number;
            var jump = number - last;
            if (jump <= 0)
            {
                continue;
            }

            // A jump that the next number takes back was no comment's number; and no thread lost more comments than it kept (but 200).
            var takenBack = jump > 1 && i + 1 < found.Count && found[i + 1].Number > last && found[i + 1].Number <= number;
            if (!takenBack && lost + jump - 1 <= CommentListFinder.MaxGap + accepted.Count)
            {
                accepted.Add(found[i]);
                lost += jump - 1;
                last = number;
            }
        }

        return accepted;
    }

    /// <summary>One top-level comment with its replies, and the lost comments before the next.</summary>
    /// <param name="top">Its number; 0 for what stands before the first.</param>
    /// <param name="topLine">Its line; -1 likewise.</param>
    /// <param name="from">First line after that.</param>
    /// <param name="to">Line of the next top-level number, or the end.</param>
    /// <param name="lost">How many numbers are missing between the two.</param>
    /// <param name="isLast">Whether no number follows.</param>
    private void ReadSegment(int top, int topLine, int from, int to, int lost, bool isLast)
    {
        var tokens = Tokens(from, to, out var blanksAtEnd);
        var groups = Groups(tokens, topLine, lost);
        groups = WithoutStrayLists(groups);
        if (groups.Count - 1 > lost + MaxSurplus)
        {
            groups = AsOneText(groups);
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

        // After the last number nothing says whether another followed; a dropped line makes it possible.
        if (isLast && (groups[^1].Body.Exists(line => line is { AfterGap: true, Kind: ThreadLineKind.Text }) || (groups[^1].Run.Count > 0 && groups[^1].Run[0].AfterGap)))
        {
            groups[^1].Flags.Add(CaptureFlags.MayHoldLost);
        }

        var surplus = lost - (groups.Count - 1);
        if (surplus > 0)
        {
            CutAtGaps(groups, surplus, !isLast && blanksAtEnd >= 2);
        }

        Emit(groups, top, to, Math.Max(lost, groups.Count - 1), isLast);
    }

    private List<ThreadLine> Tokens(int from, int to, out int blanks)
    {
        var tokens = new List<ThreadLine>();
        blanks = 0;
        for (var i = from; i < to; i++)
        {
            if (_lines[i].IsBlank)
            {
                blanks++;
                continue;
            }

            var number = 0;
            var kind = CommentListFinder.IsItem(_lines, _start, i, CommentListFinder.ReplyIndent, out number, out _) ? ThreadLineKind.Reply
                : _lines[i].Indent >= CommentListFinder.ReplyIndent + CommentListFinder.TopIndent ? ThreadLineKind.Deep
                : ThreadLineKind.Text;
            tokens.Add(new ThreadLine(i, blanks, kind, kind == ThreadLineKind.Reply ? number : 0));
            blanks = 0;
        }

        return tokens;
    }

    /// <summary>Cuts a segment at every seam its columns show.</summary>
    private List<ThreadGroup> Groups(List<ThreadLine> tokens, int topLine, int lost)
    {
        var current = topLine < 0 ? new ThreadGroup { IsNothing = true } : new ThreadGroup { NumberLine = topLine };
        var groups = new List<ThreadGroup> { current };
        var nextReply = NextReplies(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == ThreadLineKind.Reply)
            {
                if (Continues(current, token))
                {
                    AddReply(current, token);
                    continue;
                }

                if (token.Number == 1)
                {
                    current = new ThreadGroup();
                    groups.Add(current);
                    AddReply(current, token);
                    continue;
                }

                // A number that fits nowhere is a quantity at the start of a line.
                token = token with { Kind = ThreadLineKind.Text, Number = 0 };
            }

            if (token.Kind == ThreadLineKind.Deep && !current.IsNothing)
            {
                (current.Run.Count > 0 ? current.Run : current.Body).Add(token);
                current.HasReplyEvidence |= current.Run.Count > 0;
            }
            else if (current.Run.Count == 0 && !current.IsNothing)
            {
                AddText(current, token);
            }
            else if (!current.IsNothing && !(lost > 0 && token.AfterGap) && nextReply[i] is > 0 and var next && next > current.LastReply && next - current.LastReply <= 1 + MaxReplyGap)
            {
                // The numbers run on behind it: a paragraph in the wrong column, or a list with text between its items.
                current.Run.Add(token);
                current.HasStray = true;
            }
            else
            {
                current = new ThreadGroup();
                groups.Add(current);
                AddText(current, token);
            }
        }

        return groups;
    }

    private bool Continues(ThreadGroup group, ThreadLine token)
    {
        if (group.IsNothing)
        {
            return false;
        }

        if (group.Run.Count > 0)
        {
            return token.Number > group.LastReply && token.Number - group.LastReply <= 1 + MaxReplyGap;
        }

        // Replies begin at 1. A later first number needs a trace of the lost ones; else it is text ("2. Second, ...").
        return token.Number == 1
            || (token.Number <= 1 + MaxReplyGap
                && (token.AfterGap || (group.Body.Count > 0 && group.Body[^1].Kind == ThreadLineKind.Deep))
                && !BeginsWithList(group));
    }

    private void AddReply(ThreadGroup group, ThreadLine token)
    {
        group.Run.Add(token);
        group.LastReply = token.Number;
        _lines[token.Line].TryItem(out _, out var text);
        group.HasReplyEvidence |= GluedStamp.Read(_lines[token.Line].Content[text..], _postDate) is not null;
    }

    private void AddText(ThreadGroup group, ThreadLine token)
    {
        group.Body.Add(token);
        var line = _lines[token.Line];
        if (line.Indent < CommentListFinder.ReplyIndent)
        {
            group.Flags.Add(
                CommentListFinder.IsItem(_lines, _start, token.Line, CommentListFinder.TopIndent, out _, out _)
                    ? CaptureFlags.NumberOutOfOrder
                    : CaptureFlags.IndentationUnclear);
        }
    }

    // Number of the next reply line after each token; 0 where there is none.
    private static int[] NextReplies(List<ThreadLine> tokens)
    {
        var next = new int[tokens.Count];
        var number = 0;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            next[i] = number;
            if (tokens[i].Kind == ThreadLineKind.Reply)
            {
                number = tokens[i].Number;
            }
        }

        return next;
    }

    /// <summary>Numbered lines with text between them and no sign of replies are a list: they and what follows are the comment's text.</summary>
    private static List<ThreadGroup> WithoutStrayLists(List<ThreadGroup> groups)
    {
        var result = new List<ThreadGroup>();
        foreach (var group in groups)
        {
            if (group.HasStray)
            {
                if (group.HasReplyEvidence)
                {
                    group.Flags.Add(CaptureFlags.IndentationUnclear);
                }
                else
                {
                    RunToBody(group);
                }
            }

            // The one before became text only, so this is no seam any more.
            if (result.Count > 0 && !result[^1].IsNothing && result[^1].Run.Count == 0)
            {
                var owner = result[^1];
                owner.Body.AddRange(group.Body);
                owner.Run.AddRange(group.Run);
                owner.LastReply = group.LastReply;
                owner.HasReplyEvidence = group.HasReplyEvidence;
                owner.Flags.UnionWith(group.Flags);
            }
            else
            {
                result.Add(group);
            }
        }

        return result;
    }

    private static void RunToBody(ThreadGroup group)
    {
        group.Body.AddRange(group.Run);
        group.Run.Clear();
        group.LastReply = 0;
        group.HasStray = false;
        group.Flags.Add(CaptureFlags.ListOrReplies);
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

        var next = groups[best + 1];
        RunToBody(groups[best]);
        groups[best].Body.AddRange(next.Body);
        groups[best].Run.AddRange(next.Run);
        groups[best].LastReply = next.LastReply;
        groups[best].HasReplyEvidence = next.HasReplyEvidence;
        groups[best].Flags.UnionWith(next.Flags);
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

    private static List<ThreadGroup> AsOneText(List<ThreadGroup> groups)
    {
        var all = new ThreadGroup { NumberLine = groups[0].NumberLine };
        foreach (var group in groups)
        {
            all.Body.AddRange(group.Body);
            all.Body.AddRange(group.Run);
        }

        all.Flags.Add(CaptureFlags.ListOrReplies);
        return groups[0].IsNothing ? [groups[0], all] : [all];
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
            RunToBody(group);
        }
    }

    private int ListScore(ThreadGroup group) =>
        (EndsWithColon(group) ? 2 : 0) + (AllShort(group) ? 1 : 0) + (group.Run.Count >= 2 ? 1 : 0);

    private bool AllShort(ThreadGroup group) => group.Run.TrueForAll(line => _lines[line.Line].Content.Length <= ListItemLength);

    // People begin what they say with a capital and end it with a stop; two shouts in a row ("Well said") do neither, three are rare.
    private bool ReadsAsList(ThreadGroup group)
    {
        var small = true;
        foreach (var line in group.Run)
        {
            var content = _lines[line.Line].Content;
            if (!char.IsLetterOrDigit(content[^1]) && content[^1] is not (';' or ','))
            {
                return false;
            }

            small &= !_lines[line.Line].TryItem(out _, out var text) || text == content.Length || !char.IsUpper(content[text]);
        }

        return small || group.Run.Count >= 3;
    }

    private bool EndsWithColon(ThreadGroup group)
    {
        var line = group.Body.Count > 0 ? group.Body[^1].Line : group.NumberLine;
        return line >= 0 && _lines[line].Content.TrimEnd('-', ' ').EndsWith(':');
    }

    private bool BeginsWithList(ThreadGroup group)
    {
        if (group.NumberLine < 0 || !_lines[group.NumberLine].TryItem(out _, out var text))
        {
            return false;
        }

        return _lines[group.NumberLine].Content.AsSpan(text).StartsWith("1.", StringComparison.Ordinal);
    }

    /// <summary>Fewer seams than lost numbers: as many doubled blank lines as are wanted are the lost lines; any other count proves nothing.</summary>
    private static void CutAtGaps(List<ThreadGroup> groups, int wanted, bool gapAtEnd)
    {
        var cuts = new List<(int Group, int Body)>();
        for (var g = 0; g < groups.Count; g++)
        {
            var group = groups[g];
            if (group.IsNothing)
            {
                continue;
            }

            for (var b = group.NumberLine >= 0 ? 0 : 1; b < group.Body.Count; b++)
            {
                if (group.Body[b] is { AfterGap: true, Kind: ThreadLineKind.Text })
                {
                    cuts.Add((g, b));
                }
            }

            if (group.Run.Count > 0 && group.Run[0] is { AfterGap: true, Number: 1 } && (group.NumberLine >= 0 || group.Body.Count > 0))
            {
                cuts.Add((g, group.Body.Count));
            }
        }

        if (cuts.Count + (gapAtEnd ? 1 : 0) != wanted)
        {
            for (var g = 1; g < groups.Count; g++)
            {
                groups[g].Flags.Add(CaptureFlags.NumberUncertain);
            }

            foreach (var (g, _) in cuts)
            {
                groups[g].Flags.Add(CaptureFlags.MayHoldLost);
            }

            return;
        }

        for (var i = cuts.Count - 1; i >= 0; i--)
        {
            var (g, b) = cuts[i];
            var whole = groups[g];
            var rest = new ThreadGroup
            {
                Body = whole.Body.GetRange(b, whole.Body.Count - b),
                Run = [.. whole.Run],
                LastReply = whole.LastReply,
                HasReplyEvidence = whole.HasReplyEvidence,
            };
            whole.Body.RemoveRange(b, whole.Body.Count - b);
            whole.Run.Clear();
            groups.Insert(g + 1, rest);
        }
    }

    private void Emit(List<ThreadGroup> groups, int top, int to, int lost, bool isLast)
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
            _lines[group.NumberLine].TryItem(out _, out var text);
            _comments.Add(new CapturedComment
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
            _comments.Add(new CapturedComment
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
            // What is doubtful about the comment is doubtful about whose replies these are.
            var flags = Inherited.Where(group.Flags.Contains).ToList();
            if (gaps.Count > 0 && (!follows || (lost > 0 && !cut)))
            {
                Add(flags, CaptureFlags.MayHoldLost);
            }

            if (stray)
            {
                flags.Add(CaptureFlags.IndentationUnclear);
            }

            _lines[line.Line].TryItem(out _, out var text);
            _comments.Add(new CapturedComment
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

    private void EmitLostReply(int top, int number, int start, int end, bool certain = true) => _comments.Add(new CapturedComment
    {
        Number = new CommentNumber(top, number),
        Start = start,
        End = end,
        NumberLost = true,
        Flags = certain ? [CaptureFlags.NumberInferred] : [CaptureFlags.NumberInferred, CaptureFlags.NumberUncertain],
    });

    private void EmitMissing(CommentNumber number, int line) => _comments.Add(new CapturedComment
    {
        Number = number,
        Start = line,
        End = line,
        NumberLost = true,
        Flags = [CaptureFlags.NumberInferred],
    });
}
