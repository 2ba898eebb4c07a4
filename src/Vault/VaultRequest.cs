namespace Blog.Vault;

/// <summary>A request for takedown or erasure, without a word of what was written in it: that lies sealed under the same handle.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="Kind">Its kind, a word of the table of requests.</param>
/// <param name="Received">When it came, in UTC.</param>
/// <param name="Done">When it was closed, in UTC; null while it is open.</param>
/// <param name="Units">Posts and comments it is about, in the order of their digits; those that were erased stay, as names that say nothing.</param>
/// <param name="Steps">Steps that somebody has said something about, by their words in the table; the others are open.</param>
public sealed record VaultRequest(VaultHandle Handle, string Kind, DateTimeOffset Received, DateTimeOffset? Done, IReadOnlyList<VaultHandle> Units, IReadOnlyDictionary<string, VaultRequestStep> Steps);
