using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A particular child: one with an age under 18, or one to whom something happened. Children in general, and grown sons and daughters, are none.</summary>
internal sealed partial class ChildRecognizer : IRecognizer
{
    private const string Years = @"(?:[0-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)";
    private const string Who = @"(?:boy|girl|child|baby|toddler|infant|son|daughter|stepson|stepdaughter|stepchild|grandson|granddaughter|nephew|niece|brother|sister|pupil|schoolboy|schoolgirl|student|teenager|teen|youth|lad|lass|kid|client|victim|female|male|cousin|offender|defendant)";
    private const string Whose = @"(?:my|his|her|their|our|the|a|an|\p{L}{2,20}['’]s)";

    private static readonly CueRule[] Rules =
    [
        new(WordClass.Child | WordClass.Victim, YearsOld(), 0.85, "A child with its age."),
        new(WordClass.Age, Aged(), 0.8, "A child with its age after \"aged\"."),
        new(WordClass.Child, Turned(), 0.7, "Somebody's child and its age."),
        new(WordClass.Child | WordClass.Relative, Harmed(), 0.65, "Somebody's child and what happened to it."),
        new(WordClass.Child, Protected(), 0.6, "A particular child in care or under protection."),
    ];

    /// <inheritdoc/>
    public string Name => "child";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found) => CueRule.FindAll(this, FindingKind.Child, text, found, Rules);

    [GeneratedRegex(@"\b" + Years + @"[ -]{1,2}(?:years?|yrs?|months?|weeks?)[ -]{1,2}old (?:\p{L}{2,12} ){0,2}" + Who + @"\b(?!s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearsOld();

    [GeneratedRegex(@"\b" + Whose + @" (?:\p{L}{2,12} ){0,2}" + Who + @"(?:,| who (?:is|was)| is| was)? (?:only |just )?aged? (?:only |just )?" + Years + @"\b(?!\s?(?:to|-|–|and|or|[0-9]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Aged();

    [GeneratedRegex(@"\b(?:my|his|her|their|our) (?:\p{L}{2,12} ){0,2}(?:son|daughter|child|baby|boy|girl|toddler|stepson|stepdaughter|grandson|granddaughter|nephew|niece|kid)(?:,? who)? (?:is|was|['’]s|turned|has just turned|is now|is only|is just|was only|was just|will be) " + Years + @"\b(?!\s?(?:%|minutes|days|hours|[.:][0-9]|of\b|times))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Turned();

    [GeneratedRegex(@"\b(?:my|his|her|their|\p{L}{2,20}['’]s) (?:\p{L}{2,12} ){0,2}(?:son|daughter|child|children|baby|kids?|stepson|stepdaughter|stepchild|grandson|granddaughter|nephew|niece|little (?:brother|sister|boy|girl)) (?:\p{L}{2,12} ){0,2}(?:was|were|been|being|is|are|got) (?:\p{L}{2,12} )?(?:taken into care|removed|abused|killed|murdered|raped|assaulted|groomed|molested|stabbed|bullied|adopted|fostered|in (?:foster )?care|on (?:a |the )?(?:child protection|cp|child in need|protection) (?:plan|register)|subject to (?:a )?(?:child protection|care))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Harmed();

    [GeneratedRegex(@"\b(?:this|that|the same|one) (?:\p{L}{2,12} )?(?:child|baby|toddler|boy|girl|schoolboy|schoolgirl)(?:,? who)? (?:was|is|had been|has been) (?:\p{L}{2,12} )?(?:taken into care|removed|abused|killed|murdered|raped|assaulted|groomed|molested|stabbed|adopted|fostered|in (?:foster )?care|on (?:a |the )?(?:child protection|cp|protection) (?:plan|register))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Protected();
}
