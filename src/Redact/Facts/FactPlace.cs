using Blog.Vault;

namespace Blog.Redact.Facts;

/// <summary>A fact and the text it stands in.</summary>
/// <param name="Text">The post or comment.</param>
/// <param name="Fact">The fact.</param>
/// <param name="IsCertain">Whether its person is certain. "You" and "he" in a comment may mean several people.</param>
public sealed record FactPlace(VaultHandle Text, Fact Fact, bool IsCertain);
