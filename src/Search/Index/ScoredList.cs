namespace Blog.Search.Index;

/// <summary>A list of postings as written.</summary>
/// <param name="Postings">How many.</param>
/// <param name="Pieces">The head, then the pieces of the tail.</param>
internal sealed record ScoredList(int Postings, IReadOnlyList<ListPiece> Pieces);
