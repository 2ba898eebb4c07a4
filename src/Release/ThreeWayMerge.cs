using DiffPlex;
using DiffPlex.Model;

namespace Blog.Release;

/// <summary>Joins a hand's changes to a file with a release's, line by line, where neither touches what the other changed.</summary>
/// <remarks>
/// As diff3 (Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", 2007), but stricter: changes that only touch each other are a
/// conflict too, since in a thread file the line above often says what the line below means.
/// </remarks>
internal static class ThreeWayMerge
{
    /// <summary>The joined text; false where both changed the same lines in different ways.</summary>
    /// <param name="basis">The file as the last release wrote it.</param>
    /// <param name="hand">The file as it lies there now.</param>
    /// <param name="release">The file as this release would write it.</param>
    /// <param name="merged">The joined text, or empty.</param>
    public static bool TryMerge(string basis, string hand, string release, out string merged)
    {
        merged = string.Empty;
        var byHand = new Differ().CreateLineDiffs(basis, hand, ignoreWhitespace: false);
        var byRelease = new Differ().CreateLineDiffs(basis, release, ignoreWhitespace: false);
        var lines = new List<string>();
        var at = 0;
        var (h, r) = (0, 0);
        while (h < byHand.DiffBlocks.Count || r < byRelease.DiffBlocks.Count)
        {
            var ours = h < byHand.DiffBlocks.Count ? byHand.DiffBlocks[h] : null;
            var theirs = r < byRelease.DiffBlocks.Count ? byRelease.DiffBlocks[r] : null;
            if (ours is not null && theirs is not null && Touch(ours, theirs))
            {
                if (!IsSame(byHand, ours, byRelease, theirs))
                {
                    return false;
                }

                r++; // both say the same: it is taken once, below
                theirs = null;
            }

            var takesHand = theirs is null || (ours is not null && ours.DeleteStartA < theirs.DeleteStartA);
            var (diff, block) = takesHand ? (byHand, ours!) : (byRelease, theirs!); // one of them is there, or the loop had ended
            lines.AddRange(byHand.PiecesOld[at..block.DeleteStartA]);
            lines.AddRange(diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            at = block.DeleteStartA + block.DeleteCountA;
            (h, r) = takesHand ? (h + 1, r) : (h, r + 1);
        }

        lines.AddRange(byHand.PiecesOld[at..]);
        merged = string.Join('\n', lines);
        return true;
    }

    private static bool Touch(DiffBlock left, DiffBlock right) =>
        left.DeleteStartA <= right.DeleteStartA + right.DeleteCountA && right.DeleteStartA <= left.DeleteStartA + left.DeleteCountA;

    private static bool IsSame(DiffResult leftDiff, DiffBlock left, DiffResult rightDiff, DiffBlock right) =>
        left.DeleteStartA == right.DeleteStartA && left.DeleteCountA == right.DeleteCountA &&
        leftDiff.PiecesNew.AsSpan(left.InsertStartB, left.InsertCountB).SequenceEqual(rightDiff.PiecesNew.AsSpan(right.InsertStartB, right.InsertCountB));
}
