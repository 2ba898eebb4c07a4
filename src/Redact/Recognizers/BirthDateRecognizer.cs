using System.Buffers;
using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Dates and years of birth: a date after "born", "DOB" or "birthday".</summary>
internal sealed partial class BirthDateRecognizer : IRecognizer
{
    private const int Context = 30;

    private static readonly SearchValues<string> Births = SearchValues.Create(["born", "birth", "dob", "d.o.b"], StringComparison.OrdinalIgnoreCase);

    private static readonly NumberForm BornInForm = new(BornIn(), 4);

    /// <inheritdoc/>
    public string Name => "birth-date";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        if (!text.Text.AsSpan().ContainsAny(Births))
        {
            return;
        }

        foreach (var match in DateForms.Whole(text).Concat(NumberForms.Find(text, DateForms.DayAndMonth)))
        {
            if (Called().IsMatch(NumberForms.Before(text, match.Start, Context)))
            {
                found.Add(this, FindingKind.BirthDate, match.Start, match.End, 0.95, "A date after a word for birth.");
            }
        }

        foreach (var match in NumberForms.FindAfterWord(text, BornInForm))
        {
            found.Add(this, FindingKind.BirthDate, match.Start, match.End, 0.75, "A year or month after \"born in\".");
        }
    }

    [GeneratedRegex(@"\b(?:born|d\.?o\.?b\.?|date of birth|birth ?date|birthday)\b[^\p{N}.!?\n]{0,20}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    [GeneratedRegex(@"\bborn (?:on |in )?(?:about |around |late |early )?(?<number>(?:(?:January|February|March|April|May|June|July|August|September|October|November|December),? )?(?:19|20)[0-9]{2})(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BornIn();
}
