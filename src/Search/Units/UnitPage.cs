namespace Blog.Search.Units;

/// <summary>What one page of a post says about its thread, and the units on it.</summary>
/// <param name="PostPath">Path of the post's first page within the site: <c>2016/03/x.html</c>, also for its further parts.</param>
/// <param name="Part">Which part of the thread the page is, from 1.</param>
/// <param name="Title">The post's title as the page shows it; marks as in <see cref="UnitText"/>.</param>
/// <param name="Labels">The post's labels; empty on further parts, which do not repeat them.</param>
/// <param name="Series">Title of the post's series; empty for none and on further parts.</param>
/// <param name="Units">The units in the order of the page; the post only on the first part.</param>
public sealed record UnitPage(string PostPath, int Part, string Title, IReadOnlyList<string> Labels, string Series, IReadOnlyList<PageUnit> Units);
