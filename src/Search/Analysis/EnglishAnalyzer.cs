namespace Blog.Search.Analysis;

/// <summary>Turns an English text into the terms that are indexed and asked for, token for token as EnglishAnalyzer of Lucene 8.8.1.</summary>
/// <remarks>
/// Words (<see cref="WordTokens"/>), possessive taken off, lower case, stop words left out, Porter's stem. Two analyzers over one text never disagree; one may be used
/// for text after text, but not by two threads and not for a second text before the first is done. See <c>docs/search-analysis.md</c>.
/// </remarks>
public sealed class EnglishAnalyzer
{
    private readonly char[] _term = new char[WordTokens.MaxLength];

    /// <summary>The tokens of a text in order. Nothing is thrown for any text.</summary>
    public EnglishTokens Analyze(ReadOnlySpan<char> text) => new(text, skipsMarks: false, _term);

    /// <summary>As <see cref="Analyze"/>, for a plain text with redaction marks (titles, labels): a mark gives no token and takes one position.</summary>
    public EnglishTokens AnalyzeWithoutMarks(ReadOnlySpan<char> text) => new(text, skipsMarks: true, _term);

    /// <summary>A piece of a word as it is compared with terms where it cannot be stemmed, in prefix and fuzzy queries: lower case and nothing else, as in Lucene.</summary>
    public static string Normalize(string piece) => string.Create(piece.Length, piece, static (target, text) => LowerCase.Write(text, target));
}
