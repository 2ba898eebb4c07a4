using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>All postings of a site, gathered from its units in the order of their numbers.</summary>
/// <remarks>Not safe for many threads. Terms of a worker are mapped to common ones as they come.</remarks>
internal sealed class InvertedIndex
{
    private readonly TermNumbers _terms = new();
    private readonly Dictionary<TermNumbers, List<int>> _maps = [];
    private readonly List<TermPostings?> _text = [];
    private readonly List<TermPostings?> _titles = [];
    private readonly List<TermPostings?> _capitals = [];
    private readonly Dictionary<string, List<int>> _sets = new(StringComparer.Ordinal);

    /// <summary>Takes in a unit.</summary>
    /// <param name="number">Its number, above all before.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="thread">Its thread.</param>
    public void Add(int number, IndexedUnit unit, SearchThread thread)
    {
        var cursor = new ByteCursor(unit.Fields);
        unit.Fields = []; // what they held lies in the postings now
        AddField(ref cursor, number, unit, _text);
        AddField(ref cursor, number, unit, _capitals);
        AddField(ref cursor, number, unit, _titles);
        var words = cursor.Number();
        for (var i = 0; i < words; i++)
        {
            AddToSet(FieldKey.Author, unit.Terms.Terms[cursor.Number()], number);
            cursor.Number(); // its position: who wrote a unit is asked for by words
        }

        AddToSet(FieldKey.Kind, unit.Kind == UnitKind.Post ? "post" : "comment", number);
        AddToSet(FieldKey.Thread, FieldKey.Fold(thread.Slug), number);
        foreach (var label in thread.Labels)
        {
            AddToSet(FieldKey.Label, FieldKey.Fold(UnitText.WithWords(label)), number);
        }

        if (thread.Series.Length > 0)
        {
            AddToSet(FieldKey.Series, FieldKey.Fold(UnitText.WithWords(thread.Series)), number);
        }
    }

    /// <summary>Everything gathered, by key: ordinal order of the keys' UTF-8 bytes.</summary>
    public TermEntry?[] Entries()
    {
        var entries = new List<TermEntry>();
        for (var i = 0; i < _terms.Terms.Count; i++)
        {
            var term = _terms.Terms[i];
            if (At(_text, i) is not null || At(_titles, i) is not null)
            {
                entries.Add(new TermEntry(FieldKey.Of(FieldKey.Text, term)) { Text = At(_text, i), Title = At(_titles, i) });
            }

            if (At(_capitals, i) is { } capitals)
            {
                entries.Add(new TermEntry(FieldKey.Of(FieldKey.Capitals, term)) { Text = capitals });
            }
        }

        entries.AddRange(_sets.Select(set => new TermEntry(System.Text.Encoding.UTF8.GetBytes(set.Key)) { Set = set.Value }));
        entries.Sort((left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        return [.. entries];
    }

    private void AddField(ref ByteCursor cursor, int number, IndexedUnit unit, List<TermPostings?> lists)
    {
        var map = MapOf(unit.Terms);
        var count = cursor.Number();
        var position = -1;
        for (var i = 0; i < count; i++)
        {
            var term = map[cursor.Number()];
            position += cursor.Number();
            while (lists.Count <= term)
            {
                lists.Add(null);
            }

            (lists[term] ??= new TermPostings()).Add(number, position);
        }
    }

    private List<int> MapOf(TermNumbers terms)
    {
        if (!_maps.TryGetValue(terms, out var map))
        {
            map = [.. terms.Terms.Select(term => _terms.Of(term))];
            _maps.Add(terms, map);
        }

        return map;
    }

    private void AddToSet(char field, string value, int number)
    {
        var key = field + value;
        if (!_sets.TryGetValue(key, out var set))
        {
            _sets.Add(key, set = []);
        }

        if (set.Count == 0 || set[^1] != number)
        {
            set.Add(number);
        }
    }

    private static TermPostings? At(List<TermPostings?> lists, int term) => term < lists.Count ? lists[term] : null;
}
