namespace Blog.Site.Scripts;

/// <summary>What a piece of a script is, as far as joining and shortening must know (ECMAScript 2024, section 12).</summary>
internal enum ScriptTokenKind
{
    /// <summary>Blanks and tabs.</summary>
    Blank,

    /// <summary>A line end, which can end a statement.</summary>
    LineEnd,

    /// <summary>A comment; where it holds a line end it counts as one.</summary>
    Comment,

    /// <summary>A name or keyword, also a private one with its <c>#</c>.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string with its quotes.</summary>
    String,

    /// <summary>A template literal with all it holds.</summary>
    Template,

    /// <summary>A regular expression with its flags.</summary>
    RegularExpression,

    /// <summary>One character of an operator or bracket.</summary>
    Punctuator,
}
