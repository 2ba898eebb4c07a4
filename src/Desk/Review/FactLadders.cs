using System.Globalization;
using Blog.Desk.Screens;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Facts;

namespace Blog.Desk.Review;

/// <summary>The ladders of generalisations for what stands at a place of a text.</summary>
internal static class FactLadders
{
    private static readonly string[] Dates = ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "dd/MM/yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd", "d/M/yy"];

    /// <summary>The facts that touch the place, each with its ladder; those without one left out.</summary>
    public static IReadOnlyList<(string Words, PlaceFields Place, IReadOnlyList<string> Rungs)> At(UnitPlace unit, PlaceFields place)
    {
        var end = place.Start + place.Length;
        var year = (unit.Comment is null ? unit.Post.Published : unit.Comment.Published)?.Value.Year;
        var facts = FactFinder.Find(ProseView.Of(unit.Markdown), year).Where(fact => fact.Range.Start < end && fact.Range.End > place.Start)
            .Select(fact => (Words: FindingWords.Of(fact.Range.Of(unit.Markdown)), Place: place with { Start = fact.Range.Start, Length = fact.Range.Length }, Rungs: Words(GeneralisationLadder.Of(fact))))
            .Where(fact => fact.Rungs.Count > 0).DistinctBy(fact => (fact.Place.Start, fact.Place.Length)).ToList();
        var words = FindingWords.Of(unit.Markdown.Substring(place.Start, place.Length));
        if (facts.Count == 0 && TryDate(words, out var date))
        {
            facts.Add((words, place, Words(GeneralisationLadder.OfDate(date))));
        }

        return facts;
    }

    private static IReadOnlyList<string> Words(IReadOnlyList<LadderRung> rungs) => [.. rungs.Select(rung => rung.Words).Distinct(StringComparer.Ordinal)];

    private static bool TryDate(string words, out DateOnly date)
    {
        var plain = string.Join(' ', words.Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > 2 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word));
        return DateOnly.TryParseExact(plain, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}
