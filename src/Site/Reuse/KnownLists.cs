namespace Blog.Site.Reuse;

/// <summary>The lists of a build, and of what they were made.</summary>
/// <param name="Key">Hash of all they were made of.</param>
/// <param name="Files">Paths of their pages within the site.</param>
internal sealed record KnownLists(string Key, IReadOnlyList<string> Files);
