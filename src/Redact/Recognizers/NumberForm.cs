using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>The form of a number, with what must be near for it to stand there: most texts with digits are never searched for most forms.</summary>
/// <param name="Pattern">What to find; its quantifiers are bounded.</param>
/// <param name="Digits">How many digits it has at least.</param>
internal sealed record NumberForm(Regex Pattern, int Digits)
{
    /// <summary>How far most forms reach beyond their first and last word with digits, with what is looked at beside them.</summary>
    private const int Near = 12;

    /// <summary>How many UTF-16 units a match reaches at most beyond the first and the last word with digits; <see cref="NumberStretch.Around"/> is the most there is.</summary>
    public int Reach { get; init; } = Near;

    /// <summary>How many words with digits it has at least.</summary>
    public int Words { get; init; } = 1;

    /// <summary>Whether it always has a word of letters and digits.</summary>
    public bool IsMixed { get; init; }

    /// <summary>A character it always has, with how many; none asks for nothing.</summary>
    public (char Character, int Count) Mark { get; init; }

    /// <summary>Classes of which a word must stand near; none asks for nothing.</summary>
    public WordClass Cue { get; init; }

    /// <summary>Whether it can stand in a stretch at all.</summary>
    public bool MayBeIn(string text, in NumberStretch stretch) =>
        stretch.Digits >= Digits && stretch.Words >= Words && (!IsMixed || stretch.HasMixed) && (Cue == WordClass.None || (stretch.Classes & Cue) != WordClass.None) &&
        (Mark.Count == 0 || text.AsSpan(stretch.Start, stretch.Length).Count(Mark.Character) >= Mark.Count);
}
