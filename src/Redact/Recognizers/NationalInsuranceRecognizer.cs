using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>National Insurance numbers, with HMRC's rules for the two letters before and the one after (NIM39110).</summary>
internal sealed partial class NationalInsuranceRecognizer : IRecognizer
{
    private static readonly NumberForm Form = new(Number(), 6);

    /// <inheritdoc/>
    public string Name => "national-insurance";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, Form))
        {
            var number = text.Text.AsSpan(match.Start, match.Length);
            var (first, second) = (char.ToUpperInvariant(number[0]), char.ToUpperInvariant(number[1]));
            if (IsPrefix(first, second))
            {
                found.Add(this, FindingKind.PersonalNumber, match.Start, match.End, 0.95, "A National Insurance number with a prefix that is given out.");
            }
            else
            {
                found.Add(this, FindingKind.PersonalNumber, match.Start, match.End, 0.4, "The form of a National Insurance number, with a prefix that is not given out.");
            }
        }
    }

    /// <summary>D, F, I, Q, U and V stand in neither place, O not in the second; seven prefixes are never given out.</summary>
    private static bool IsPrefix(char first, char second) =>
        !"DFIQUV".Contains(first, StringComparison.Ordinal) && !"DFIQUVO".Contains(second, StringComparison.Ordinal) &&
        $"{first}{second}" is not ("BG" or "GB" or "NK" or "KN" or "TN" or "NT" or "ZZ");

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-Za-z]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[A-Da-d](?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
