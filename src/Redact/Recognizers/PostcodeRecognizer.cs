using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Postcodes of the United Kingdom: one of the 124 areas, a district, and after it sector and unit.</summary>
/// <remarks>Forms of Royal Mail's Programmers' Guide: A9, A99, AA9, AA99, A9A, AA9A before 9AA; C, I, K, M, O and V stand in no unit.</remarks>
internal sealed partial class PostcodeRecognizer : IRecognizer
{
    private static readonly FrozenSet<string> Areas = GazetteerFile.Words("postcode-areas").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AreaLookup = Areas.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly NumberForm WholeForm = new(Whole(), 2) { IsMixed = true };
    private static readonly NumberForm DistrictForm = new(District(), 1) { IsMixed = true };

    /// <inheritdoc/>
    public string Name => "postcode";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, WholeForm))
        {
            var code = text.Text.AsSpan(match.Start, match.Length);
            if (AreaLookup.Contains(AreaOf(code)))
            {
                var hasBlank = code.IndexOfAny(' ', '-') > 0;
                var isUpper = !code.ContainsAnyInRange('a', 'z');
                var (score, why) = (isUpper, hasBlank) switch
                {
                    (true, true) => (0.98, "A postcode of an area that exists."),
                    (true, false) => (0.85, "A postcode of an area that exists, without its blank."),
                    (false, true) => (0.8, "A postcode of an area that exists, in small letters."),
                    _ => (0.6, "A postcode of an area that exists, in small letters and without its blank."),
                };
                found.Add(this, FindingKind.Postcode, match.Start, match.End, score, why);
            }
        }

        foreach (var match in NumberForms.Find(text, DistrictForm))
        {
            var code = text.Text.AsSpan(match.Start, match.Length);
            if (AreaLookup.Contains(AreaOf(code)) && !found.Touches(match.Start, match.End, FindingKind.Postcode))
            {
                found.Add(this, FindingKind.Postcode, match.Start, match.End, 0.35, "The first half of a postcode, or something else of the same form.");
            }
        }
    }

    private static ReadOnlySpan<char> AreaOf(ReadOnlySpan<char> code) => char.IsAsciiDigit(code[1]) ? code[..1] : code[..2];

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[A-Za-z]{1,2}[0-9][0-9]?|[A-Za-z]{1,2}[0-9][A-HJKPRSTUVWXYa-hjkprstuvwxy])[ -]{0,2}[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![\p{L}\p{N}£$€.-])[A-Z]{1,2}[0-9][0-9]?(?![\p{L}\p{N}%])", RegexOptions.CultureInvariant)]
    private static partial Regex District();
}
