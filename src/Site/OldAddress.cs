namespace Blog.Site;

/// <summary>An address of the old blog and the page that took its place.</summary>
/// <param name="Path">Path on the old blog as it stands in a rule, percent-encoded: <c>/search/label/Guest%20posts</c>.</param>
/// <param name="Target">Address on the site that it leads to now, beginning with <c>/</c>.</param>
/// <param name="StubFile">File of its stub page for hosts without rules; null where no file can stand at that address.</param>
internal sealed record OldAddress(string Path, string Target, string? StubFile);
