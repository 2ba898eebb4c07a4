using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Vehicle registrations: the form since 2001 by itself; the prefix and suffix forms where a word for a vehicle stands near.</summary>
/// <remarks>Forms of the DVLA's INF104: the first letter of a memory tag is none of I, J, Q, T, U, X and Z; the age is 02 to 29 or 51 to 79.</remarks>
internal sealed partial class VehicleRecognizer : IRecognizer
{
    private const int Context = 50;

    private static readonly NumberForm CurrentForm = new(Current(), 2) { IsMixed = true };
    private static readonly NumberForm OlderForm = new(Older(), 1) { IsMixed = true };

    /// <inheritdoc/>
    public string Name => "vehicle";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, CurrentForm))
        {
            var isNear = IsNear(text, match);
            var hasBlank = text.Text.AsSpan(match.Start, match.Length).Contains(' ');
            found.Add(this, FindingKind.Vehicle, match.Start, match.End, isNear ? 0.95 : hasBlank ? 0.8 : 0.6, "The form of a vehicle registration since 2001.");
        }

        foreach (var match in NumberForms.Find(text, OlderForm))
        {
            var isNear = IsNear(text, match);
            if (isNear)
            {
                found.Add(this, FindingKind.Vehicle, match.Start, match.End, 0.8, "An older form of a vehicle registration beside a word for a vehicle.");
            }
        }
    }

    private static bool IsNear(ScannedText text, TextRange match) =>
        Vehicle().IsMatch(NumberForms.Before(text, match.Start, Context)) || Vehicle().IsMatch(NumberForms.After(text, match.End, Context));

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-HK-PRSVWY][A-HJ-PR-Y](?:0[2-9]|[12][0-9]|5[1-9]|[67][0-9]) ?[A-HJ-PR-Z]{3}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Current();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[A-HJ-NPR-Y][0-9]{1,3} ?[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3} ?[0-9]{1,3}[A-HJ-NPR-Y]|[A-Za-z]{2}[0-9]{2} ?[A-Za-z]{3})(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Older();

    [GeneratedRegex(@"\b(?:reg|registration|number ?plates?|plates?|vehicle|car|van|motorbike|motorcycle|lorry|drives|driving|drove|parked|vauxhall|corsa|astra|ford (?:focus|fiesta)|bmw|audi|toyota|volkswagen|vw|peugeot|renault|nissan)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Vehicle();
}
