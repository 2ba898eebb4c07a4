using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Gives what the rules and the tagger find in a post or comment: in its Markdown, and of a post with a title in that.</summary>
/// <param name="unit">The post or comment.</param>
/// <param name="body">Its Markdown.</param>
/// <param name="title">A post's title; null for everything else.</param>
public delegate FoundInText FindingsOf(VaultHandle unit, ProseView body, string? title);
