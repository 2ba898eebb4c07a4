using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Telephone numbers of the United Kingdom in every form people write them, and foreign ones with their country code.</summary>
/// <remarks>
/// Lengths and beginnings are those of Ofcom's National Telephone Numbering Plan: after the 0 nine or ten digits that begin with 1, 2, 3,
/// 5, 7, 8 or 9. A run of digits that no plan gives out (a sum, a reference, a date) is none.
/// </remarks>
internal sealed partial class PhoneRecognizer : IRecognizer
{
    private const int Context = 30;

    private static readonly NumberForm Form = new(Number(), 6);

    /// <inheritdoc/>
    public string Name => "phone";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, Form))
        {
            var number = text.Text.AsSpan(match.Start, match.Length);
            var isGiven = IsGiven(number, out var isGrouped, out var isForeign);
            var isCalled = Called().IsMatch(NumberForms.Before(text, match.Start, Context));
            var score = isGiven ? (isGrouped || isCalled ? 0.95 : 0.8) : isCalled ? 0.6 : 0;
            if (score > 0)
            {
                var why = (isGiven, isForeign) switch
                {
                    (true, false) => "A number that the national numbering plan gives out.",
                    (true, true) => "A number with a country code.",
                    _ => "Digits after a word for telephone.",
                };
                found.Add(this, FindingKind.Phone, match.Start, match.End, score, why);
            }
        }
    }

    /// <summary>Whether the digits are a number somebody can have.</summary>
    private static bool IsGiven(ReadOnlySpan<char> number, out bool isGrouped, out bool isForeign)
    {
        Span<char> digits = stackalloc char[24];
        var count = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
            else if (c is 'o' or 'O' && count < digits.Length)
            {
                digits[count++] = '0'; // "o7700": the letter for the digit
            }
        }

        var plain = digits[..count];
        isGrouped = number.ContainsAny(" -.()");
        isForeign = false;
        var hasPlus = number.Contains('+') || plain.StartsWith("00");
        plain = plain.StartsWith("00") ? plain[2..] : plain;
        if (hasPlus && !plain.StartsWith("44"))
        {
            isForeign = true;
            return plain.Length is >= 8 and <= 15 && plain[0] != '0'; // ITU-T E.164
        }

        if (hasPlus)
        {
            plain = plain[2..];
            plain = plain.StartsWith("0") ? plain[1..] : plain;
        }
        else if (plain.StartsWith("0"))
        {
            plain = plain[1..];
        }
        else
        {
            return false;
        }

        return plain.Length switch
        {
            10 => plain[0] is '1' or '2' or '3' or '5' or '7' or '8' or '9',
            9 => plain[0] == '1' || plain.StartsWith("800") || plain.StartsWith("500"), // a few exchanges and freephone numbers are a digit short
            7 => plain.StartsWith("800") || plain.StartsWith("845"),
            _ => false,
        };
    }

    // An opening, then 6 to 14 digits with at most two separators between two of them; bounded, so linear.
    [GeneratedRegex(@"(?<![\p{L}\p{N}£$€#/.,-])(?:\+ ?[1-9](?:[ .()\-\u2010-\u2013]{0,3}[0-9oO]){7,14}|\(?0[0-9]?(?:[ .()\-\u2010-\u2013]{0,3}[0-9oO]){6,13}|[oO](?=[1-37])(?:[ .\-]{0,2}[0-9oO]){9,10})(?![\p{L}\p{N}])(?![/:,.][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:tel|telephone|phone|mobile|mob|call|ring|text|fax|whatsapp|number is|contact)\b[^\p{N}]{0,15}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Called();
}
