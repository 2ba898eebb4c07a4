namespace Blog.Redact.Tagging;

/// <summary>Families of features, so that each can be left out and what it brings be measured.</summary>
[Flags]
internal enum TagFamily
{
    /// <summary>No feature.</summary>
    None = 0,

    /// <summary>The word itself and its neighbours.</summary>
    Words = 1,

    /// <summary>First and last letters.</summary>
    Affixes = 1 << 1,

    /// <summary>How words are written.</summary>
    Shapes = 1 << 2,

    /// <summary>Pairs of neighbouring words.</summary>
    Pairs = 1 << 3,

    /// <summary>Tables of names, places, offices, cues.</summary>
    Tables = 1 << 4,

    /// <summary>The whole run of capitals or numbers that a token stands in.</summary>
    Chunks = 1 << 5,

    /// <summary>How the word is written elsewhere in the document.</summary>
    Document = 1 << 6,

    /// <summary>Where in a document of several lines the token stands: under which heading, how far down, how often its chunk comes.</summary>
    Layout = 1 << 7,

    /// <summary>What words may tell of a case: jobs, nations, illnesses, offences, units, courts.</summary>
    Lexicon = 1 << 8,

    /// <summary>All of them.</summary>
    All = (1 << 9) - 1,
}
