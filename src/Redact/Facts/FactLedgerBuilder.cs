using Blog.Vault;

namespace Blog.Redact.Facts;

/// <summary>Gathers a <see cref="FactLedger"/> thread by thread; it can be asked for at any time, with what was read so far.</summary>
public sealed class FactLedgerBuilder
{
    private readonly Dictionary<string, (int Order, VaultHandle? Case, Dictionary<(FactKind, string), LedgerEntry> Entries)> _people = new(StringComparer.Ordinal);

    /// <summary>Reads one thread.</summary>
    /// <param name="thread">Its post first, comments in thread order.</param>
    public void Add(IReadOnlyList<FactText> thread)
    {
        var facts = ThreadFacts.Of(thread);
        foreach (var told in facts.All.Where(told => told.People.Count > 0 && !told.Fact.Value.IsUnknown))
        {
            var (person, isCertain) = told.People[0];
            if (!isCertain && told.Fact.Subject.Person == FactPerson.Other)
            {
                continue; // "he" without a name before it: listed with a case's links, too weak for a ledger
            }

            if (!_people.TryGetValue(person, out var known))
            {
                _people.Add(person, known = (_people.Count, person == facts.Centre ? told.Text.Thread : null, []));
            }

            var key = (told.Fact.Kind, told.Fact.Value.Key);
            var place = new FactPlace(told.Text.Handle, told.Fact, isCertain);
            known.Entries[key] = known.Entries.TryGetValue(key, out var entry)
                ? entry with { Places = [.. entry.Places, place] }
                : new LedgerEntry(told.Fact.Kind, told.Fact.Value, [place]);
        }
    }

    /// <summary>The ledger of what was read so far.</summary>
    public FactLedger Build() => FactLedger.Of([.. _people.OrderBy(pair => pair.Value.Order)
        .Select(pair => new LedgerPerson(pair.Key, pair.Value.Case, [.. pair.Value.Entries.Values.OrderBy(entry => entry.Kind)]))]);
}
