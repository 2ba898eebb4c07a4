using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>How long somebody has been in a post or service, and when that began: "in post for 1 year", "12 years in the service", "I joined in 1998".</summary>
internal sealed partial class TenureRecognizer : IRecognizer
{
    private const string Count = @"(?:[0-9]{1,2}(?:\.5|½)?|X{2,8}|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a couple of|a few|several|many|half a|an?)";
    private const string Span = Count + @"(?:\+| plus| odd| and a half)?[ -](?:years?|yrs?|months?|mths?|decades?)(?:['’]s?|s['’])?";
    private const string Roughly = @"(?:over |about |nearly |almost |around |more than |just over |just under |the (?:last|past) |at least |some |under |approx(?:imately)? |close to |getting on for |well over )?";
    private const string Year = @"(?:19[5-9][0-9]|20[0-3][0-9]|['’][0-9]{2}|the (?:early |mid |late |mid-|late-|early-)?(?:19)?[5-9]0['’]?s)";
    private const string Begin = @"(?:joined|qualified|started|began|trained|retired|left|came into|entered|moved|transferred|was appointed|was promoted|got my|did my|first worked)";

    private static readonly CueRule[] Rules =
    [
        new(WordClass.TimeUnit, InPostFor(), 0.8, "A span of time after words for being in a post or service.", WordClass.NumberWord) { Letters = " for " },
        new(WordClass.TimeUnit, SpanIn(), 0.8, "A span of time before words for a service or experience.", WordClass.NumberWord),
        new(WordClass.TimeUnit, BeganAgo(), 0.8, "When somebody began, told as a span of time.", WordClass.NumberWord) { Letters = " ago" },
        new(WordClass.Career, BeganIn(), 0.75, "The year in which somebody began, qualified or left.", WordClass.NumberWord),
        new(WordClass.Career, Cohort(), 0.6, "A training cohort.", WordClass.NumberWord) { Letters = "cohort" },
        new(WordClass.TimeUnit, YearsExperience(), 0.55, "A year's experience or service, of whoever writes."),
    ];

    /// <inheritdoc/>
    public string Name => "tenure";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found) => CueRule.FindAll(this, FindingKind.Tenure, text, found, Rules);

    [GeneratedRegex(@"\b(?:in post|in (?:this|the|my|his|her) (?:current )?(?:job|role|post|position|game|service|field)|in (?:probation|prisons|the prison service|the probation service|the police)|(?:I|he|she|who|I['’]ve|have|has|had|having) (?:now |currently |only )?(?:worked|working|served|been (?:a|an|in|with|at|working|doing|employed|qualified))[^.,;!?\n]{0,40}?|been qualified|working (?:in|for|as|with)[^.,;!?\n]{0,40}?) (?:for |now for )" + Roughly + Span + @"(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InPostFor();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])" + Roughly + Span + @" (?:in (?:the |this |my |a )?(?:job|service|post|probation|prison service|prisons|role|field|police|NPS|CRC|CJS|system|profession|career|position|trust|courts?|youth justice)(?: service)?|(?:of |post[ -]?)?(?:service|experience|post[ -]qualif\w{1,8}|pqe|qualified|employment)\b|with (?:the )?(?:probation|NPS|CRC|service|trust|prison|police)|as an? (?:\p{L}{2,14} ){0,2}(?:PO|PSO|SPO|ACO|officer|manager|governor|worker|practitioner|administrator|magistrate|solicitor|tutor|facilitator)|under my belt|for the (?:service|probation|trust|NPS|CRC|police))(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpanIn();

    [GeneratedRegex(@"\b(?:I|when I|since I|he|she|who) (?:first |had |have )?" + Begin + @"[^.;!?\n]{0,40}?" + Roughly + Span + @" ago\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BeganAgo();

    [GeneratedRegex(@"\b(?:(?:I|when I|since I|he|she|who|and) (?:first |had |have |actually |finally )?" + Begin + @"[^.;!?\n]{0,50}? (?:in|since|from|until|till|around|back in) |(?:I['’]ve|I have|he has|she has|who has) (?:been|worked|served)[^.;!?\n]{0,50}? since |qualified (?:\p{L}{2,12} ){0,2}(?:in|since) |(?:starting|started|began|remember starting) my (?:\p{L}{2,12} )?training in )" + Year + @"(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BeganIn();

    [GeneratedRegex(@"\b(?:a|my|from|in|the) cohort [0-9]{1,2}\b|\bcohort [0-9]{1,2} (?=\(|TPO|PQF|PQIP|PO|trainee|DipPS)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cohort();

    [GeneratedRegex(@"\ban? (?:\p{L}{2,10} )?years?(?:['’]s?)? (?:of )?(?:experience|service|in service|in post)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearsExperience();
}
