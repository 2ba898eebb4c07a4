namespace Blog.Vault;

/// <summary>The archive an entry comes from.</summary>
/// <param name="Row">Its row in the store.</param>
/// <param name="Format">Its format.</param>
/// <param name="Key">What makes it itself on a second import.</param>
/// <param name="Rank">How far this source of it is to be believed against others.</param>
internal sealed record ImportedPlace(long Row, string Format, string Key, int Rank = 0);
