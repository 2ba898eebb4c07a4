namespace Blog.Import;

/// <summary>What a file turns out to be. <see cref="SourceReaders"/> says which kinds are read.</summary>
public enum SourceKind
{
    /// <summary>Classic Blogger export: one Atom feed of everything.</summary>
    BloggerClassic,

    /// <summary>Plain text copied from a blog's page.</summary>
    Capture,

    /// <summary>Google Takeout's feed of a Blogger blog.</summary>
    BloggerTakeout,

    /// <summary>Google Takeout's feed of the comments that an account wrote, on whatever blogs.</summary>
    TakeoutComments,

    /// <summary>A saved page of a Blogger blog.</summary>
    BloggerPage,

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

    /// <summary>BlogML, the export of .NET blogs.</summary>
    BlogML,

    /// <summary>Ghost's JSON export.</summary>
    Ghost,

    /// <summary>The <c>posts.csv</c> of a Substack export.</summary>
    Substack,

    /// <summary>A post of a Medium export.</summary>
    Medium,

    /// <summary>The <c>site.yml</c> of a blog folder of this program.</summary>
    OwnBlog,

    /// <summary>A saved web page of another kind, or a piece of one.</summary>
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
