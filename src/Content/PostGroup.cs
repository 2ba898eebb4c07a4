namespace Blog.Content;

/// <summary>Posts under one heading: a label, a year, a month or a series.</summary>
/// <param name="Key">What groups them: label or series name, <c>2015</c>, <c>2015-12</c>.</param>
/// <param name="Name">How readers see it: the name, <c>2015</c>, <c>December 2015</c>.</param>
/// <param name="Url">Address of its first page, beginning with <c>/</c>.</param>
/// <param name="Posts">Its posts in the order of the list.</param>
public sealed record PostGroup(string Key, string Name, string Url, IReadOnlyList<PostEntry> Posts);
