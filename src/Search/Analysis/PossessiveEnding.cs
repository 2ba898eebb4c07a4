namespace Blog.Search.Analysis;

/// <summary>Takes the English possessive off a word, as Lucene's EnglishPossessiveFilter does: <c>'s</c> with a straight, curly or full-width apostrophe, in either case.</summary>
internal static class PossessiveEnding
{
    /// <summary>The word without it.</summary>
    public static ReadOnlySpan<char> Remove(ReadOnlySpan<char> word) =>
        word is [.., '\'' or '\u2019' or '\uFF07', 's' or 'S'] ? word[..^2] : word;
}
