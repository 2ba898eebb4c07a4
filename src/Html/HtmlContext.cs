namespace Blog.Html;

/// <summary>What has to be known of a source to read its markup.</summary>
public sealed record HtmlContext
{
    /// <summary>For bodies of posts: the document's own size is the bound, deep nesting is refused.</summary>
    public static readonly HtmlContext Post = new() { MaximumCharacters = 4 * 1024 * 1024, MaximumTags = 100_000, TakesEmbeddedPictures = true };

    /// <summary>For bodies of comments: 64 KB and 4,000 tags, beyond which a comment is published as plain text.</summary>
    public static readonly HtmlContext Comment = new();

    /// <summary>Absolute http(s) address of the old page or blog, to which relative addresses are resolved; null where it is not known.</summary>
    public string? BaseAddress { get; init; }

    /// <summary>True where the source writes a line break as a raw newline (Takeout comments since 2009); false where newlines are white space.</summary>
    public bool NewlinesAreBreaks { get; init; }

    /// <summary>Whether pictures whose bytes stand in the text itself are taken out and named by an address; else they are dropped.</summary>
    public bool TakesEmbeddedPictures { get; init; }

    /// <summary>Longest markup that is parsed, in UTF-16 units; longer texts are published as plain text.</summary>
    public int MaximumCharacters { get; init; } = 64 * 1024;

    /// <summary>Most tags that are parsed; with more, the text is published as plain text.</summary>
    public int MaximumTags { get; init; } = 4_000;

    /// <summary>
    /// Most elements open at once: the HTML parser needs time that grows with their square. Texts beyond it are published as plain text.
    /// Real posts stay under 60.
    /// </summary>
    public int MaximumOpenElements { get; init; } = 256;
}
