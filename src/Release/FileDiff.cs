using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace Blog.Release;

/// <summary>Writes what changes in a file as a person reads it: what comes in full, what goes without its words.</summary>
/// <remarks>
/// What a release takes out of a file is what somebody decided must not be seen; a diff in a terminal's history or a log would keep it.
/// So a removed line shows only the words that the line in its place still has, and a block of constant length for each run of others.
/// </remarks>
internal static class FileDiff
{
    /// <summary>Stands for words that go, whatever their length.</summary>
    public const string Gone = "▇▇▇";

    private const int Context = 2;

    private static readonly char[] WordEnds = [' ', '\t', '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '*', '_', '/', '-', '\u2019', '\u201C', '\u201D'];

    /// <summary>The change of a file.</summary>
    /// <param name="path">Path within <c>input/</c>.</param>
    /// <param name="before">What lies there; null where nothing does.</param>
    /// <param name="after">What is written.</param>
    /// <param name="isMerged">A hand's changes were joined in.</param>
    /// <param name="withHunks">Whether to write the lines out.</param>
    public static FileChange Of(string path, string? before, string after, bool isMerged, bool withHunks)
    {
        if (before is null)
        {
            var lines = after.TrimEnd('\n').Split('\n');
            return new FileChange(path, lines.Length, 0, IsNew: true, isMerged, withHunks ? [.. lines.Select(line => "+ " + line)] : []);
        }

        var diff = new Differ().CreateLineDiffs(before, after, ignoreWhitespace: false);
        return new FileChange(
            path,
            diff.DiffBlocks.Sum(block => block.InsertCountB),
            diff.DiffBlocks.Sum(block => block.DeleteCountA),
            IsNew: false,
            isMerged,
            withHunks ? [.. diff.DiffBlocks.SelectMany(block => Hunk(diff, block))] : []);
    }

    private static IEnumerable<string> Hunk(DiffResult diff, DiffBlock block)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"@@ line {block.InsertStartB + 1} @@");
        for (var i = Math.Max(0, block.InsertStartB - Context); i < block.InsertStartB; i++)
        {
            yield return "  " + diff.PiecesNew[i];
        }

        for (var i = 0; i < block.DeleteCountA; i++)
        {
            var gone = diff.PiecesOld[block.DeleteStartA + i];
            yield return "- " + (i < block.InsertCountB ? WithoutGone(gone, diff.PiecesNew[block.InsertStartB + i]) : gone.Length == 0 ? string.Empty : Gone);
        }

        for (var i = 0; i < block.InsertCountB; i++)
        {
            yield return "+ " + diff.PiecesNew[block.InsertStartB + i];
        }
    }

    private static string WithoutGone(string before, string after)
    {
        var diff = new Differ().CreateWordDiffs(before, after, ignoreWhitespace: false, WordEnds);
        var shown = new StringBuilder();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            shown.AppendJoin(null, diff.PiecesOld[at..block.DeleteStartA]);
            shown.Append(block.DeleteCountA > 0 ? Gone : string.Empty);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        return shown.AppendJoin(null, diff.PiecesOld[at..]).ToString();
    }
}
