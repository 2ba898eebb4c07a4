using Blog.Redact;
using Blog.Text;

namespace Blog.Moderate;

/// <summary>Whether two texts are one that was posted twice.</summary>
internal static class TextLikeness
{
    /// <summary>Of ten words of the one that goes, nine stand in the one that stays: a mended slip of the pen is no other text, a new sentence is.</summary>
    private const double Share = 0.9;

    /// <summary>Whether nothing is lost when one text stands for both.</summary>
    /// <param name="goes">Markdown of the one that goes.</param>
    /// <param name="stays">Markdown of the one that stays.</param>
    public static bool Covers(string goes, string stays)
    {
        var (less, more) = (ProseView.Of(goes).Text, ProseView.Of(stays).Text);
        if (FoldedText.Of(less).Letters == FoldedText.Of(more).Letters)
        {
            return true;
        }

        var (fewer, others) = (Words(less).ToList(), Words(more).ToList());
        if (!Numbers(fewer).SequenceEqual(Numbers(others), StringComparer.Ordinal))
        {
            return false; // "in 2015" and "in 2016" are two statements
        }

        var counts = others.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var (all, found) = (0, 0);
        foreach (var word in fewer)
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

    private static IEnumerable<string> Numbers(IEnumerable<string> words) => words.Where(word => word.Any(char.IsDigit)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '\n', '\t', '\u00A0', '-', '\u2013', '\u2014', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(NameFolding.Fold(word).Where(char.IsLetterOrDigit))).Where(word => word.Length > 0);
}
