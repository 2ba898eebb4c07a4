namespace Blog.Bench.Search;

/// <summary>How a comparison with the oracle went.</summary>
/// <param name="Lines">Lines compared.</param>
/// <param name="Characters">Their UTF-16 units.</param>
/// <param name="Tokens">Tokens that the oracle gave.</param>
/// <param name="Differing">Tokens (term, position, offsets) that only one of both gave, the larger side a line.</param>
internal sealed record OracleCount(int Lines, long Characters, long Tokens, long Differing);
