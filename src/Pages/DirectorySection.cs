namespace Blog.Pages;

/// <summary>Lists under one heading: the months of a year, the labels with one letter.</summary>
/// <param name="Heading">The heading; null where the directory has only one section.</param>
/// <param name="Entries">The lists.</param>
public sealed record DirectorySection(LinkView? Heading, IReadOnlyList<DirectoryEntry> Entries);
