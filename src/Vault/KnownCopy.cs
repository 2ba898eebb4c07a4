namespace Blog.Vault;

/// <summary>A copy of the archive, or of a part of it, outside the store.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="Kind">What it is: <c>backup</c>, <c>export</c> or <c>packet</c>.</param>
/// <param name="Place">Where it was when it was last seen.</param>
/// <param name="Made">When it was written or read, in UTC.</param>
/// <param name="Expires">The day on which somebody means to delete it; null where nobody said.</param>
/// <param name="Gone">When somebody said that it is deleted; null while it is not.</param>
public sealed record KnownCopy(VaultHandle Handle, string Kind, string Place, DateTimeOffset Made, DateOnly? Expires, DateTimeOffset? Gone);
