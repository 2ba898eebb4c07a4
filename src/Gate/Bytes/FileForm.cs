namespace Blog.Gate.Bytes;

/// <summary>How the bytes of a file are read.</summary>
internal enum FileForm
{
    /// <summary>Tags and text: pages, feeds, sitemap, drawings.</summary>
    Markup,

    /// <summary>Text without tags: style, script, JSON, redirects, robots.</summary>
    Plain,

    /// <summary>Pictures and everything else that is no text.</summary>
    Binary,
}
