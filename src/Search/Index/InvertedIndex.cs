using System.Text;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>All postings of a site, gathered from its units in the order of their numbers.</summary>
/// <remarks>
/// The units are gone through twice: once to count how often each term stands, once to put each place where it belongs. So nothing has to grow.
/// <para>Not safe for many threads.</para>
/// </remarks>
internal sealed class InvertedIndex
{
    private const int None = -1;

    private readonly CommonWords _words;
    private readonly IReadOnlyList<IndexedUnit> _units;
    private readonly IReadOnlyDictionary<string, SearchThread> _threads;
    private readonly CancellationToken _token;
    private readonly string[] _terms; // in the order of their keys, by which they are numbered here
    private readonly int[] _termOf; // by word; none for a stop word
    private readonly int[] _capitalsOf; // by word; none for most
    private readonly TermPlaces _text;
    private readonly TermPlaces _titles;
    private readonly TermPlaces _capitals;
    private readonly List<int>?[] _authors; // by term
    private readonly Dictionary<string, List<int>> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>[]> _setsOfThread = new(StringComparer.Ordinal);
    private int[] _field = new int[1024];

    private InvertedIndex(CommonWords words, IReadOnlyList<IndexedUnit> units, IReadOnlyDictionary<string, SearchThread> threads, CancellationToken token)
    {
        _words = words;
        _units = units;
        _threads = threads;
        _token = token;
        foreach (var unit in units)
        {
            words.MapOf(unit.Words); // all words have their numbers now
        }

        _terms = [.. words.Terms.Terms];
        var places = Sort(_terms);
        _termOf = new int[words.All.Length];
        _capitalsOf = new int[words.All.Length];
        for (var i = 0; i < _termOf.Length; i++)
        {
            _termOf[i] = words.All[i].Term is var term and not CommonWords.None ? places[term] : None;
            _capitalsOf[i] = words.All[i].Capitals is var capitals and not CommonWords.None ? places[capitals] : None;
        }

        _text = new TermPlaces(_terms.Length);
        _titles = new TermPlaces(_terms.Length);
        _capitals = new TermPlaces(_terms.Length);
        _authors = new List<int>?[_terms.Length];
    }

    /// <summary>Everything gathered, by key: ordinal order of the keys' UTF-8 bytes. How often each word stands is counted too (<see cref="CommonWords.Word.Count"/>).</summary>
    /// <param name="words">The words of the units.</param>
    /// <param name="units">The units by number.</param>
    /// <param name="threads">Their threads by path.</param>
    /// <param name="token">Stops it.</param>
    public static TermEntry?[] Of(CommonWords words, IReadOnlyList<IndexedUnit> units, IReadOnlyDictionary<string, SearchThread> threads, CancellationToken token)
    {
        var index = new InvertedIndex(words, units, threads, token);
        index.Count();
        index.Place();
        return index.Entries();
    }

    private void Count()
    {
        var counts = new int[_termOf.Length];
        foreach (var unit in _units)
        {
            _token.ThrowIfCancellationRequested();
            var map = _words.MapOf(unit.Words);
            var cursor = new ByteCursor(unit.Fields.Span);
            foreach (var word in Field(ref cursor, map))
            {
                counts[word]++;
                if (_termOf[word] is var term and not None)
                {
                    _text.Count(term);
                }

                if (_capitalsOf[word] is var capitals and not None)
                {
                    _capitals.Count(capitals);
                }
            }

            foreach (var word in Field(ref cursor, map))
            {
                counts[word]++;
                if (_termOf[word] is var term and not None)
                {
                    _titles.Count(term);
                }
            }
        }

        var words = _words.All;
        for (var i = 0; i < counts.Length; i++)
        {
            words[i].Count = _termOf[i] == None ? 0 : counts[i];
        }
    }

    private void Place()
    {
        _text.Begin();
        _titles.Begin();
        _capitals.Begin();
        for (var unit = 0; unit < _units.Count; unit++)
        {
            _token.ThrowIfCancellationRequested();
            var map = _words.MapOf(_units[unit].Words);
            var cursor = new ByteCursor(_units[unit].Fields.Span);
            var text = Field(ref cursor, map);
            for (var position = 0; position < text.Length; position++)
            {
                if (_termOf[text[position]] is var term and not None)
                {
                    _text.Add(term, unit, position);
                }

                if (_capitalsOf[text[position]] is var capitals and not None)
                {
                    _capitals.Add(capitals, unit, position);
                }
            }

            var title = Field(ref cursor, map);
            for (var position = 0; position < title.Length; position++)
            {
                if (_termOf[title[position]] is var term and not None)
                {
                    _titles.Add(term, unit, position);
                }
            }

            foreach (var word in Field(ref cursor, map))
            {
                if (_termOf[word] is var term and not None)
                {
                    AddTo(_authors[term] ??= [], unit);
                }
            }

            AddTo(SetOf(FieldKey.Kind, _units[unit].Kind == UnitKind.Post ? "post" : "comment"), unit);
            foreach (var set in SetsOf(_units[unit].PostPath))
            {
                AddTo(set, unit);
            }
        }
    }

    private TermEntry?[] Entries()
    {
        var entries = new List<TermEntry>();
        for (var term = 0; term < _terms.Length; term++)
        {
            var (text, title) = (_text.Of(term), _titles.Of(term));
            if (text is not null || title is not null)
            {
                entries.Add(new TermEntry(FieldKey.Of(FieldKey.Text, _terms[term])) { Text = text, Title = title });
            }

            if (_capitals.Of(term) is { } capitals)
            {
                entries.Add(new TermEntry(FieldKey.Of(FieldKey.Capitals, _terms[term])) { Text = capitals });
            }

            if (_authors[term] is { } set)
            {
                entries.Add(new TermEntry(FieldKey.Of(FieldKey.Author, _terms[term])) { Set = set });
            }
        }

        entries.AddRange(_sets.Select(set => new TermEntry(Encoding.UTF8.GetBytes(set.Key)) { Set = set.Value }));
        entries.Sort((left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        return [.. entries];
    }

    /// <summary>Sorts terms by their UTF-8 bytes; returns where each stands now.</summary>
    private static int[] Sort(string[] terms)
    {
        var order = Enumerable.Range(0, terms.Length).ToArray();
        var keys = Array.ConvertAll(terms, Encoding.UTF8.GetBytes);
        Array.Sort(order, (left, right) => keys[left].AsSpan().SequenceCompareTo(keys[right]));
        var sorted = Array.ConvertAll(order, term => terms[term]);
        var places = new int[terms.Length];
        for (var i = 0; i < order.Length; i++)
        {
            terms[i] = sorted[i];
            places[order[i]] = i;
        }

        return places;
    }

    /// <summary>The common numbers of a field's words, in order; until the next field is read.</summary>
    private ReadOnlySpan<int> Field(ref ByteCursor cursor, int[] map)
    {
        var count = cursor.Number();
        if (_field.Length < count)
        {
            _field = new int[Math.Max(count, _field.Length * 2)];
        }

        for (var i = 0; i < count; i++)
        {
            _field[i] = map[cursor.Number()];
        }

        return _field.AsSpan(0, count);
    }

    private List<int>[] SetsOf(string postPath)
    {
        if (!_setsOfThread.TryGetValue(postPath, out var sets))
        {
            var thread = _threads[postPath];
            sets =
            [
                SetOf(FieldKey.Thread, FieldKey.Fold(thread.Slug)),
                .. thread.Labels.Select(label => SetOf(FieldKey.Label, FieldKey.Fold(UnitText.WithWords(label)))),
                .. thread.Series.Length > 0 ? [SetOf(FieldKey.Series, FieldKey.Fold(UnitText.WithWords(thread.Series)))] : Array.Empty<List<int>>(),
            ];
            _setsOfThread.Add(postPath, sets);
        }

        return sets;
    }

    private List<int> SetOf(char field, string value)
    {
        var key = field + value;
        if (!_sets.TryGetValue(key, out var set))
        {
            _sets.Add(key, set = []);
        }

        return set;
    }

    private static void AddTo(List<int> set, int unit)
    {
        if (set.Count == 0 || set[^1] != unit)
        {
            set.Add(unit);
        }
    }
}
