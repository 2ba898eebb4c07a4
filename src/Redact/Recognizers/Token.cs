using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A word of a text: letters, digits and inner apostrophes; a hyphen parts two words.</summary>
/// <param name="Start">Its first position in the scanned text.</param>
/// <param name="End">Position after it, a possessive "'s" left out.</param>
/// <param name="FullEnd">Position after it with the possessive.</param>
/// <param name="Word">Its number in the lexicon, 0 where it is in no list.</param>
/// <param name="Classes">What it is known to be.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Before">What stands before it.</param>
internal readonly record struct Token(int Start, int End, int FullEnd, int Word, WordClass Classes, TokenShape Shape, TokenBreak Before)
{
    /// <summary>Number of UTF-16 units without the possessive.</summary>
    public int Length => End - Start;

    /// <summary>Whether it has a possessive "'s" or "s'".</summary>
    public bool IsPossessive => FullEnd > End;

    /// <summary>Whether its first letter is a capital.</summary>
    public bool IsCapital => (Shape & TokenShape.Capital) != TokenShape.None;

    /// <summary>Whether it is two or more letters, all capitals.</summary>
    public bool IsAllCapitals => (Shape & TokenShape.AllCapitals) != TokenShape.None;

    /// <summary>Whether it is nothing but digits.</summary>
    public bool IsNumber => (Shape & TokenShape.Digits) != TokenShape.None;

    /// <summary>Whether it is one capital letter.</summary>
    public bool IsInitial => Length == 1 && IsCapital;

    /// <summary>Whether it is a number, or letters and digits mixed.</summary>
    public bool HasDigits => (Shape & (TokenShape.Digits | TokenShape.Mixed)) != TokenShape.None;

    /// <summary>Whether a stop stands right after it.</summary>
    public bool HasStopAfter => (Shape & TokenShape.StopAfter) != TokenShape.None;

    /// <summary>Whether it opens a sentence, so that its capital says nothing.</summary>
    public bool OpensSentence => Before >= TokenBreak.Sentence;

    /// <summary>Whether it is of any of these classes.</summary>
    public bool Is(WordClass classes) => (Classes & classes) != WordClass.None;
}
