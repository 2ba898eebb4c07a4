namespace Blog.Site.Hosting;

/// <summary>Content that was published and is no longer: the file went, or it says something else now.</summary>
/// <param name="Path">Its path within the site.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of what it was.</param>
public sealed record WithdrawnFile(string Path, string Sha256);
