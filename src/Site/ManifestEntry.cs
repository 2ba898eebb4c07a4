namespace Blog.Site;

/// <summary>One file of a built site.</summary>
/// <param name="Path">Path within the output folder, with <c>/</c>.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the published bytes.</param>
public sealed record ManifestEntry(string Path, long Length, string Sha256);
