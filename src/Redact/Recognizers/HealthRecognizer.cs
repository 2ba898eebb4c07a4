using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Somebody's health: a condition of the table with a person before it, and what is only said of a person ("was sectioned", "took an overdose").</summary>
/// <remarks>Stress and sickness that half a workforce speaks of are near misses: held, they would hold every thread.</remarks>
internal sealed partial class HealthRecognizer : IRecognizer
{
    private const int Reach = 9;

    private static readonly CueRule[] Rules =
    [
        new(WordClass.Illness, Happened(), 0.7, "What happened to somebody's health."),
        new(WordClass.Illness, OffSick(), 0.4, "Somebody off sick, without a word on why."),
    ];

    /// <inheritdoc/>
    public string Name => "health";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var phrase in text.Phrases)
        {
            if (phrase.Kind is PhraseKind.Health or PhraseKind.CommonHealth)
            {
                Add(text, found, phrase);
            }
        }

        CueRule.FindAll(this, FindingKind.Health, text, found, Rules);
    }

    private void Add(ScannedText text, FoundList found, PhraseMatch phrase)
    {
        var isLinked = false;
        var isDiagnosed = false;
        for (var i = phrase.First - 1; i >= 0 && i >= phrase.First - Reach && text.Tokens[i + 1].Before < TokenBreak.Sentence; i--)
        {
            isDiagnosed |= text.IsWord(i, "diagnosed") || text.IsWord(i, "suffer") || text.IsWord(i, "suffers") || text.IsWord(i, "suffered") || text.IsWord(i, "suffering") || text.IsWord(i, "medication");
            isLinked |= isDiagnosed || IsLink(text, i);
            var isOwner = phrase.First - i <= 2 && (text.IsWord(i, "my") || text.IsWord(i, "his") || text.IsWord(i, "her"));
            if (isOwner || (IsPerson(text, i) && (isLinked || IsLinkedPerson(text, i))))
            {
                var isCommon = phrase.Kind == PhraseKind.CommonHealth;
                var score = isCommon ? (isDiagnosed ? 0.55 : 0.4) : isOwner || isDiagnosed ? 0.7 : 0.6;
                found.Add(this, FindingKind.Health, text.Tokens[phrase.First].Start, text.Tokens[phrase.After - 1].End, score, "A condition after words for a person who has it.");
                return;
            }
        }
    }

    private static bool IsLink(ScannedText text, int i) =>
        text.IsWord(i, "have") || text.IsWord(i, "has") || text.IsWord(i, "had") || text.IsWord(i, "with") || text.IsWord(i, "am") || text.IsWord(i, "is") || text.IsWord(i, "was") || text.IsWord(i, "got") || text.IsWord(i, "developed") || text.IsWord(i, "having") || text.IsWord(i, "survived");

    private static bool IsPerson(ScannedText text, int i) =>
        text.IsWord(i, "I") || text.IsWord(i, "he") || text.IsWord(i, "she") || IsLinkedPerson(text, i) ||
        ((text.IsWord(i, "my") || text.IsWord(i, "his") || text.IsWord(i, "her")) && i + 1 < text.Tokens.Length && text.Tokens[i + 1].Is(WordClass.Relative | WordClass.PersonNoun));

    /// <summary>"I'm", "I've", "he's", "she's": person and verb in one.</summary>
    private static bool IsLinkedPerson(ScannedText text, int i) =>
        text.IsWord(i, "I'm") || text.IsWord(i, "I've") || text.IsWord(i, "I’m") || text.IsWord(i, "I’ve") || ((text.IsWord(i, "he") || text.IsWord(i, "she")) && text.Tokens[i].IsPossessive);

    [GeneratedRegex(@"\b(?:I|he|she|I['’]m|I['’]ve|he['’]s|she['’]s|my (?:\p{L}{2,12} )?\p{L}{3,12}|a colleague|a client|[A-Z]\p{Ll}{2,15}) (?:(?:was|were|has|had|have|am|is|got|been|nearly|once|then|even) ){0,3}(?:sectioned|hospitalised|diagnosed with [^.,;!?\n]{2,30}|miscarried|took an overdose|taken an overdose|overdosed|attempted suicide|tried to (?:kill|hang) (?:himself|herself|myself)|(?:took|taken) (?:his|her|their) own life|killed (?:himself|herself)|hanged (?:himself|herself)|committed suicide|died by suicide|suicidal|self[ -]harm(?:s|ed|ing)?|had a (?:stroke|heart attack|(?:nervous |mental )?breakdown|miscarriage|seizure|fit)|pregnant|registered disabled|in a coma|on dialysis)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Happened();

    [GeneratedRegex(@"\b(?:I|he|she|I['’]m|I['’]ve|he['’]s|she['’]s|my (?:\p{L}{2,12} )?\p{L}{3,12}) (?:(?:was|is|am|been|went|has been|had been|have been|currently|now) ){0,3}(?:signed off|off sick|off work|on (?:long[ -]term )?sick(?: leave)?|ill|made ill)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OffSick();
}
