using Blog.Text;

namespace Blog.Moderate;

/// <summary>Whether two texts are one that was posted twice.</summary>
internal sealed class TextLikeness
{
    /// <summary>Of ten words of the one that goes, nine stand in the one that stays: a mended slip of the pen is no other text, a new sentence is.</summary>
    private const double Share = 0.9;

    private readonly List<string> _words;
    private readonly List<string> _numbers;

    /// <summary>Prepares a text for comparing it with others.</summary>
    public TextLikeness(UnitText text)
    {
        Letters = text.Folded.Letters;
        _words = [.. Words(text.View.Text)];
        _numbers = [.. _words.Where(word => word.Any(char.IsDigit)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Its folded letters and digits.</summary>
    public string Letters { get; }

    /// <summary>Whether two Markdown texts say the same, letter for letter.</summary>
    public static bool AreAlike(string one, string other) => new UnitText(one).Folded.Letters == new UnitText(other).Folded.Letters;

    /// <summary>Whether nothing is lost when one text stands for both.</summary>
    /// <param name="goes">Markdown of the one that goes.</param>
    /// <param name="stays">Markdown of the one that stays.</param>
    public static bool Covers(string goes, string stays) => new TextLikeness(new UnitText(stays)).Covers(new TextLikeness(new UnitText(goes)));

    /// <summary>Whether nothing of another text is lost when this one stands for it.</summary>
    public bool Covers(TextLikeness goes)
    {
        if (goes.Letters == Letters)
        {
            return true;
        }

        if (_words.Count < Share * goes._words.Count || !goes._numbers.SequenceEqual(_numbers, StringComparer.Ordinal))
        {
            return false; // "in 2015" and "in 2016" are two statements
        }

        var counts = _words.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var (all, found) = (0, 0);
        foreach (var word in goes._words)
        {
            all++;
            if (counts.GetValueOrDefault(word) is > 0 and var left)
            {
                counts[word] = left - 1;
                found++;
            }
        }

        return all > 0 && found >= Share * all;
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '\n', '\t', '\u00A0', '-', '\u2013', '\u2014', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(NameFolding.Fold(word).Where(char.IsLetterOrDigit))).Where(word => word.Length > 0);
}
