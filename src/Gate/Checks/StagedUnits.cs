using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using Blog.Search.Analysis;
using Blog.Search.Index;
using Blog.Search.Units;

namespace Blog.Gate.Checks;

/// <summary>What the staged pages say of each unit, as hashes to compare an index with.</summary>
internal sealed class StagedUnits
{
    /// <summary>Stands for the title where a field is hashed.</summary>
    public const char TitleField = 'T';

    private readonly List<StagedUnit> _units;
    private readonly ConcurrentDictionary<long, bool> _words;

    private StagedUnits(List<StagedUnit> units, ConcurrentDictionary<long, bool> words)
    {
        _units = units;
        _words = words;
    }

    /// <summary>How many there are.</summary>
    public int Count => _units.Count;

    /// <summary>Reads all pages of a site.</summary>
    /// <exception cref="InvalidDataException">A page is none of the theme's.</exception>
    public static StagedUnits Read(StagedSite site, ParallelOptions options)
    {
        var words = new ConcurrentDictionary<long, bool>();
        var pages = new ConcurrentBag<(UnitPage Page, List<StagedUnit> Units)>();
        Parallel.ForEach(site.Files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)), options, () => new PageHasher(words), (file, _, hasher) =>
        {
            if (hasher.Read(file, site.Read(file)) is { } page)
            {
                pages.Add(page);
            }

            return hasher;
        }, static _ => { });

        var threads = pages.Where(page => page.Page.Part == 1).ToDictionary(page => page.Page.PostPath, page => page.Page, StringComparer.Ordinal);
        var units = new List<StagedUnit>();
        foreach (var (page, found) in pages)
        {
            var sum = ThreadSum(threads[page.PostPath]);
            units.AddRange(found.Select(unit => unit with { Sum = unit.Sum + sum, Title = threads[page.PostPath].Title }));
        }

        units.Sort((left, right) => string.CompareOrdinal(left.Date, right.Date) is var date && date != 0 ? date : string.CompareOrdinal(left.Id, right.Id));
        return new StagedUnits(units, words);
    }

    /// <summary>Hash of a term in a field.</summary>
    public static long HashOf(char field, ReadOnlySpan<char> term)
    {
        var hash = unchecked((long)0xCBF29CE484222325) ^ field; // FNV-1a, 64 bits
        foreach (var c in term)
        {
            hash = unchecked((hash ^ c) * 0x100000001B3);
        }

        return hash;
    }

    /// <summary>Hash of a term's place; what is summed up for a unit.</summary>
    public static long Mix(long term, int position)
    {
        var z = unchecked((ulong)term + (((ulong)position + 1) * 0x9E3779B97F4A7C15)); // SplitMix64
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return (long)(z ^ (z >> 31));
    }

    /// <summary>Hash of a line of the lists of words.</summary>
    public static long HashOfWord(string term, int units, string surface) => Mix(HashOf('w', term) ^ Mix(HashOf('s', surface), 0), units);

    /// <summary>The sum of the hashes of all lines.</summary>
    /// <exception cref="InvalidDataException">A line is none.</exception>
    public static long SumOfWords(IEnumerable<byte[]> files)
    {
        var sum = 0L;
        foreach (var line in files.SelectMany(file => Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var parts = line.Split('\t');
            if (parts.Length is < 2 or > 3 || !int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var units))
            {
                throw new InvalidDataException("A line of a list of words is none.");
            }

            sum += HashOfWord(parts[0], units, parts.Length > 2 ? parts[2] : parts[0]);
        }

        return sum;
    }

    /// <summary>Code of a unit's class, as the root lists them.</summary>
    public int Class(int unit) => _units[unit].Class;

    /// <summary>Code of the length of a unit's title; -1 for none.</summary>
    public int TitleNorm(int unit) => _units[unit].TitleNorm;

    /// <summary>The id of a unit whose sum is another; null where all are the same.</summary>
    public string? FirstDifferent(long[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] != _units[i].Sum)
            {
                return _units[i].Id;
            }
        }

        return null;
    }

    /// <summary>Whether readers' word for a term stands in a text or title, and has that term.</summary>
    public bool IsKnownWord(DictionaryEntry entry)
    {
        if (!_words.ContainsKey(HashOf('w', entry.Surface)))
        {
            return false;
        }

        foreach (var token in new EnglishAnalyzer().Analyze(entry.Surface))
        {
            if (token.Term.SequenceEqual(entry.Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an excerpt says what the unit's page says.</summary>
    public bool IsExcerpt(int unit, UnitExcerpt excerpt) => _units[unit].Excerpt == HashOfExcerpt(excerpt with { Title = string.Empty }) && _units[unit].Title == excerpt.Title;

    /// <summary>The first unit of each distinct beginning of the dates.</summary>
    public IEnumerable<(string Date, int First)> Firsts(int length)
    {
        string? before = null;
        for (var i = 0; i < _units.Count; i++)
        {
            var date = _units[i].Date.Length > length ? _units[i].Date[..length] : _units[i].Date;
            if (date != before)
            {
                yield return (date, i);
                before = date;
            }
        }
    }

    private static long HashOfExcerpt(UnitExcerpt excerpt)
    {
        var hash = HashOf('x', excerpt.Path);
        foreach (var text in (ReadOnlySpan<string>)[excerpt.Anchor, excerpt.Number, excerpt.Author, excerpt.Date, excerpt.Text])
        {
            hash = Mix(hash ^ HashOf('x', text), excerpt.Part);
        }

        return hash;
    }

    private static long ThreadSum(UnitPage thread)
    {
        var sum = Mix(HashOf(FieldKey.Thread, FieldKey.Fold(Path.GetFileNameWithoutExtension(thread.PostPath))), 0);
        foreach (var label in thread.Labels.Select(label => FieldKey.Fold(UnitText.WithWords(label))).Distinct(StringComparer.Ordinal))
        {
            sum += Mix(HashOf(FieldKey.Label, label), 0);
        }

        return thread.Series.Length == 0 ? sum : sum + Mix(HashOf(FieldKey.Series, FieldKey.Fold(UnitText.WithWords(thread.Series))), 0);
    }

    private sealed record StagedUnit(string Id, string Date, int Class, int TitleNorm, long Sum, long Excerpt, string Title);

    /// <summary>Reads and hashes pages. One for a worker.</summary>
    private sealed class PageHasher(ConcurrentDictionary<long, bool> words)
    {
        private readonly UnitReader _reader = new();
        private readonly EnglishAnalyzer _english = new();
        private readonly HashSet<long> _seen = [];
        private readonly Dictionary<string, int> _capitals = new(StringComparer.Ordinal);
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly char[] _lower = new char[256];

        public (UnitPage Page, List<StagedUnit> Units)? Read(string file, byte[] bytes)
        {
            if (_reader.Read(file, bytes) is not { } page)
            {
                return null;
            }

            return (page, [.. page.Units.Select(unit => Hash(page, unit))]);
        }

        private StagedUnit Hash(UnitPage page, PageUnit unit)
        {
            var sum = Mix(HashOf(FieldKey.Kind, unit.Kind == UnitKind.Post ? "post" : "comment"), 0);
            var text = UnitText.WithStopWords(unit.Text);
            var length = AddTerms(text, FieldKey.Text, ref sum);
            var title = AddTerms(UnitText.WithStopWords(unit.Title), TitleField, ref sum);
            _capitals.Clear();
            foreach (var token in CapitalFormAnalyzer.Analyze(text))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_capitals, token.Term.ToString(), out _)++;
            }

            foreach (var (form, count) in _capitals)
            {
                sum += Mix(HashOf(FieldKey.Capitals, form), count);
            }

            _names.Clear();
            foreach (var token in _english.Analyze(UnitText.WithStopWords(unit.Author)))
            {
                if (_names.Add(token.Term.ToString()))
                {
                    sum += Mix(HashOf(FieldKey.Author, token.Term.ToString()), 0);
                }
            }

            var excerpt = new UnitExcerpt(page.PostPath, string.Empty, page.Part, unit.Anchor, unit.Number, UnitText.WithWords(unit.Author), unit.Date, Excerpts.Of(unit.Text));
            return new StagedUnit(unit.Id, unit.Date, FieldNorm.Encode(length) + (unit.Kind == UnitKind.Post ? 256 : 0), title == 0 ? -1 : FieldNorm.Encode(title), sum, HashOfExcerpt(excerpt), string.Empty);
        }

        private int AddTerms(string text, char field, ref long sum)
        {
            var count = 0;
            var position = -1;
            foreach (var token in _english.Analyze(text))
            {
                position += token.PositionIncrement;
                sum += Mix(HashOf(field, token.Term), position);
                count++;
                var word = PossessiveEnding.Remove(text.AsSpan(token.Start, token.End - token.Start));
                LowerCase.Write(word, _lower);
                if (HashOf('w', _lower.AsSpan(0, word.Length)) is var known && _seen.Add(known))
                {
                    words.TryAdd(known, true);
                }
            }

            return count;
        }
    }
}
