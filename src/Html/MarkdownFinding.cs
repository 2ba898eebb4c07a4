namespace Blog.Html;

/// <summary>Something in a text that could not be rendered as it was meant.</summary>
/// <param name="Reason">One of the phrases below; never words of the text.</param>
/// <param name="Line">Line of the text, from 1.</param>
public sealed record MarkdownFinding(string Reason, int Line)
{
    /// <summary>A mark's label is not in the table.</summary>
    public const string UnknownLabel = "redaction label that is not in the table: shown as [redacted]";

    /// <summary>A link's address may not stand in a page.</summary>
    public const string AddressRefused = "link address that is not http, https, a plain mailto or a path within the site: shown as text";

    /// <summary>A citation leads to no comment of the thread.</summary>
    public const string NoSuchComment = "link to a comment that is not in this thread: shown as text";

    /// <summary>An address within the site leads nowhere.</summary>
    public const string NoSuchPath = "link to a path that is not on this site: shown as text";

    /// <summary>A picture does not lie in the blog's own media folder.</summary>
    public const string PictureRefused = "picture that is not in /media/: its description is shown instead";

    /// <summary>A quoted source has no end.</summary>
    public const string SourceNotClosed = "quoted source without its closing line of colons: everything below it is taken for the quotation";

    /// <summary>The text is too long to be read as Markdown.</summary>
    public const string TooLong = "text too long to be read as Markdown: shown as plain text";

    /// <summary>The text nests too deeply, or repeats a mark of Markdown too often, to be read safely.</summary>
    public const string TooComplex = "text nests too deeply or repeats Markdown marks too often: shown as plain text";
}
