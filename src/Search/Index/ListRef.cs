namespace Blog.Search.Index;

/// <summary>A scored list as the dictionary describes it.</summary>
/// <param name="Count">Postings.</param>
/// <param name="Pieces">The head and the pieces of the tail.</param>
/// <param name="Positions">The pieces of its positions; empty for a field without.</param>
internal sealed record ListRef(int Count, IReadOnlyList<PieceRef> Pieces, IReadOnlyList<PieceRef> Positions);
