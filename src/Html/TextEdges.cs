namespace Blog.Html;

/// <summary>Where a text stands, for <see cref="MarkdownEscaper"/>.</summary>
/// <param name="Before">The character that is written before it in its line; <c>\n</c> where it begins the line.</param>
/// <param name="After">The character that will follow it in its line; <c>\n</c> where nothing does.</param>
/// <param name="IsInBrackets">Whether it stands within a link's text or an image's description.</param>
/// <param name="IsInLine">Whether it never begins a block's line (headings, table cells, descriptions).</param>
internal readonly record struct TextEdges(char Before, char After, bool IsInBrackets, bool IsInLine)
{
    /// <summary>A paragraph of its own.</summary>
    public static readonly TextEdges Paragraph = new('\n', '\n', IsInBrackets: false, IsInLine: false);

    /// <summary>A heading or table cell of its own.</summary>
    public static readonly TextEdges Line = Paragraph with { IsInLine = true };
}
