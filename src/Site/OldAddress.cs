namespace Blog.Site;

/// <summary>An address under which readers know something, and the page that took its place.</summary>
/// <param name="Path">Path as it stands in a rule, percent-encoded: <c>/search/label/Guest%20posts</c>; with <c>*</c> at its end for whatever begins so.</param>
/// <param name="Target">Address on the site that it leads to now, beginning with <c>/</c>.</param>
/// <param name="StubFile">File of its stub page for hosts without rules; null where no file can stand at that address, or would be of no use there.</param>
internal sealed record OldAddress(string Path, string Target, string? StubFile);
