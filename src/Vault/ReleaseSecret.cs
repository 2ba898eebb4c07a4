using Blog.Text;

namespace Blog.Vault;

/// <summary>Something that a release took out, for the gate to look for.</summary>
/// <param name="Scope">Where it must not stand.</param>
/// <param name="PublicId">The post or comment it was taken out of, as it was released; of a thread the post.</param>
/// <param name="Words">The words.</param>
/// <param name="Case">The decision behind it; null where none is (masks, renamed commenters, dropped ids).</param>
/// <param name="Letters">In which letter case they count.</param>
public sealed record ReleaseSecret(ReleaseSecretScope Scope, string PublicId, string Words, VaultHandle? Case, LetterCase Letters);
