namespace Blog.Site;

/// <summary>A file of the site, ready to be written.</summary>
/// <param name="Path">Path within the site, with <c>/</c>, e.g. <c>sitemap.xml</c>.</param>
/// <param name="Bytes">Its whole content.</param>
public sealed record SiteFile(string Path, ReadOnlyMemory<byte> Bytes);
