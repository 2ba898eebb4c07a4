namespace Blog.Vault;

/// <summary>One run of a release.</summary>
/// <param name="Handle">Its random name, by which the audit speaks of it.</param>
/// <param name="Started">When it began, in UTC.</param>
/// <param name="Finished">When it ended; null where it was cut off.</param>
public sealed record ReleaseRun(VaultHandle Handle, DateTimeOffset Started, DateTimeOffset? Finished);
