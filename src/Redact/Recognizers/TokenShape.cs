namespace Blog.Redact.Recognizers;

/// <summary>How a word is written.</summary>
[Flags]
internal enum TokenShape : byte
{
    /// <summary>Lower case, or letters without case.</summary>
    None = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>Two or more letters, all of them capitals.</summary>
    AllCapitals = 2,

    /// <summary>Digits alone.</summary>
    Digits = 4,

    /// <summary>Digits among letters.</summary>
    Mixed = 8,

    /// <summary>A stop stands right after it.</summary>
    StopAfter = 16,
}
