using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Prison numbers: the form A1234BC of Prison-NOMIS, and the older AB1234 and A12345 where the words around say what they are.</summary>
internal sealed partial class PrisonNumberRecognizer : IRecognizer
{
    private const int Context = 40;

    private static readonly NumberForm CurrentForm = new(Current(), 4) { IsMixed = true };
    private static readonly NumberForm OlderForm = new(Older(), 4);

    /// <inheritdoc/>
    public string Name => "prison-number";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, CurrentForm))
        {
            var isUpper = !text.Text.AsSpan(match.Start, match.Length).ContainsAnyInRange('a', 'z');
            var isCalled = Called().IsMatch(NumberForms.Before(text, match.Start, Context));
            found.Add(this, FindingKind.PersonalNumber, match.Start, match.End, isCalled ? 0.97 : isUpper ? 0.85 : 0.55, "The form of a prison number: a letter, four digits, two letters.");
        }

        foreach (var match in NumberForms.Find(text, OlderForm))
        {
            if (!Year().IsMatch(text.Text.AsSpan(match.Start, match.Length)) && Called().IsMatch(NumberForms.Before(text, match.Start, Context)))
            {
                found.Add(this, FindingKind.PersonalNumber, match.Start, match.End, 0.8, "An older form of a prison number, after words that say so.");
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-Za-z][0-9]{4}[A-Za-z]{2}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Current();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-Za-z]{1,2}[ ]?[0-9]{4,5}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Older();

    /// <summary>"in 2016", "by 1994": a little word before a year is no number of a person.</summary>
    [GeneratedRegex(@"^[A-Za-z]{2} (?:19|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:prison(?:er)?(?:'s|’s)?|noms?|nomis|inmate|gaol|jail|hmp)\b[^.!?\n]{0,20}?\b(?:no|number|num|id|nr)?\b[^\p{L}\p{N}\n]{0,5}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Called();
}
