namespace Blog.Source;

/// <summary>The files of one post or page in a blog folder.</summary>
/// <param name="Path">Path of the Markdown file within <c>input/</c>, with <c>/</c>, e.g. <c>posts/2015/12/guest-blog-47.md</c>.</param>
/// <param name="ThreadPath">Path of its thread file, or null where it has none.</param>
public sealed record PostFile(string Path, string? ThreadPath);
