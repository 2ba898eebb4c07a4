namespace Blog.Import.Captures;

/// <summary>Picks the lines that hold the numbers of top-level comments: they rise, and what does not fit is text.</summary>
internal static class TopLevelNumbers
{
    /// <summary>The lines and their numbers, rising.</summary>
    /// <param name="lines">The capture.</param>
    /// <param name="start">First line of the comments.</param>
    /// <param name="end">Line after the last.</param>
    public static IReadOnlyList<(int Line, int Number)> Find(IReadOnlyList<CaptureLine> lines, int start, int end)
    {
        var found = new List<(int Line, int Number)>();
        for (var i = start; i < end; i++)
        {
            if (CommentListFinder.IsItem(lines, start, i, CommentListFinder.TopIndent, out var number, out _))
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
}
