namespace Blog.Search.Index;

/// <summary>What was read of one page of a site.</summary>
/// <param name="Path">Its path within the site.</param>
/// <param name="PostPath">Path of the post's first page; empty for a page without units, such as a list.</param>
/// <param name="Part">Which part of the thread it is.</param>
/// <param name="Title">Title of the thread.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Series">Its series.</param>
/// <param name="Units">The units in the order of the page.</param>
internal sealed record ReadPage(string Path, string PostPath, int Part, string Title, IReadOnlyList<string> Labels, string Series, IReadOnlyList<IndexedUnit> Units);
