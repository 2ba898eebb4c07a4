namespace Blog.Redact.Facts.Patterns;

/// <summary>The parts a pattern is made of.</summary>
internal enum ElementKind
{
    /// <summary>One of some words.</summary>
    Words,

    /// <summary>Something a class recognises: a phrase of a lexicon, a number, a person.</summary>
    Class,

    /// <summary>Up to so many words of any sort, within a clause.</summary>
    Gap,

    /// <summary>Where the words of the fact begin.</summary>
    Open,

    /// <summary>Where they end.</summary>
    Close,

    /// <summary>The end of a clause, or one of some words, which are looked at and not taken.</summary>
    Ahead,
}
