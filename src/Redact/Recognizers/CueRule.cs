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
    /// <summary>Adds what rules find in the sentences of a text; where two rules find the same words, the first counts.</summary>
    public static void FindAll(IRecognizer recognizer, FindingKind kind, ScannedText text, FoundList found, CueRule[] rules)
    {
        foreach (var sentence in text.Sentences)
        {
            foreach (var rule in rules)
            {
                if ((sentence.Classes & rule.Cue) == WordClass.None || (rule.Also != WordClass.None && (sentence.Classes & rule.Also) == WordClass.None))
                {
                    continue;
                }

                foreach (var match in rule.Pattern.EnumerateMatches(text.Text.AsSpan(sentence.Start, sentence.End - sentence.Start)))
                {
                    var start = sentence.Start + match.Index;
                    found.Add(recognizer, kind, start, start + match.Length, rule.Score, rule.Why);
                }
            }
        }
    }
}
