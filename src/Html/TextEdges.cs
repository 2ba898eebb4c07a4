namespace Blog.Html;

/// <summary>What stands beside the text in the line: decides where a neighbour has to be seen to judge a character.</summary>
[Flags]
internal enum TextEdges
{
    /// <summary>Nothing but line ends around it.</summary>
    None = 0,

    /// <summary>The text begins behind other markup of the same line.</summary>
    MarkupBefore = 1,

    /// <summary>Other markup follows in the same line.</summary>
    MarkupAfter = 2,

    /// <summary>The text stands within a link's text or an image's description.</summary>
    InBrackets = 4,

    /// <summary>The text does not begin a block's line (headings, table cells).</summary>
    NoLineStart = 8,
}
