using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>References of one case: Crown Court numbers, unique reference and arrest summons numbers, application and claim numbers, crime references, case record numbers.</summary>
/// <remarks>Neutral citations ("[2015] EWCA Crim 123") are how published judgments are named, and no finding.</remarks>
internal sealed partial class CaseReferenceRecognizer : IRecognizer
{
    private const int Context = 40;

    private static readonly NumberForm CrownCourtForm = new(CrownCourt(), 8);
    private static readonly NumberForm UniqueReferenceForm = new(UniqueReference(), 8);
    private static readonly NumberForm ArrestSummonsForm = new(ArrestSummons(), 6) { Words = 3, Mark = ('/', 3) };
    private static readonly NumberForm CaseRecordForm = new(CaseRecord(), 6) { IsMixed = true };
    private static readonly NumberForm ApplicationForm = new(Application(), 3) { Words = 2, Mark = ('/', 1) };
    private static readonly NumberForm AfterReferenceForm = new(AfterReference(), 3);
    private static readonly NumberForm NumberAndYearForm = new(NumberAndYear(), 5) { Words = 2, Mark = ('/', 1) };

    /// <inheritdoc/>
    public string Name => "case-reference";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        Add(text, found, NumberForms.Find(text, CrownCourtForm), 0.9, "The form of a Crown Court case number.");
        Add(text, found, NumberForms.Find(text, UniqueReferenceForm), 0.9, "The form of a police unique reference number.");
        Add(text, found, NumberForms.Find(text, ArrestSummonsForm), 0.9, "The form of an arrest summons number.");
        Add(text, found, NumberForms.Find(text, CaseRecordForm), 0.75, "The form of a probation case record number: a letter and six digits.");
        Add(text, found, NumberForms.FindAfterWord(text, ApplicationForm), 0.85, "A number and a year after a word for an application, an appeal or a case.");
        Add(text, found, NumberForms.FindAfterWord(text, AfterReferenceForm), 0.75, "Letters and digits after a word for a reference.");
        foreach (var match in NumberForms.Find(text, NumberAndYearForm))
        {
            var isListed = found.Touches(Math.Max(0, match.Start - 12), match.Start, FindingKind.CaseReference);
            found.Add(this, FindingKind.CaseReference, match.Start, match.End, isListed ? 0.8 : 0.35, isListed ? "A number and a year that goes on with a list of case numbers." : "A number and a year, as of an application.");
        }
    }

    private void Add(ScannedText text, FoundList found, List<TextRange> matches, double score, string why)
    {
        foreach (var match in matches)
        {
            if (!Neutral().IsMatch(NumberForms.Before(text, match.Start, Context)))
            {
                found.Add(this, FindingKind.CaseReference, match.Start, match.End, score, why);
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[TSAUV] ?(?:19|20)[0-9]{2} ?/? ?[0-9]{4}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex CrownCourt();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[0-9]{2} ?/? ?[A-Z][A-Z0-9] ?/? ?[0-9A-Z][0-9] ?/? ?[0-9]{5}(?: ?/? ?[0-9]{2})?(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex UniqueReference();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[0-9]{2}/[0-9A-Z]{4}/[0-9]{2}/[0-9]{1,11}[A-Z]?(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex ArrestSummons();

    [GeneratedRegex(@"(?<![\p{L}\p{N}£$/.-])[A-Z][0-9]{6}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex CaseRecord();

    [GeneratedRegex(@"\b(?:nos?\.|applications?|appeals?|cases?|petitions?|complaints?)\s{0,2}\(?(?:nos?|numbers?|ref)?\.?:?\s{0,2}#?(?<number>[0-9]{1,6}/(?:[0-9]{4}|[0-9]{2}))(?![\p{L}\p{N}/])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Application();

    // Not "reference to 2015" or "ref: 12": it takes five characters with a digit, and a letter, a slash or six digits among them.
    [GeneratedRegex(@"\b(?:case|court|claim|crime|incident|log|cad|urn|crn|delius|oasys|reference|ref|file|warrant|licence|custody|ticket|policy|account|payroll|staff|employee)\s{0,2}(?:nos?|numbers?|ref|reference|id)?\s{0,2}(?:is|was)?\s{0,2}[.:#-]{0,2}\s{0,2}(?<number>(?=[A-Za-z0-9/-]{0,8}[0-9])(?=[A-Za-z0-9/-]{0,12}(?:[A-Za-z/]|[0-9]{6}))(?![0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\b)(?![0-9]{1,3}(?:st|nd|rd|th|am|pm|k|m|bn)\b)[A-Za-z0-9]{1,10}(?:[/-][A-Za-z0-9]{1,10}){0,4}(?<=[A-Za-z0-9/-]{5}))(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AfterReference();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/£$.,-])[0-9]{3,6}/[0-9]{2}(?![\p{L}\p{N}/%])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndYear();

    [GeneratedRegex(@"\b(?:EWCA|EWHC|UKSC|UKHL|EWCOP|EWFC|UKUT|NICA|NICC|CSIH|HCJAC|ECHR|EAT)\b[^\n]{0,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Neutral();
}
