using Blog.Vault;

namespace Blog.Release.Erasure;

/// <summary>What an erasure would take away, known before it is done.</summary>
/// <param name="Units">Posts and comments.</param>
/// <param name="WithWords">How many of them still have words in the store; the others were erased before, and an erasure that was cut off is completed.</param>
/// <param name="Unknowable">How many are so short that nobody can look for copies of them: they go from their own places alone.</param>
/// <param name="Quoting">Other posts and comments in which a quote of them, or the name of their writer, stands.</param>
/// <param name="Files">Files of <c>input/</c> that would change, by path there.</param>
/// <param name="Copies">Backups, exports and packets known to the store, which may hold them.</param>
public sealed record ErasurePlan(IReadOnlyList<VaultUnit> Units, int WithWords, int Unknowable, IReadOnlyList<VaultHandle> Quoting, IReadOnlyList<string> Files, IReadOnlyList<KnownCopy> Copies);
