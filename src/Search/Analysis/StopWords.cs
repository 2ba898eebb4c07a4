using System.Collections.Frozen;

namespace Blog.Search.Analysis;

/// <summary>The English words that are not indexed (table <c>StopWords.table.txt</c>, Lucene's).</summary>
internal static class StopWords
{
    private static readonly int Longest = AnalysisTable.Lines("StopWords").Max(word => word.Length);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        AnalysisTable.Lines("StopWords").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word in lower case is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= Longest && Words.Contains(word);
}
