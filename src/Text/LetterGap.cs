namespace Blog.Text;

/// <summary>What stands between a letter of a folded text and the one before it; a later kind outweighs an earlier one.</summary>
public enum LetterGap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Something that shows nothing and leaves one word one: a combining mark, a soft hyphen, an inline tag.</summary>
    Join,

    /// <summary>Something that may part two words or stand inside one: a Markdown mark, a zero-width space.</summary>
    Soft,

    /// <summary>A hyphen or apostrophe, also one at a line's end.</summary>
    Hyphen,

    /// <summary>Blanks and punctuation.</summary>
    Space,

    /// <summary>The edge of a block, an attribute or a string: it parts words, and only a name's own gap may lie across it.</summary>
    Block,

    /// <summary>Something that no match reaches across.</summary>
    Wall,
}
