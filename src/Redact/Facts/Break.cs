namespace Blog.Redact.Facts;

/// <summary>What stands between a word and the one before it. In order of strength.</summary>
internal enum Break
{
    /// <summary>Nothing, a hyphen or an apostrophe.</summary>
    Joined,

    /// <summary>White space.</summary>
    Blank,

    /// <summary>A comma, colon, bracket, quotation mark, or something that is not prose.</summary>
    Clause,

    /// <summary>The end of a sentence.</summary>
    Sentence,

    /// <summary>A blank line, or the beginning of the text.</summary>
    Paragraph,
}
