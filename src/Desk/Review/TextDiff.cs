using DiffPlex;

namespace Blog.Desk.Review;

/// <summary>What two versions of a text have in common, word by word.</summary>
internal static class TextDiff
{
    private static readonly char[] WordEnds = [' ', '\t', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '*', '_', '/', '-', '\u2019', '\u201C', '\u201D'];

    /// <summary>Both texts in one list: what went stands before what came in its place.</summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var diff = new Differ().CreateWordDiffs(before, after, ignoreWhitespace: false, WordEnds);
        var parts = new List<DiffPart>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(parts, diff.PiecesOld[at..block.DeleteStartA], 0);
            Add(parts, diff.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)], -1);
            Add(parts, diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)], 1);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(parts, diff.PiecesOld[at..], 0);
        return parts;
    }

    private static void Add(List<DiffPart> parts, string[] pieces, int change)
    {
        if (pieces.Length > 0)
        {
            parts.Add(new DiffPart(string.Concat(pieces), change));
        }
    }
}
