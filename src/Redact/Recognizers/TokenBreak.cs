namespace Blog.Redact.Recognizers;

/// <summary>What stands between a word and the one before it, weakest first.</summary>
internal enum TokenBreak : byte
{
    /// <summary>Nothing, a hyphen or an apostrophe.</summary>
    Joint,

    /// <summary>Blanks, or one line break inside a paragraph.</summary>
    Blank,

    /// <summary>A stop with blanks after it that need not end a sentence: after "Mr", "Dr", an initial.</summary>
    Stop,

    /// <summary>A comma, a bracket, a quotation mark, a dash.</summary>
    Mark,

    /// <summary>The end of a sentence.</summary>
    Sentence,

    /// <summary>The end of a paragraph, a list item, or something that is not prose.</summary>
    Paragraph,
}
