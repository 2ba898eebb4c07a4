using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>What happens to few: the only one, the first, the longest-serving, an award, the headlines, a siege, a suspension.</summary>
internal sealed partial class UnusualEventRecognizer : IRecognizer
{
    private static readonly CueRule[] Rules =
    [
        new(WordClass.Unusual, Only(), 0.65, "Somebody who is the only, first, youngest or longest-serving of a kind."),
        new(WordClass.Unusual, Newsworthy(), 0.6, "An event that was in the news or that few live through."),
        new(WordClass.Unusual, Awarded(), 0.6, "An award to somebody."),
        new(WordClass.Unusual, Suspended(), 0.55, "A suspension or dismissal of somebody."),
    ];

    /// <inheritdoc/>
    public string Name => "unusual-event";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found) => CueRule.FindAll(this, FindingKind.UnusualEvent, text, found, Rules);

    [GeneratedRegex(@"\b(?:I['’]m|I am|I was|he['’]s|he is|he was|she['’]s|she is|she was|as|being|became) (?:probably |possibly |now |currently )?(?:the|one of the) (?:only|first|youngest|oldest|longest[ -]serving|most senior|last)(?: (?!(?:and|but|who|that|which|so|because)\b)[\p{L}'’-]{1,20}){1,5}|\bthe (?:only|first|youngest|longest[ -]serving) (?:\p{L}{2,12} )?(?:woman|black|asian|male|female|man|gay|muslim|PO|PSO|SPO|ACO|officer|one) (?:in|at|from|to|on)(?: (?!(?:and|but|who|that|which|so|because)\b)[\p{L}'’-]{1,20}){1,3}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Only();

    [GeneratedRegex(@"\b(?:made|hit|was in|were in|in all) the (?:national |local |front page )?(?:headlines|news|papers)\b|\bwas on the (?:national |local )?news\b|\b(?:I|he|she|we|my \p{L}{3,12}|our office) (?:was|were|got) (?:\p{L}{2,12} )?(?:held hostage|taken hostage|caught up in the|evacuated|flooded|burnt down|burned down|blown up)\b|\b(?:during|after|in|before) the (?:\p{L}{3,15} )?(?:riot|siege|fire|explosion|hostage \p{L}{4,10}|inquest|flood)s?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Newsworthy();

    [GeneratedRegex(@"\b(?:I|he|she|who|my \p{L}{3,12}) (?:was|were|got|has been|had been|have been|won|received|['’]ve been) (?:\p{L}{2,12} )?(?:awarded|an? (?:\p{L}{3,12} )?award|given an? (?:OBE|MBE|\p{L}{3,12} award)|the (?:OBE|MBE|Butler Trust))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Awarded();

    [GeneratedRegex(@"\b(?:I|he|she|I['’]ve|my \p{L}{3,12}|a colleague) (?:was|were|got|has been|had been|have been|been) (?:\p{L}{2,12} )?(?:suspended|sacked|dismissed|fired|made redundant|struck off)\b|\b(?:I am|I['’]m|as) an? whistle-?blower\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Suspended();
}
