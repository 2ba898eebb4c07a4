using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A rule that stands on the words of one sentence.</summary>
/// <param name="Cue">Classes of which a sentence must have a word, so that most sentences are never searched.</param>
/// <param name="Pattern">What to find; its quantifiers are bounded.</param>
/// <param name="Score">How sure it is.</param>
/// <param name="Why">Why, in a fixed sentence.</param>
/// <param name="Also">Classes of which it must have a word too; none asks for nothing more.</param>
internal sealed record CueRule(WordClass Cue, Regex Pattern, double Score, string Why, WordClass Also = WordClass.None)
{
    /// <summary>Letters that every match has, in any letter case; none asks for nothing.</summary>
    public string Letters { get; init; } = string.Empty;

    /// <summary>Adds what rules find in the sentences of a text; where two rules find the same words, the first counts.</summary>
    public static void FindAll(IRecognizer recognizer, FindingKind kind, ScannedText text, FoundList found, CueRule[] rules)
    {
        if (!Array.Exists(rules, rule => rule.HasCues(text.Classes)))
        {
            return;
        }

        foreach (var sentence in text.Sentences)
        {
            var words = text.Text.AsSpan(sentence.Start, sentence.End - sentence.Start);
            foreach (var rule in rules)
            {
                if (!rule.HasCues(sentence.Classes) || (rule.Letters.Length > 0 && !words.Contains(rule.Letters, StringComparison.OrdinalIgnoreCase)))
                {
                    continue;
                }

                foreach (var match in rule.Pattern.EnumerateMatches(words))
                {
                    var start = sentence.Start + match.Index;
                    found.Add(recognizer, kind, start, start + match.Length, rule.Score, rule.Why);
                }
            }
        }
    }

    private bool HasCues(WordClass classes) => (classes & Cue) != WordClass.None && (Also == WordClass.None || (classes & Also) != WordClass.None);
}
