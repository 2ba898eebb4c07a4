using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>What is found in a post or comment, and how much of the looking was done.</summary>
/// <param name="Findings">The findings; of a post with a title those of the title first.</param>
/// <param name="Mode">Whether what the tagger finds holds texts.</param>
/// <param name="IsRead">Whether the tagger has read the text as it is now. Under <see cref="TagMode.Guard"/> a text that it has not read is held.</param>
public sealed record FoundInText(IReadOnlyList<(TextField Field, Finding Finding)> Findings, TagMode Mode, bool IsRead);
