namespace Blog.Redact.Tagging;

/// <summary>How a token is written and where it stands, in bits.</summary>
[Flags]
internal enum TagForms : ushort
{
    /// <summary>A mark, or a word in small letters inside a sentence.</summary>
    None = 0,

    /// <summary>A word or number, not a mark.</summary>
    Word = 1,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1 << 1,

    /// <summary>Two or more letters, all capitals.</summary>
    AllCapitals = 1 << 2,

    /// <summary>Holds a digit.</summary>
    Digit = 1 << 3,

    /// <summary>A blank stands before it.</summary>
    Blank = 1 << 4,

    /// <summary>Opens a line.</summary>
    OpensLine = 1 << 5,

    /// <summary>Opens a sentence or a line.</summary>
    OpensSentence = 1 << 6,

    /// <summary>Stands inside quotation marks.</summary>
    Quoted = 1 << 7,

    /// <summary>Stands inside brackets.</summary>
    Bracketed = 1 << 8,

    /// <summary>Stands in a line without small letters.</summary>
    InCapitalLine = 1 << 9,

    /// <summary>One capital letter.</summary>
    Initial = 1 << 10,

    /// <summary>Part of a number, date or amount.</summary>
    Numeric = 1 << 11,
}
