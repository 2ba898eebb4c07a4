namespace Blog.Import.Documents;

/// <summary>What a document, or a piece that was sent with one, is; found from its bytes.</summary>
public enum DocumentKind
{
    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A web page, or text with HTML's tags.</summary>
    Html,

    /// <summary>Office Open XML, as Word writes it (<c>.docx</c>).</summary>
    Word,

    /// <summary>OpenDocument text, as LibreOffice writes it (<c>.odt</c>).</summary>
    OpenDocument,

    /// <summary>A mail (<c>.eml</c>).</summary>
    Mail,

    /// <summary>A picture: counted and listed, never taken.</summary>
    Picture,

    /// <summary>Anything else: listed, never read.</summary>
    Other,
}
