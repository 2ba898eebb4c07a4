using Blog.Vault;

namespace Blog.Redact.Facts;

/// <summary>Finds every place of a thread that tells the same kind of fact of the same person, in whatever words.</summary>
public static class FactLinks
{
    /// <summary>
    /// The places, in thread order, the given one among them. For a relative also what is told of that relative ("my father … for 20
    /// years"), where it lies outside the other places.
    /// </summary>
    /// <param name="thread">The post, then its comments in thread order.</param>
    /// <param name="text">The post or comment the fact stands in.</param>
    /// <param name="fact">The fact, as <see cref="FactFinder"/> found it.</param>
    public static IReadOnlyList<FactPlace> Same(IReadOnlyList<FactText> thread, VaultHandle text, Fact fact)
    {
        var facts = ThreadFacts.Of(thread);
        var own = thread.FirstOrDefault(one => one.Handle == text) ?? throw new ArgumentException("The text is not of this thread.", nameof(text));
        var people = facts.PeopleOf(own, fact).Select(person => person.Person).ToHashSet(StringComparer.Ordinal);
        var places = new List<FactPlace>();
        foreach (var told in facts.All)
        {
            if (told.Fact.Kind == fact.Kind && told.People.FirstOrDefault(person => people.Contains(person.Person)) is { Person: not null } same)
            {
                places.Add(new FactPlace(told.Text.Handle, told.Fact, same.IsCertain));
            }
        }

        if (fact.Kind == FactKind.Family)
        {
            places.AddRange(OfRelatives(facts, people, places));
        }

        var order = thread.Select((one, index) => (one.Handle, index)).ToDictionary(pair => pair.Handle, pair => pair.index);
        return [.. places.OrderBy(place => order[place.Text]).ThenBy(place => place.Fact.Range.Start)];
    }

    private static List<FactPlace> OfRelatives(ThreadFacts facts, HashSet<string> people, List<FactPlace> places)
    {
        var more = new List<FactPlace>();
        foreach (var told in facts.All)
        {
            if (told.Fact.Subject is { Person: FactPerson.RelatedTo, Label: { } label } && Relatives.Contains(label) &&
                told.People.FirstOrDefault(person => people.Any(owner => person.Person.StartsWith(owner + " / ", StringComparison.Ordinal))) is { Person: not null } same &&
                !places.Exists(place => place.Text == told.Text.Handle && place.Fact.Range.Start < told.Fact.Range.End && told.Fact.Range.Start < place.Fact.Range.End))
            {
                more.Add(new FactPlace(told.Text.Handle, told.Fact, same.IsCertain));
            }
        }

        return more;
    }

    /// <summary>Relations by blood and marriage; a manager or client is none.</summary>
    private static readonly HashSet<string> Relatives = [.. FactTable.Read("Lexicon.relatives").Select(cells => cells[0])];
}
