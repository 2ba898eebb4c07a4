using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Street addresses: a number and a street, a flat, a post office box; a street alone is a near miss.</summary>
internal sealed partial class StreetAddressRecognizer : IRecognizer
{
    private static readonly NumberForm NumberedForm = new(Numbered(), 1) { Cue = WordClass.Street, Reach = NumberStretch.Around };
    private static readonly NumberForm SmallForm = new(Small(), 1) { Cue = WordClass.Street, Reach = NumberStretch.Around };
    private static readonly NumberForm FlatForm = new(Flat(), 1) { Cue = WordClass.Street, Reach = NumberStretch.Around };

    /// <inheritdoc/>
    public string Name => "street-address";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, NumberedForm))
        {
            found.Add(this, FindingKind.Address, match.Start, match.End, 0.9, "A house number and a street.");
        }

        foreach (var match in NumberForms.Find(text, SmallForm))
        {
            found.Add(this, FindingKind.Address, match.Start, match.End, 0.6, "A house number and a street, in small letters.");
        }

        foreach (var match in NumberForms.Find(text, FlatForm))
        {
            found.Add(this, FindingKind.Address, match.Start, match.End, 0.8, "The number of a flat, a room of a house, or a post office box.");
        }

        for (var i = 1; i < text.Tokens.Length; i++)
        {
            var (street, name) = (text.Tokens[i], text.Tokens[i - 1]);
            if (street.Is(WordClass.Street) && street.IsCapital && name.IsCapital && street.Before == TokenBreak.Blank && !name.Is(WordClass.Title) && !name.OpensSentence)
            {
                var isNamed = !name.Is(WordClass.Common) && Said().IsMatch(NumberForms.Before(text, name.Start, 12));
                found.Add(this, FindingKind.Address, name.Start, street.End, isNamed ? 0.5 : 0.3, "A street without a number.");
            }
        }
    }

    private const string Types = @"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Crescent|Cres|Drive|Dr|Way|Court|Ct|Place|Pl|Terrace|Terr|Grove|Gardens|Gdns|Square|Sq|Row|Hill|Mews|Parade|Walk|Green|Rise|View|Broadway|Embankment|Quay|Wharf|Yard|Park|Gate|Croft|Vale|Mount|Villas|Buildings)";

    [GeneratedRegex(@"(?<![\p{L}\p{N}£$.,/-])[0-9]{1,4}[A-Za-z]?(?:[-–/][0-9]{1,4}[A-Za-z]?)?,? (?:(?:[A-Z][\p{L}'’]{1,20}|St\.?|of|the|upon) ){1,4}" + Types + @"(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<![\p{L}\p{N}£$.,/-])[0-9]{1,3}[a-z]? (?!(?:of|in|the|a|per|on|to|at|for|and|or|by|years?|months?|way|different|main|separate|other|more|one)\b)[a-z][\p{L}'’]{2,20} (?:road|street|avenue|crescent|terrace|gardens|mews|drive|lane)(?![\p{L}\p{N}])(?! of)", RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:(?:Flat|Apartment|Apt|Unit|Room|Suite) ?[0-9]{1,4}[A-Za-z]?,? (?=[A-Z0-9])(?:[0-9]{1,4}[A-Za-z]?,? )?(?:[A-Z][\p{L}'’]{1,20},? ){0,3}[A-Z][\p{L}'’]{1,20}|P\.?O\.? ?Box [0-9]{1,6}|(?:Flat|Apartment|Apt) [0-9]{1,4}[A-Za-z]?)(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Flat();

    [GeneratedRegex(@"\b(?:in|at|on|off|from|near|of|to|into)\s?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Said();
}
