namespace Blog.Search.Units;

/// <summary>What a post gives to all units of its thread.</summary>
/// <param name="Path">Path of the post's page within the site, without a leading slash: <c>2016/03/x.html</c>.</param>
/// <param name="Title">The post's title as the page shows it, <c>Untitled</c> included; marks as in <see cref="UnitText"/>.</param>
/// <param name="Labels">Labels as the page shows them.</param>
/// <param name="Series">Title of the series; empty for none.</param>
public sealed record SearchThread(string Path, string Title, IReadOnlyList<string> Labels, string Series)
{
    /// <summary>The page's name without folder and ending, by which <c>in:</c> finds the thread: <c>x</c>.</summary>
    public string Slug { get; } = System.IO.Path.GetFileNameWithoutExtension(Path);
}
