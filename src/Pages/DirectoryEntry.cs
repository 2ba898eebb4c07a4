namespace Blog.Pages;

/// <summary>One list in a directory of lists.</summary>
/// <param name="Link">Link to the list.</param>
/// <param name="Count">How many posts are in it, in words.</param>
/// <param name="Description">The editor's description; null where <c>site.yml</c> has none.</param>
public sealed record DirectoryEntry(TitleLink Link, string Count, string? Description);
