namespace Blog.Search.Index;

/// <summary>A list of postings as written, or one part of a list of texts.</summary>
/// <param name="Postings">How many.</param>
/// <param name="Pieces">The head and the pieces of the tail; none without postings.</param>
internal sealed record ScoredList(int Postings, IReadOnlyList<ListPiece> Pieces);
