using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>An offence told together with a person: who was convicted or did it, or to whom it was done. Kinds of offence, groups of offenders and rules are none.</summary>
internal sealed partial class OffenceRecognizer : IRecognizer
{
    private const string Mine = @"my (?:\p{L}{2,12} )?(?:client|offender|case|probationer|partner|husband|wife|ex|son|daughter|brother|sister|father|mother|dad|mum|uncle|cousin|nephew|boyfriend|girlfriend|friend|mate|neighbour|colleague|manager|cellmate)";
    private const string Someone = @"(?:a|an|the|this|that|one|another) (?:\p{L}{2,12} ){0,2}(?:man|woman|guy|bloke|lady|client|prisoner|inmate|teacher|lad|boy|girl|teenager|youth|defendant|murderer|rapist|paedophile|killer|burglar|father|mother|husband|wife|colleague|pensioner|mum|dad|driver|student|nurse|doctor|priest|vicar|pc|constable)(?: of mine| of ours)?(?:,? (?:aged )?[0-9]{2},?)?";
    private const string Dealt = @"(?:convicted|jailed|sentenced|imprisoned|charged|arrested|found guilty|acquitted|cautioned|remanded|prosecuted|locked up|sent down|sent to prison|accused)";
    private const string Deed = @"(?:murder(?:ed|ing)?|kill(?:ed|ing)|rap(?:ed|ing)|stabb(?:ed|ing)|strangl(?:ed|ing)|assault(?:ed|ing)|attack(?:ed|ing)|abus(?:ed|ing)|groom(?:ed|ing)|molest(?:ed|ing)|burgl(?:ed|ing)|robb(?:ed|ing)|kidnapp(?:ed|ing)|abduct(?:ed|ing)|shot|stalk(?:ed|ing)|beat(?:en)? up|battered|mugged|head-?butted|punched|sexually \p{L}{4,12}|set fire to|dealt drugs|stole)";
    private const string Offence = @"(?:murder|manslaughter|rape|assault|burglar(?:y|ies)|robber(?:y|ies)|theft|shoplifting|fraud|arson|kidnap\w{0,6}|grooming|sexual \w{3,10}|indecent \w{3,10}|sex offences?|stalking|harassment|GBH|ABH|wounding|affray|violent disorder|drugs?|drug dealing|dealing|supplying|possession|possessing|violence|domestic (?:violence|abuse)|blackmail|trafficking|terror\w{0,4}|perverting|death by \w{5,9}|(?:drunk|drink|dangerous)[ -]driving|downloading|images|child \w{3,12}|breach\w{0,3}|criminal damage|threats?|attempted \w{4,10}|conspiracy|escape|absconding)";

    private static readonly CueRule[] Rules =
    [
        new(WordClass.Sentence, WasDealt(), 0.65, "What a court or the police did with somebody in particular."),
        new(WordClass.Sentence, SomeoneDealt(), 0.55, "What a court or the police did with one person who is not named."),
        new(WordClass.Offence, Did(), 0.65, "An offence that somebody in particular did."),
        new(WordClass.Offence, Suffered(), 0.65, "An offence done to somebody in particular."),
        new(WordClass.Offence, SentenceFor(), 0.6, "A sentence with its length and the offence."),
        new(WordClass.Offence | WordClass.Sentence, OwnConviction(), 0.6, "Somebody's own offence or conviction.", WordClass.Trial),
    ];

    /// <inheritdoc/>
    public string Name => "offence";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found) => CueRule.FindAll(this, FindingKind.Offence, text, found, Rules);

    [GeneratedRegex(@"\b(?<!\bif )(?:I|he|she|" + Mine + @"|[A-Z]\p{Ll}{2,15},? who) (?:was|has been|had been|have been|got|is being|was being|['’]s been) (?:\p{L}{2,12} )?" + Dealt + @"\b(?! (?:of (?:trying|being|not|doing|wanting|having|overreact\w*|playing|bullying|lying)|for (?:interview|an? interview|the))\b)(?: (?:of|for|with|to|at|in) [^.,;!?\n]{1,50})?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WasDealt();

    [GeneratedRegex(@"\b(?<!\bif )" + Someone + @"(?:,? who)? (?:was|has been|had been|got|is being) (?:\p{L}{2,12} )?" + Dealt + @"\b(?: (?:of|for|with|to|at|in) [^.,;!?\n]{1,50})?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SomeoneDealt();

    [GeneratedRegex(@"\b(?<!\bif )(?:he|she|" + Mine + @"|the (?:man|woman|client) who|a (?:man|woman|client) who) (?:had |has |have |also |then |later |once |brutally |allegedly |admitted |pleaded guilty to |denied ){0,2}" + Deed + @"\b(?! (?:the (?:system|service|job|staff|budget|rules|policy|idea|profession)|us\b|with\b|for\b))(?: [^.,;!?\n]{1,30})?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Did();

    [GeneratedRegex(@"\b(?:I|he|she|a colleague|one of (?:my|our) \p{L}{4,12}|" + Mine + @") (?:was|were|got|been|have been|has been|had been|['’]ve been|was nearly|was almost) (?:\p{L}{2,12} )?(?:raped|assaulted|stabbed|abused|groomed|murdered|killed|shot|robbed|burgled|mugged|stalked|held hostage|taken hostage|kidnapped|head-?butted|punched|spat at|threatened with|sexually \p{L}{4,12}|attacked by|attacked in|attacked at)\b(?: (?:by|at|in|with) [^.,;!?\n]{1,30})?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Suffered();

    [GeneratedRegex(@"\b(?:given|got|gets|serving|served|sentenced to|jailed for|doing|received|did|imprisoned for|sent down for) (?:a |an )?(?:life(?: sentence)?|(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty)[ -]?(?:years?|yrs?|months?|mths?)(?: ?(?:and )?[0-9]{0,2} ?(?:months?|mths?)?)?)(?: sentence| in prison| custody| inside| imprisonment| in jail| in (?:19|20)[0-9]{2}){0,3} for (?:\p{L}{2,12} (?:and )?){0,2}?" + Offence + @"\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SentenceFor();

    [GeneratedRegex(@"\b(?:my|his|her|\p{L}{2,20}['’]s) (?:\p{L}{2,12} ){0,2}(?:convictions?|offences?|crimes?|sentence|arrest|trial|index offence) (?:of|for|was|were|is|are|included|involved) (?:\p{L}{2,12} ){0,2}?" + Offence + @"\b|\b(?:his|her|my) " + Offence + @" (?:conviction|charge|sentence|trial|offence)s?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnConviction();
}
