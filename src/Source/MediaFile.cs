namespace Blog.Source;

/// <summary>A file below <c>input/media/</c>.</summary>
/// <param name="Path">Path within <c>input/</c>, with <c>/</c>, e.g. <c>media/4f3a….png</c>.</param>
/// <param name="Length">Bytes.</param>
public sealed record MediaFile(string Path, long Length);
