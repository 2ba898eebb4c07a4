using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Ages: "I'm 25", "25 year old", "aged 9", "in my fifties", "Andrea Oxlip, 34,". Age groups of a rule or a programme ("18-25", "over 18") are none.</summary>
internal sealed partial class AgeRecognizer : IRecognizer
{
    private const string Words = @"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
    private const string Small = @"(?:one|two|three|four|five|six|seven|eight|nine)";

    private static readonly CueRule[] Rules =
    [
        new(WordClass.Age, YearsOld(), 0.9, "A number of years with \"old\"."),
        new(WordClass.Age, YearsOldGroup(), 0.35, "An age group."),
        new(WordClass.Age, Aged(), 0.8, "A number after \"aged\" or \"age\"."),
        new(WordClass.Age, Decade(), 0.8, "A decade of somebody's life."),
        new(WordClass.Tens, Being(), 0.75, "A number after \"I am\", \"he is\" or the like."),
        new(WordClass.Age, Birthday(), 0.7, "A birthday with its number.") { Letters = "birthday" },
    ];

    /// <inheritdoc/>
    public string Name => "age";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        CueRule.FindAll(this, FindingKind.Age, text, found, Rules);
        foreach (var person in found.Items.Where(item => item is { Kind: FindingKind.Person, IsNearMiss: false }).ToList())
        {
            foreach (var match in AfterName().EnumerateMatches(NumberForms.After(text, person.Range.End, 8)))
            {
                var start = person.Range.End + match.Index;
                found.Add(this, FindingKind.Age, start, start + match.Length, 0.8, "A number after a name, as papers print ages.");
            }
        }
    }

    [GeneratedRegex(@"\b(?:[1-9]?[0-9]|1[01][0-9]|" + Words + "|" + Small + @")[ -]{0,2}(?:years?|yrs?)[ -]{0,2}(?:old|young)\b(?!s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearsOld();

    [GeneratedRegex(@"\b(?:[1-9]?[0-9]|" + Words + @")(?: ?(?:-|to|–) ?[0-9]{1,2})?[ -]{0,2}(?:years?|yrs?)[ -]{0,2}olds\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearsOldGroup();

    [GeneratedRegex(@"\b(?:aged|at the age of|age of|age|ages)\s(?:just |only |about |around )?(?:[1-9]?[0-9]|" + Words + "|" + Small + @")\b(?!\s?(?:to\b|-|–|and\b|or\b|plus|\+|%|years? and|group|related|onwards|until))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Aged();

    [GeneratedRegex(@"\b(?:in|into|am in|reach(?:ed|ing)?|hit(?:ting)?) (?:my|his|her|their|your) (?:early |mid |late |early-|mid-|late-)?(?:[2-9]0['’]?s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Decade();

    [GeneratedRegex(@"\b(?:I['’]m|I am|I was|I turned|I['’]ll be|I will be|he['’]s|he is|he was|she['’]s|she is|she was|who is|who['’]s|turned|turning|turns)\s(?:only |just |now |about |nearly |almost |over |still |already )?(?:1[0-9]|[2-9][0-9]|" + Words + @")\b(?!\s?(?:%|percent|per cent|yea|yrs?\b|months?|weeks?|days?|hours?|minutes?|mins?\b|seconds?|miles?|cases?|of\b|out\b|or\b|to\b|others?\b|staff|people|points?|pages?|per\b|times|grand|thousand|hundred|million|k\b|th\b|st\b|am\b|pm\b|pounds|officers|clients|POs?\b|minus|stone|feet|[:./-][0-9]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Being();

    [GeneratedRegex(@"\b(?:my|his|her|their) (?:[1-9]?[0-9](?:st|nd|rd|th)|eighteenth|twenty[ -]first|thirtieth|fortieth|fiftieth|sixtieth) birthday\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Birthday();

    [GeneratedRegex(@"(?<=^(?:, | \())[1-9][0-9](?=[,)])", RegexOptions.CultureInvariant)]
    private static partial Regex AfterName();
}
