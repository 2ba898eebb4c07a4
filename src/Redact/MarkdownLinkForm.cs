namespace Blog.Redact;

/// <summary>The ways an address stands in a Markdown text.</summary>
public enum MarkdownLinkForm
{
    /// <summary><c>[words](address)</c>.</summary>
    Inline,

    /// <summary><c>![words](address)</c>.</summary>
    Image,

    /// <summary><c>&lt;https://…&gt;</c>.</summary>
    Autolink,

    /// <summary><c>https://…</c> or <c>www.…</c> in running text.</summary>
    Bare,
}
