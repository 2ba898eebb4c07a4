using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Relatives of whoever writes or is written about, above all those in the same service ("my father works in probation", "her husband is a PO").</summary>
internal sealed partial class FamilyRecognizer : IRecognizer
{
    private const string Relative = @"(?:step-?|grand|god)?(?:father|mother|dad|mum|mam|parents?|husband|wife|spouse|hubby|partner|boyfriend|girlfriend|fianc[eé]e?|brother|sister|siblings?|sons?|daughters?|uncle|auntie|aunt|nephew|niece|cousins?|grandad|granddad|grandma|nan|gran|twins?|child(?:ren)?|kids?|missus|widow(?:er)?|in-laws|other half)(?:-in-law)?";
    private const string Whose = @"(?:my|his|her|their|your|our|\p{L}{2,20}['’]s)";
    private const string Which = @"(?: own| late| ex| former| elder| older| eldest| oldest| younger| youngest| little| big| then| new| first| second| only| other| two| three| four| young| grown up| teenage| adult| disabled)?";
    private const string Service = @"(?:probation service|probation|prison service|prisons?|police|courts?|NPS|CRC|PO|PSO|SPO|ACO|officer|governor|magistrate|solicitor|barrister|judge|social worker|nurse|teacher|doctor|army|navy|RAF|council|NHS|MoJ|HMPPS|NOMS|union)";

    private static readonly CueRule[] Rules =
    [
        new(WordClass.Relative, InService(), 0.85, "A relative and the service or trade that relative is in."),
        new(WordClass.Relative, Whoever(), 0.5, "A relative of somebody."),
    ];

    /// <inheritdoc/>
    public string Name => "family";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found) => CueRule.FindAll(this, FindingKind.Family, text, found, Rules);

    [GeneratedRegex(@"\b" + Whose + Which + " " + Relative + @"(?:['’]s)? (?:(?:is|was|are|were|has been|had been|have been|who is|who was|used to be) (?:also |now |once )?(?:an? |the |in |with |at |employed |working |on )[^.;,!?\n]{0,40}?|(?:has |had |have )?(?:also |now |still )?(?:work(?:s|ed|ing)?|been working|served?|joined|retired|trained)(?: for| in| at| as| with| from)[^.;,!?\n]{0,40}?)\b" + Service + @"\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InService();

    [GeneratedRegex(@"\b(?:my|his|her|\p{L}{2,20}['’]s)" + Which + " " + Relative + @"\b(?! (?:organisations?|agenc(?:y|ies)|link|links|protection|abuse|care|agency|company))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Whoever();
}
