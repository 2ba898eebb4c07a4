using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>A text that the tagger has not read.</summary>
/// <param name="Unit">Its post or comment.</param>
/// <param name="Field">Title or body.</param>
/// <param name="Markdown">The text.</param>
/// <param name="Persons">Where rules found the name of a person in it.</param>
public sealed record UnreadText(VaultHandle Unit, TextField Field, string Markdown, IReadOnlyList<TextRange> Persons);
