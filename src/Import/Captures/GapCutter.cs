namespace Blog.Import.Captures;

/// <summary>Finds lost comments by the doubled blank lines that dropped lines leave, where the numbers say how many to look for.</summary>
internal static class GapCutter
{
    /// <summary>Fewer seams than lost numbers: as many doubled blank lines as are wanted are the lost lines; any other count proves nothing.</summary>
    /// <param name="groups">The segment's comments; changed.</param>
    /// <param name="wanted">How many numbers no seam accounts for.</param>
    /// <param name="gapAtEnd">Whether a doubled blank line stands before the next number.</param>
    public static void Cut(List<ThreadGroup> groups, int wanted, bool gapAtEnd)
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
}
