namespace Blog.Pages;

/// <summary>Stands on part 1 where a comment of another part is looked for: a fragment never reaches a server, so no redirect could help.</summary>
/// <param name="Anchor">The comment's anchor.</param>
/// <param name="Href">Link to the comment on its part; null where there are so many that the link to the part must do, or the page would be past its budget of bytes.</param>
/// <param name="Label">The number readers see.</param>
public sealed record PartAnchor(string Anchor, string? Href, string Label);
