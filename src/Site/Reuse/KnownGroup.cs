namespace Blog.Site.Reuse;

/// <summary>Files that are made together, the lists or the search index, and of what they were made.</summary>
/// <param name="Key">Hash of all they were made of.</param>
/// <param name="Files">Their paths within the site.</param>
internal sealed record KnownGroup(string Key, IReadOnlyList<string> Files)
{
    /// <summary>Nothing was made.</summary>
    public static KnownGroup None { get; } = new(string.Empty, []);
}
