namespace Blog.Pages;

/// <summary>A script that a page names with the hash of its bytes: a browser refuses another.</summary>
/// <param name="Address">Address on the site; on a page, the link.</param>
/// <param name="Integrity">Its hash as the page pins it: <c>sha256-</c> and base64.</param>
/// <param name="Sha256">The same in hexadecimal digits, as people compare it.</param>
public sealed record PinnedScript(string Address, string Integrity, string Sha256);
