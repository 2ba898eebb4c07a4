using System.Globalization;
using Blog.Html;
using Blog.Model;

namespace Blog.Pages;

/// <summary>Makes the explanations of the abbreviations on a page.</summary>
internal sealed class GlossaryViews
{
    private readonly Dictionary<string, GlossaryView> _views = new(StringComparer.Ordinal);

    public GlossaryViews(IReadOnlyDictionary<string, GlossaryEntry> glossary)
    {
        if (GlossaryTerms.Of(glossary.Keys) is not { } terms)
        {
            return;
        }

        foreach (var (term, entry) in glossary.Where(entry => terms.Has(entry.Key)))
        {
            _views.Add(term, new GlossaryView(terms.IdFor(term), term, MarkedText.Of(entry.Means), Times(entry)));
        }
    }

    /// <summary>The explanations of these abbreviations, in their order.</summary>
    public IReadOnlyList<GlossaryView> Of(IReadOnlyList<string> terms) => terms.Count == 0 ? [] : [.. terms.Select(term => _views[term])];

    private static string? Times(GlossaryEntry entry) => (entry.From, entry.To) switch
    {
        (null, null) => null,
        ({ } from, null) => $"In use from {Words(from)}.",
        (null, { } to) => $"In use until {Words(to)}.",
        ({ } from, { } to) when from == to => $"In use in {Words(from)}.",
        ({ } from, { } to) => $"In use from {Words(from)} to {Words(to)}.",
    };

    /// <summary><c>2014-02</c> as February 2014; a year as it is.</summary>
    private static string Words(string time) => time.Length == 4 ? time : DateOnly.ParseExact(time, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
