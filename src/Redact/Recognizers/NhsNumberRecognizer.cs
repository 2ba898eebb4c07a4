using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>NHS numbers: ten digits whose last is a check digit modulo 11 (NHS Data Dictionary, "NHS NUMBER").</summary>
internal sealed partial class NhsNumberRecognizer : IRecognizer
{
    private const int Context = 40;

    private static readonly NumberForm Form = new(Number(), 10);

    /// <inheritdoc/>
    public string Name => "nhs-number";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, Form))
        {
            var number = text.Text.AsSpan(match.Start, match.Length);
            var isNamed = NumberForms.Before(text, match.Start, Context).Contains("nhs", StringComparison.OrdinalIgnoreCase);
            var isChecked = IsChecked(number);
            var (score, why) = (isNamed, isChecked, number.Length > 10) switch
            {
                (true, true, _) => (1, "Ten digits called an NHS number, with its check digit."),
                (true, false, _) => (0.8, "Ten digits called an NHS number; the check digit is wrong, as in a mistyped one."),
                (false, true, true) => (0.8, "Ten digits grouped as an NHS number is, with its check digit."),
                (false, true, false) => (0.4, "Ten digits with the check digit of an NHS number; one in eleven numbers has it."),
                _ => (0, string.Empty),
            };
            if (score > 0)
            {
                found.Add(this, FindingKind.PersonalNumber, match.Start, match.End, score, why);
            }
        }
    }

    /// <summary>Weights 10 down to 2, 11 minus the rest; 11 is written 0 and 10 is never given out.</summary>
    private static bool IsChecked(ReadOnlySpan<char> number)
    {
        var sum = 0;
        var place = 0;
        var last = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                last = c - '0';
                sum += place < 9 ? last * (10 - place) : 0;
                place++;
            }
        }

        var check = 11 - (sum % 11);
        return (check == 11 ? 0 : check) == last && check != 10;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}+/.,-])(?:[0-9]{10}|[0-9]{3} [0-9]{3} [0-9]{4}|[0-9]{3}-[0-9]{3}-[0-9]{4})(?![\p{L}\p{N}/-])(?![.,][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
