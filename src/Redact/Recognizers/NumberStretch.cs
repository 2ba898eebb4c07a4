using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A stretch of a text with digits and what stands around them, with what tells whether a form can be in it.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Position after it.</param>
/// <param name="Digits">How many digits are in it.</param>
/// <param name="HasMixed">Whether a word in it has letters and digits.</param>
/// <param name="Classes">The classes of its words together.</param>
internal readonly record struct NumberStretch(int Start, int End, int Digits, bool HasMixed, WordClass Classes)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;
}
