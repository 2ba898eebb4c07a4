namespace Blog.Gate.Reuse;

/// <summary>A fragment that a page links to on another one.</summary>
/// <param name="Page">Path of the other page.</param>
/// <param name="Fragment">The fragment, decoded.</param>
/// <param name="Line">Line of a link that wants it.</param>
internal sealed record WantedFragment(string Page, string Fragment, int Line);
