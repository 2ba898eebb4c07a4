using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Dates and years of birth: a date after "born", "DOB" or "birthday".</summary>
internal sealed partial class BirthDateRecognizer : IRecognizer
{
    private const int Context = 30;

    /// <inheritdoc/>
    public string Name => "birth-date";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, DateForms.Whole()).Concat(NumberForms.Find(text, DateForms.WithoutYear())))
        {
            if (Called().IsMatch(NumberForms.Before(text, match.Start, Context)))
            {
                found.Add(this, FindingKind.BirthDate, match.Start, match.End, 0.95, "A date after a word for birth.");
            }
        }

        foreach (var match in NumberForms.Find(text, BornIn()))
        {
            found.Add(this, FindingKind.BirthDate, match.Start, match.End, 0.75, "A year or month after \"born in\".");
        }
    }

    [GeneratedRegex(@"\b(?:born|d\.?o\.?b\.?|date of birth|birth ?date|birthday)\b[^\p{N}.!?\n]{0,20}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    [GeneratedRegex(@"(?<=\bborn (?:on |in )?(?:about |around |late |early )?)(?:(?:January|February|March|April|May|June|July|August|September|October|November|December),? )?(?:19|20)[0-9]{2}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BornIn();
}
