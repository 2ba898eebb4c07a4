namespace Blog.Guests;

/// <summary>The typing habits that are made neutral, in the order in which they are looked at.</summary>
public enum TypographyChangeKind
{
    /// <summary>Line ends other than LF.</summary>
    LineEnd,

    /// <summary>Characters that show nothing.</summary>
    InvisibleCharacter,

    /// <summary>Blank lines at the ends, or more than one in a row; blanks at the ends of lines.</summary>
    BlankLine,

    /// <summary>Signs for the items of a list.</summary>
    Bullet,

    /// <summary>No-break, thin and other uncommon blanks, and tabs.</summary>
    UncommonBlank,

    /// <summary>Curly, low, pointed and doubled quotation marks, and primes.</summary>
    QuotationMark,

    /// <summary>Curly apostrophes and accents used as such.</summary>
    Apostrophe,

    /// <summary>Smileys as signs, or with a nose.</summary>
    Emoticon,

    /// <summary>Dots of omission, and the blanks around them.</summary>
    Ellipsis,

    /// <summary>Dashes, double hyphens, and the blanks around them.</summary>
    Dash,

    /// <summary>Several exclamation or question marks, or commas.</summary>
    RepeatedMark,

    /// <summary>A blank before a mark, or none after one.</summary>
    BlankAtMark,

    /// <summary>Several blanks in a row, after full stops and elsewhere.</summary>
    RepeatedBlank,
}
