namespace Blog.Pages;

/// <summary>Posts of a list under one heading.</summary>
/// <param name="Heading">The heading; null where the list has only one section.</param>
/// <param name="Posts">Its posts.</param>
public sealed record PostSection(LinkView? Heading, IReadOnlyList<PostItem> Posts);
