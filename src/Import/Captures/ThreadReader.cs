using NodaTime;

namespace Blog.Import.Captures;

/// <summary>Reads a comment list into its comments: two levels of numbers, lost numbers inferred from the gaps they leave.</summary>
/// <remarks>
/// What is certain is read first: numbers at the column of top-level comments that rise (<see cref="TopLevelNumbers"/>). Everything between
/// two of them is one segment, and the difference of the two numbers says how many comments were lost in it. The segment is cut at its
/// seams (<see cref="SegmentSeams"/>), and a cut counts only if the numbers ask for it: without a lost number, what looks like a seam is a
/// list that somebody typed (<see cref="TypedLists"/>); with more lost numbers than seams, doubled blank lines can be the lost ones
/// (<see cref="GapCutter"/>). docs/import-captures.md has the rules with examples.
/// </remarks>
internal static class ThreadReader
{
    /// <summary>The comments in thread order, lost ones in their places.</summary>
    /// <param name="lines">The capture.</param>
    /// <param name="start">First line of the comments.</param>
    /// <param name="end">Line after the last.</param>
    /// <param name="postDate">The post's day, if known.</param>
    public static IReadOnlyList<CapturedComment> Read(IReadOnlyList<CaptureLine> lines, int start, int end, LocalDate? postDate)
    {
        var comments = new List<CapturedComment>();
        var tops = TopLevelNumbers.Find(lines, start, end);
        if (tops.Count == 0)
        {
            return comments;
        }

        var seams = new SegmentSeams(lines, start, postDate);
        var lists = new TypedLists(lines);
        var placer = new CommentPlacer(lines, comments);
        if (tops[0].Number > 1)
        {
            ReadSegment(0, -1, start, tops[0].Line, tops[0].Number - 1, isLast: false);
        }

        for (var i = 0; i < tops.Count; i++)
        {
            var (line, number) = tops[i];
            var isLast = i + 1 == tops.Count;
            ReadSegment(number, line, line + 1, isLast ? end : tops[i + 1].Line, isLast ? 0 : tops[i + 1].Number - number - 1, isLast);
        }

        return comments;

        void ReadSegment(int top, int topLine, int from, int to, int lost, bool isLast)
        {
            var groups = seams.Cut(topLine, from, to, lost, out var blanksAtEnd);
            lists.Settle(groups, lost, isLast);

            // After the last number nothing says whether another followed; a dropped line makes it possible.
            var last = groups[^1];
            if (isLast && (last.Body.Exists(line => line is { AfterGap: true, Kind: ThreadLineKind.Text }) || (last.Run.Count > 0 && last.Run[0].AfterGap)))
            {
                last.Flags.Add(CaptureFlags.MayHoldLost);
            }

            var unexplained = lost - (groups.Count - 1);
            if (unexplained > 0)
            {
                GapCutter.Cut(groups, unexplained, !isLast && blanksAtEnd >= 2);
            }

            placer.Add(groups, top, to, Math.Max(lost, groups.Count - 1), isLast);
        }
    }
}
