namespace Blog.Search.Query;

/// <summary>Terms a few slips away.</summary>
/// <param name="Field">The field.</param>
/// <param name="Word">The word as typed; it is not stemmed.</param>
/// <param name="Edits">Most letters put in, left out, changed or exchanged with the next: 0 to 2.</param>
public sealed record FuzzyNode(QueryField Field, string Word, int Edits) : QueryNode;
