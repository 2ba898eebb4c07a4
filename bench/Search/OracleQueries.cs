using System.Globalization;
using System.Text;
using Blog.Bench.Threads;
using Blog.Search.Units;

namespace Blog.Bench.Search;

/// <summary>Draws queries of every kind out of the texts of a site. The same texts and seed give the same queries.</summary>
internal sealed class OracleQueries
{
    private readonly StableRandom _random;
    private readonly IReadOnlyList<(UnitPage Page, PageUnit Unit, IReadOnlyList<string> Labels)> _units;
    private readonly List<string> _titles;
    private readonly List<string> _labels;

    public OracleQueries(IReadOnlyList<(UnitPage Page, PageUnit Unit, IReadOnlyList<string> Labels)> units, ulong seed)
    {
        _random = new StableRandom(seed);
        _units = [.. units.Where(item => Words(item.Unit.Text).Count >= 4)];
        _titles = [.. units.Where(item => item.Unit.Title.Length > 0).Select(item => UnitText.WithStopWords(item.Unit.Title))];
        _labels = [.. units.SelectMany(item => item.Labels).Distinct(StringComparer.Ordinal).Where(label => label.All(char.IsAsciiLetterOrDigit)).Order(StringComparer.Ordinal)];
    }

    /// <summary>So many queries, of each kind in turn.</summary>
    public IEnumerable<OracleQuery> Draw(int count)
    {
        List<(string Kind, Func<string> Make)> kinds =
        [
            ("word", () => Word()),
            ("words together", () => string.Join(' ', Run(2, 3))),
            ("words", () => $"{Word()} {Word()}"),
            ("words of a sentence", () => string.Join(' ', Run(4, 8))),
            ("phrase", () => $"\"{string.Join(' ', Run(2, 4))}\""),
            ("near phrase", () => $"\"{string.Join(' ', Scattered())}\"~{_random.Between(1, 8)}"),
            ("near phrase, a word twice", () => Twice()),
            ("prefix", () => Start(Word()) + "*"),
            ("fuzzy", () => Misspelt(Word()) + _random.Pick(["~", "~1", "~2", "~0.7"])),
            ("must", () => $"+{Word()} +{Word()}"),
            ("must and may", () => $"+{Word()} {Word()} {Word()}"),
            ("must not", () => $"{Word()} {Word()} -{Word()}"),
            ("and or not", () => $"{Word()} {_random.Pick(["AND", "OR", "AND NOT", "OR NOT", "&&", "||"])} {Word()} {_random.Pick(["AND", "OR", ""])} {Word()}"),
            ("brackets", () => $"({Word()} {_random.Pick(["OR", "AND", ""])} {Word()}) {_random.Pick(["AND", "OR", ""])} ({Word()} -{Word()})"),
            ("title", () => $"title:{_random.Pick(Words(_random.Pick(_titles)))} {_random.Pick(["", Word()])}"),
            ("title group", () => $"title:({string.Join(' ', Words(_random.Pick(_titles)).Take(3))}) +{Word()}"),
            ("boost", () => $"{Word()}^{_random.Between(2, 9)} \"{string.Join(' ', Run(2, 2))}\"^0.5 {Word()}"),
            ("phrase and words", () => $"\"{string.Join(' ', Run(2, 3))}\" {Word()} {Start(Word())}*"),
        ];
        for (var i = 0; i < count; i++)
        {
            if (i % (kinds.Count + 2) >= kinds.Count)
            {
                yield return i % (kinds.Count + 2) == kinds.Count ? Filtered() : Dated();
                continue;
            }

            var (kind, make) = kinds[i % (kinds.Count + 2)];
            var query = make();

            // MultiFieldQueryParser forgets the slop of a phrase once its field has a boost: the fields are named to Lucene, so that it counts.
            var lucene = kind.StartsWith("near phrase", StringComparison.Ordinal) ? $"title:{query}^2 text:{query}" : query;
            yield return new OracleQuery(kind, query, lucene);
        }
    }

    private OracleQuery Filtered()
    {
        var word = Word();
        var kind = _random.Pick(["post", "comment"]);
        if (kind == "comment" || _labels.Count == 0)
        {
            return new OracleQuery("kind", $"{word} kind:{kind}", $"+{word} +kind:{kind}^0");
        }

        var label = _random.Pick(_labels);
        return new OracleQuery("kind and label", $"{word} kind:post label:{label}", $"+{word} +kind:post^0 +label:{label}^0");
    }

    private OracleQuery Dated()
    {
        var word = Word();
        var days = new[] { Day(), Day() }.Order(StringComparer.Ordinal).ToArray();
        return new OracleQuery("dates", $"{word} date:[{days[0]} TO {days[1]}]", $"+{word} +date:[{Compact(days[0])} TO {Compact(days[1])}]^0");
    }

    private string Day()
    {
        var dated = _random.Pick(_units).Unit.Date;
        return dated.Length >= 10 ? dated[..10] : "2016-01-01";
    }

    private static string Compact(string day) => day.Replace("-", string.Empty, StringComparison.Ordinal);

    private List<string> Run(int least, int most)
    {
        var words = Words(_random.Pick(_units).Unit.Text);
        var length = Math.Min(words.Count, _random.Between(least, most));
        return words.GetRange(_random.Below(words.Count - length + 1), length);
    }

    private List<string> Scattered()
    {
        var run = Run(3, 7);
        var chosen = new List<string> { run[0], run[^1] };
        if (run.Count > 4)
        {
            chosen.Add(run[2]);
        }

        if (_random.Chance(40))
        {
            chosen.Reverse();
        }

        return chosen;
    }

    private string Twice()
    {
        var run = Run(3, 6);
        return $"\"{run[0]} {run[^1]} {run[0]}\"~{_random.Between(2, 12)}";
    }

    private string Word()
    {
        while (true)
        {
            var word = _random.Pick(Words(_random.Pick(_units).Unit.Text));
            if (word.Length >= 3 || _random.Chance(20))
            {
                return word;
            }
        }
    }

    private string Start(string word) => word.Length <= 3 ? word : word[.._random.Between(3, Math.Min(word.Length, 6))];

    private string Misspelt(string word)
    {
        var at = _random.Below(word.Length);
        var letter = (char)('a' + _random.Below(26));
        return _random.Below(4) switch
        {
            0 => word.Insert(at, letter.ToString()),
            1 when word.Length > 3 => word.Remove(at, 1),
            2 => word[..at] + letter + word[(at + 1)..],
            _ when at + 1 < word.Length => string.Concat(word.AsSpan(0, at), word.AsSpan(at + 1, 1), word.AsSpan(at, 1), word.AsSpan(at + 2)),
            _ => word,
        };
    }

    /// <summary>Words that mean nothing to the syntax: letters, digits, apostrophes and hyphens within.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in UnitText.WithStopWords(text) + " ")
        {
            if (char.IsLetterOrDigit(c) || (c is '\'' or '-' or '’' or '.' && word.Length > 0))
            {
                word.Append(c);
                continue;
            }

            var found = word.ToString().TrimEnd('\'', '-', '’', '.');
            word.Clear();
            if (found.Length > 0 && found is not ("AND" or "OR" or "NOT" or "TO"))
            {
                words.Add(found);
            }
        }

        return words;
    }
}
