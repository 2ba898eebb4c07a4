namespace Blog.Vault;

/// <summary>What an erasure took out of the store, in counts.</summary>
/// <param name="Texts">Posts and comments whose words went now; those that were erased before are not counted again.</param>
/// <param name="People">Writers of whom nothing is left.</param>
/// <param name="Decisions">Decisions whose words went.</param>
/// <param name="Pictures">Pictures that no text shows any more.</param>
/// <param name="Masked">Other posts and comments out of which quotes or names were taken.</param>
/// <param name="PublishedPictures">SHA-256, in hex, of what was published of those pictures: the stems of their files in <c>input/media</c>.</param>
public sealed record VaultErasure(int Texts, int People, int Decisions, int Pictures, int Masked, IReadOnlyList<string> PublishedPictures);
