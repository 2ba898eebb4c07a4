using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>All postings of a site, gathered from its units in the order of their numbers.</summary>
/// <remarks>Not safe for many threads.</remarks>
/// <param name="words">The words of the units.</param>
internal sealed class InvertedIndex(CommonWords words)
{
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
        var map = words.MapOf(unit.Words);
        var cursor = new ByteCursor(unit.Fields.Span);
        AddText(ref cursor, map, number);
        AddTitle(ref cursor, map, number);
        var count = cursor.Number();
        for (var i = 0; i < count; i++)
        {
            var term = words.All[map[cursor.Number()]].Term;
            if (term != CommonWords.None)
            {
                AddToSet(FieldKey.Author, words.Terms.Terms[term], number);
            }
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
        for (var i = 0; i < words.Terms.Terms.Count; i++)
        {
            var term = words.Terms.Terms[i];
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

    /// <summary>Adds the words of a text, and its capital forms.</summary>
    private void AddText(ref ByteCursor cursor, int[] map, int number)
    {
        var count = cursor.Number();
        for (var position = 0; position < count; position++)
        {
            ref var word = ref words.All[map[cursor.Number()]];
            if (word.Term != CommonWords.None)
            {
                word.Count++;
                ListOf(_text, word.Term).Add(number, position);
            }

            if (word.Capitals != CommonWords.None)
            {
                ListOf(_capitals, word.Capitals).Add(number, position);
            }
        }
    }

    private void AddTitle(ref ByteCursor cursor, int[] map, int number)
    {
        var count = cursor.Number();
        for (var position = 0; position < count; position++)
        {
            ref var word = ref words.All[map[cursor.Number()]];
            if (word.Term != CommonWords.None)
            {
                word.Count++;
                ListOf(_titles, word.Term).Add(number, position);
            }
        }
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

    private static TermPostings ListOf(List<TermPostings?> lists, int term)
    {
        while (lists.Count <= term)
        {
            lists.Add(null);
        }

        return lists[term] ??= new TermPostings();
    }
}
