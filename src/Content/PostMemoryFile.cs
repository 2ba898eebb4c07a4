namespace Blog.Content;

/// <summary>The file of a <see cref="PostMemory"/>.</summary>
/// <param name="Key">What the entries depend on besides their files.</param>
/// <param name="Posts">Posts and pages by the path of their file within <c>input/</c>.</param>
internal sealed record PostMemoryFile(string Key, IReadOnlyDictionary<string, KnownEntry> Posts);
