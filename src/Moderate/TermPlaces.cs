using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Where a term stands in the vault: what deciding on it costs, known before it is done.</summary>
/// <param name="Texts">Posts and comments that hold it, with how often, in the order of the vault.</param>
/// <param name="Threads">Threads that hold it.</param>
/// <param name="Places">Places in all.</param>
public sealed record TermPlaces(IReadOnlyList<(VaultHandle Post, VaultHandle Unit, int Count)> Texts, int Threads, int Places);
