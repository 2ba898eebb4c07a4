namespace Blog.Search.Analysis;

/// <summary>Finds the abbreviations in capitals of a text, for a field that tells PO from po and IT from it.</summary>
/// <remarks>
/// A capital form is a word (<see cref="WordTokens"/>) of capitals and the digits 0 to 9 with two capitals or more: TR, AP, HMPPS, G4S. Possessive and plural fold to it:
/// <c>PO's</c>, <c>POs</c>, <c>PO’s</c>, <c>POs'</c> are PO. Terms keep their capitals; positions count every word of the text. See <c>docs/search-analysis.md</c>.
/// </remarks>
public static class CapitalFormAnalyzer
{
    /// <summary>The capital forms of a text in order. Nothing is thrown for any text.</summary>
    public static CapitalFormTokens Analyze(ReadOnlySpan<char> text) => new(text, skipsMarks: false);

    /// <summary>As <see cref="Analyze"/>, for a plain text with redaction marks (titles, labels): a mark gives no token and takes one position.</summary>
    public static CapitalFormTokens AnalyzeWithoutMarks(ReadOnlySpan<char> text) => new(text, skipsMarks: true);
}
