using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A particular victim: "his victim", "I was the victim of", "the victim's mother". Victims in general and the services for them are none.</summary>
internal sealed partial class VictimRecognizer : IRecognizer
{
    private static readonly CueRule[] Rules =
    [
        new(WordClass.Victim, Whose(), 0.65, "Somebody's victim."),
        new(WordClass.Victim, Was(), 0.7, "Somebody who was a victim."),
        new(WordClass.Victim, The(), 0.55, "What a particular victim said, did or has."),
        new(WordClass.Victim, Living(), 0.6, "A survivor who is spoken of."),
        new(WordClass.Victim, General(), 0.3, "Victims, perhaps particular ones."),
    ];

    /// <inheritdoc/>
    public string Name => "victim";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found) => CueRule.FindAll(this, FindingKind.Victim, text, found, Rules);

    [GeneratedRegex(@"\b(?:his|her|my) (?:\p{L}{2,12} )?victim(?:['’]s)?\b(?! (?:awareness|empathy|support|services?|work|liaison|contact|unit|team))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Whose();

    [GeneratedRegex(@"\b(?:I|he|she|who|my (?:\p{L}{2,12} )?\p{L}{3,12}) (?:was|am|is|had been|has been|have been|became|am myself) (?:\p{L}{2,12} )?(?:a|the) (?:\p{L}{2,12} )?(?:victim|survivor) of (?!(?:circumstances?|this|the|TR|austerity|cuts|its|their|his own|her own|my own|success|politics|bullying management)\b)(?:\p{L}{2,14} ){0,2}\p{L}{2,14}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Was();

    [GeneratedRegex(@"\bthe victim(?: (?:had|lived|lives|said|told|died|suffered|moved|went|reported|came from|worked|works|knew|was (?:a|an|his|her|aged|found|stabbed|raped|killed|attacked|known|in|only|left|so))\b|['’]s (?:family|mother|father|parents|husband|wife|partner|brother|sister|son|daughter|child|children|home|house|address|name|body|injuries|face|car|flat|friend)\b|,? (?:a|an) [0-9]{1,2}[ -]year)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex The();

    [GeneratedRegex(@"\b(?:as a|I['’]m a|I am a|I['’]m an|being a) (?:\p{L}{2,14} )?(?:rape|abuse|domestic abuse|domestic violence|dv|child abuse|sexual abuse|csa) (?:survivor|victim)\b|\b(?:as|I['’]m|I am|being) a (?:survivor|victim) of \p{L}{3,14}(?: \p{L}{3,14})?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Living();

    [GeneratedRegex(@"\b(?:their|these|those|two|three|several|the|one of the) victims?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex General();
}
