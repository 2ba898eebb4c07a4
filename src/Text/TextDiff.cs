using System.Text.RegularExpressions;
using DiffPlex;

namespace Blog.Text;

/// <summary>What two versions of a text have in common, word by word.</summary>
internal static partial class TextDiff
{
    /// <summary>Both texts in one list: what went stands before what came in its place.</summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, false, text => [.. Pieces().Matches(text).Select(match => match.Value)]);
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

    /// <summary>A mark is one piece, and so are a word and a run of blanks: a mark's own words are in no text.</summary>
    [GeneratedRegex(@"\[redacted[^\]\n]*\]|[\p{L}\p{M}\p{N}]+|\n+|[^\S\n]+|.")]
    private static partial Regex Pieces();
}
