using Blog.Vault;

namespace Blog.Redact.Facts;

/// <summary>
/// What an archive tells of each of its people without naming them: per writer over all posts and comments, and per case of a thread's
/// centre with what others say of them. Who is shown without a name stands alone.
/// </summary>
public sealed class FactLedger
{
    /// <summary>What every list of singling sets is shown with.</summary>
    public const string Caveat =
        "Counted among the people of this archive only, by what they tell themselves. Outside it there are more people, and readers know things that no archive holds: " +
        "a set that fits nobody else here may fit many, and one that fits several here may still name somebody to a colleague. This is no guarantee either way.";

    private const int LargestSet = 3;
    private const int MostEntries = 16; // of one person in the search for sets: the rarest

    private readonly List<LedgerPerson> _people;
    private readonly Dictionary<FactKind, List<(FactValue Value, int Person)>> _byKind = [];

    private FactLedger(List<LedgerPerson> people)
    {
        _people = people;
        for (var i = 0; i < people.Count; i++)
        {
            foreach (var entry in people[i].Entries)
            {
                if (!_byKind.TryGetValue(entry.Kind, out var list))
                {
                    _byKind.Add(entry.Kind, list = []);
                }

                list.Add((entry.Value, i));
            }
        }
    }

    /// <summary>Everybody of whom something is told, in the order of first appearance.</summary>
    public IReadOnlyList<LedgerPerson> People => _people;

    /// <summary>Reads an archive.</summary>
    /// <param name="texts">Posts and comments, each thread's together, its post first, comments in thread order.</param>
    public static FactLedger Read(IEnumerable<FactText> texts)
    {
        var builder = new FactLedgerBuilder();
        foreach (var thread in Threads(texts))
        {
            builder.Add(thread);
        }

        return builder.Build();
    }

    internal static FactLedger Of(List<LedgerPerson> people) => new(people);

    /// <summary>What is told of the person at the centre of a thread; null where nothing is.</summary>
    public LedgerPerson? Case(VaultHandle post) => _people.Find(person => person.Case == post);

    /// <summary>What is told of a writer; null where nothing is.</summary>
    public LedgerPerson? Writer(string identity) => _people.Find(person => person.Key == $"writer {identity}");

    /// <summary>What is told of the writer of a text, or of whom a guest's post is about: the person at the centre of a post, the writer of a comment; of somebody without a name that comment alone. Null where nothing is.</summary>
    public LedgerPerson? Of(FactText text) => text.IsPost ? Case(text.Handle) : _people.Find(person => person.Key == ThreadFacts.WriterKey(text));

    /// <summary>Those who are spoken of as somebody's: the relatives, colleagues and superiors of a person.</summary>
    public IReadOnlyList<LedgerPerson> Near(LedgerPerson person) => [.. _people.Where(other => other.Key.StartsWith(person.Key + " / ", StringComparison.Ordinal))];

    /// <summary>How many people of the archive, the person among them, tell values that fit all of these.</summary>
    public int Sharing(IEnumerable<(FactKind Kind, FactValue Value)> facts)
    {
        HashSet<int>? all = null;
        foreach (var (kind, value) in facts)
        {
            var some = Fitting(kind, value);
            all = all is null ? some : [.. all.Intersect(some)];
        }

        return all?.Count ?? 0;
    }

    /// <summary>
    /// The smallest sets of a person's facts that fit nobody else of the archive, by size and then by kind. To be shown with
    /// <see cref="Caveat"/>.
    /// </summary>
    public IReadOnlyList<SinglingSet> SinglingSets(LedgerPerson person)
    {
        var own = _people.IndexOf(person);
        var entries = person.Entries.Select(entry => (Entry: entry, Others: Fitting(entry.Kind, entry.Value).Where(other => other != own).ToHashSet()))
            .OrderBy(pair => pair.Others.Count).ThenBy(pair => pair.Entry.Kind).ThenBy(pair => pair.Entry.Value.Key, StringComparer.Ordinal).Take(MostEntries).ToList();
        var sets = new List<SinglingSet>();
        var found = new List<int[]>();
        for (var size = 1; size <= LargestSet; size++)
        {
            foreach (var chosen in Choices(entries.Count, size))
            {
                if (found.Exists(smaller => smaller.All(chosen.Contains)) || Shared(chosen).Any())
                {
                    continue;
                }

                found.Add(chosen);
                var set = chosen.Select(index => entries[index].Entry).OrderBy(entry => entry.Kind).ToList();
                sets.Add(new SinglingSet(person, set, Compared(set, own)));
            }
        }

        return sets;

        IEnumerable<int> Shared(int[] chosen) => chosen.Select(index => entries[index].Others).Aggregate<IEnumerable<int>>((a, b) => a.Intersect(b));
    }

    private static IEnumerable<int[]> Choices(int count, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = from; first <= count - size; first++)
        {
            foreach (var rest in Choices(count, size - 1, first + 1))
            {
                yield return [first, .. rest];
            }
        }
    }

    private static IEnumerable<List<FactText>> Threads(IEnumerable<FactText> texts)
    {
        var thread = new List<FactText>();
        foreach (var text in texts)
        {
            if (thread.Count > 0 && thread[0].Thread != text.Thread)
            {
                yield return thread;
                thread = [];
            }

            thread.Add(text);
        }

        if (thread.Count > 0)
        {
            yield return thread;
        }
    }

    private HashSet<int> Fitting(FactKind kind, FactValue value) =>
        _byKind.TryGetValue(kind, out var told) ? [.. told.Where(other => other.Value.Fits(value)).Select(other => other.Person)] : [];

    private int Compared(List<LedgerEntry> set, int own) =>
        set.Select(entry => _byKind[entry.Kind].Select(told => told.Person)).Aggregate((a, b) => a.Intersect(b)).Distinct().Count(other => other != own);
}
