namespace Blog.Import;

/// <summary>What a file turns out to be; only the first two are read so far.</summary>
public enum SourceKind
{
    /// <summary>Classic Blogger export: one Atom feed of everything.</summary>
    BloggerClassic,

    /// <summary>Plain text copied from a blog's page.</summary>
    Capture,

    /// <summary>Google Takeout's feed of a Blogger blog, or of the comments an account wrote.</summary>
    BloggerTakeout,

    /// <summary>A Blogger theme.</summary>
    BloggerTheme,

    /// <summary>Takeout's table of a blog's settings, or another table of comma-separated values.</summary>
    Table,

    /// <summary>An Atom feed that is not Blogger's.</summary>
    OtherFeed,

    /// <summary>WordPress export (WXR).</summary>
    WordPress,

    /// <summary>An RSS feed.</summary>
    Rss,

    /// <summary>Disqus export.</summary>
    Disqus,

    /// <summary>Movable Type or TypePad export.</summary>
    MovableType,

    /// <summary>A saved web page.</summary>
    Html,

    /// <summary>Other XML.</summary>
    OtherXml,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>A gzip, 7z, rar, xz or bzip2 archive.</summary>
    OtherArchive,

    /// <summary>A picture, PDF or other file that is no text.</summary>
    Binary,

    /// <summary>No byte at all, or white space only.</summary>
    Empty,

    /// <summary>Text of no known form.</summary>
    UnknownText,
}
