namespace Blog.Pages;

/// <summary>A line of a series: one of its posts, or a gap in the numbers.</summary>
/// <param name="Number">The number, or for a gap the missing ones: <c>47</c>, <c>3 to 5</c>; null for a post without one.</param>
/// <param name="Post">The post; null for a gap.</param>
public sealed record SeriesRow(string? Number, PostItem? Post);
