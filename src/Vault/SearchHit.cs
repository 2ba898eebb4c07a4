namespace Blog.Vault;

/// <summary>A post or comment in which the words of a search stand.</summary>
/// <param name="Unit">Its handle.</param>
/// <param name="IsPost">Whether it is a post or page, not a comment.</param>
/// <param name="Matches">Where the words stand, in order: title first, then body.</param>
public sealed record SearchHit(VaultHandle Unit, bool IsPost, IReadOnlyList<SearchMatch> Matches);
