using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Facts;
using Blog.Redact.Tagging;
using Blog.Text;
using Blog.Vault;

namespace Blog.Guests;

/// <summary>What in a guest's text may tell who wrote it or about whom, as the rules see it, and where asked the tagger. Works on the text alone; nothing is kept.</summary>
public sealed class GuestReview
{
    private GuestReview(IReadOnlyList<GuestFinding> findings, IReadOnlyList<GuestFinding> suggestions, IReadOnlyList<GuestFact> facts)
    {
        Findings = findings;
        Suggestions = suggestions;
        Facts = facts;
    }

    /// <summary>Names, places, numbers and the like, in the order of the text; those of the title first.</summary>
    public IReadOnlyList<GuestFinding> Findings { get; }

    /// <summary>What the tagger would mask besides, in the same order; empty where it was not asked.</summary>
    public IReadOnlyList<GuestFinding> Suggestions { get; }

    /// <summary>What the rules found, then what the tagger suggests.</summary>
    public IReadOnlyList<GuestFinding> All => [.. Findings, .. Suggestions];

    /// <summary>What is told of the writer without a name, by kind.</summary>
    public IReadOnlyList<GuestFact> Facts { get; }

    /// <summary>Reads a version of a text.</summary>
    /// <param name="version">The version.</param>
    /// <param name="ownPublicNames">Names that the blog calls public.</param>
    /// <param name="tagger">The tagger; null where it is not asked, as for what the writer is shown.</param>
    /// <param name="mode">How much it reports.</param>
    public static GuestReview Of(GuestVersion version, IEnumerable<string> ownPublicNames, TextTagger? tagger = null, TagMode mode = TagMode.Suggest)
    {
        var names = PublicNames.BuiltIn.With(ownPublicNames);
        var texts = new[] { (Field: TextField.Title, View: ProseView.Of(version.Title ?? string.Empty)), (Field: TextField.Body, View: ProseView.Of(version.Markdown)) };
        var byRules = texts.Select(text => TextFinder.Find(text.View, names).Where(found => !found.IsNearMiss).ToList()).ToList();
        var byTagger = tagger?.Find([.. texts.Select(text => text.View)], [.. byRules.Select(PersonsIn)], names, mode);
        var findings = texts.SelectMany((text, i) => byRules[i].Select(found => Shown(text.Field, text.View, found))).ToList();
        var suggestions = byTagger is null ? [] : texts.SelectMany((text, i) => byTagger[i].Where(found => !byRules[i].Exists(rule => rule.Range.Start < found.Range.End && rule.Range.End > found.Range.Start)).Select(found => Shown(text.Field, text.View, found))).ToList();

        var only = new VaultHandle(new string('0', 32));
        var ledger = FactLedger.Read([new FactText { Handle = only, Thread = only, IsGuest = true, Written = version.Made.Year, Markdown = version.Markdown }]);
        var facts = ledger.Case(only) is { } writer
            ? writer.Entries.GroupBy(entry => entry.Kind).Select(group => new GuestFact(FactKindTable.WordOf(group.Key), [.. group.SelectMany(entry => entry.Places).DistinctBy(place => place.Fact.Range).OrderBy(place => place.Fact.Range.Start)
                .Select(place => new ToldWords(place.Fact.Range, [.. GeneralisationLadder.Of(place.Fact).Select(rung => rung.Words).Distinct(StringComparer.Ordinal)]))])).ToList()
            : [];
        return new GuestReview(findings, suggestions, facts);
    }

    private static GuestFinding Shown(TextField field, ProseView view, Finding found) => new(field, found, found.Range.Of(view.Markdown));

    private static IReadOnlyList<TextRange> PersonsIn(List<Finding> found) => [.. found.Where(each => each.Kind == FindingKind.Person).Select(each => each.Range)];

    /// <summary>Lets stand, in a text that was published just now, what its writer agreed to: contacts that would be masked, and what would hold the text for a moderator.</summary>
    internal static void KeepWhatWasAgreed(VaultStore store, UnitPlace place, TimeProvider time)
    {
        var made = store.Decisions.List().Where(decision => decision.Unit == place.Handle).ToList();
        var moderation = new Moderation(store, store.Actor, time);
        foreach (var (field, text) in new[] { (TextField.Title, place.Post.Title ?? string.Empty), (TextField.Body, place.Markdown) })
        {
            foreach (var found in TextFinder.Find(ProseView.Of(text), PublicNames.BuiltIn).Where(found => !found.IsNearMiss && FindingTreatmentTable.Of(found.Kind) != FindingTreatment.List))
            {
                if (!made.Exists(decision => decision.Action == DecisionAction.Keep && decision.Field == field && decision.Start == found.Range.Start && decision.Length == found.Range.Length))
                {
                    moderation.Place(DecisionAction.Keep, place, field, found.Range, found.Kind, reason: "agreed to by its writer");
                }
            }
        }

        if (!made.Exists(decision => decision.Action == DecisionAction.Accept))
        {
            moderation.Accept(place, "agreed to by its writer");
        }
    }
}
