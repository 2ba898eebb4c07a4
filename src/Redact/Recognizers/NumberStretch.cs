using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A stretch of a text with digits and what stands around them, with what tells whether a form can be in it.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Position after it.</param>
/// <param name="FirstDigits">First position of its first word with digits.</param>
/// <param name="LastDigits">Position after its last word with digits.</param>
internal readonly record struct NumberStretch(int Start, int End, int FirstDigits, int LastDigits)
{
    /// <summary>How many UTF-16 units of what stands around belong to it, to a word more or less.</summary>
    public const int Around = 64;

    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>How many words with digits are in it.</summary>
    public int Words { get; init; }

    /// <summary>How many UTF-16 units those words have: at least as many as there are digits.</summary>
    public int Digits { get; init; }

    /// <summary>Whether a word in it has letters and digits.</summary>
    public bool HasMixed { get; init; }

    /// <summary>The classes of its words together.</summary>
    public WordClass Classes { get; init; }
}
