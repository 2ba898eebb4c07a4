using System.Globalization;
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
    private readonly IReadOnlySet<long> _words;

    private StagedUnits(List<StagedUnit> units, IReadOnlySet<long> words)
    {
        _units = units;
        _words = words;
    }

    /// <summary>How many there are.</summary>
    public int Count => _units.Count;

    /// <summary>Puts together what the workers read.</summary>
    /// <exception cref="InvalidDataException">A page is none of the theme's.</exception>
    public static StagedUnits Of(IReadOnlyList<StagedUnitReader> readers)
    {
        if (readers.FirstOrDefault(reader => reader.Trouble is not null)?.Trouble is { } trouble)
        {
            throw trouble;
        }

        var pages = readers.SelectMany(reader => reader.Pages).ToList();
        var threads = pages.Where(page => page.Page.Part == 1).ToDictionary(page => page.Page.PostPath, page => page.Page, StringComparer.Ordinal);
        var units = new List<StagedUnit>();
        foreach (var (page, found) in pages)
        {
            var sum = ThreadSum(threads[page.PostPath]);
            units.AddRange(found.Select(unit => unit with { Sum = unit.Sum + sum, Title = threads[page.PostPath].Title }));
        }

        units.Sort((left, right) => string.CompareOrdinal(left.Date, right.Date) is var date && date != 0 ? date : string.CompareOrdinal(left.Id, right.Id));
        return new StagedUnits(units, readers.SelectMany(reader => reader.Words).ToHashSet());
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

    /// <summary>What the hashes of a text or title are multiplied with, so that the sum tells the class that the index gives the unit: odd, so nothing of them is lost.</summary>
    /// <param name="code">Code of the class, or of the length of the title.</param>
    public static long Weight(int code) => Mix(0x57656967, code) | 1;

    /// <summary>Hash of a line of the lists of words.</summary>
    public static long HashOfWord(string term, int units, string surface) => Mix(HashOf('w', term) ^ Mix(HashOf('s', surface), 0), units);

    /// <summary>The sum of the hashes of a list's lines, the term of its first line, and whether each word that readers know a term by stands in a text or title.</summary>
    /// <exception cref="InvalidDataException">A line is none.</exception>
    public (long Sum, string First, bool AreKnown) SumOfWords(byte[] file)
    {
        var sum = 0L;
        var areKnown = true;
        string? first = null;
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t');
            if (parts.Length is < 2 or > 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var units))
            {
                throw new InvalidDataException("A line of a list of words is none.");
            }

            first ??= parts[0];
            var surface = parts.Length > 2 ? parts[2] : parts[0];
            sum += HashOfWord(parts[0], units, surface);
            areKnown &= _words.Contains(HashOf('w', surface));
        }

        return (sum, first ?? string.Empty, areKnown);
    }

    /// <summary>Code of a unit's class, as the root lists them.</summary>
    public int Class(int unit) => _units[unit].Class;

    /// <summary>A unit's id.</summary>
    public string Id(int unit) => _units[unit].Id;

    /// <summary>What is known of units by their ids, by their numbers.</summary>
    public Dictionary<int, T> ByNumber<T>(IReadOnlyDictionary<string, T> byId) =>
        Enumerable.Range(0, Count).Where(unit => byId.ContainsKey(_units[unit].Id)).ToDictionary(unit => unit, unit => byId[_units[unit].Id]);

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

    /// <summary>Whether readers' word for a term has that term. That it stands in a text or title is asked of the lists of words.</summary>
    /// <param name="entry">The term.</param>
    /// <param name="english">The worker's analyzer.</param>
    public static bool IsWordOf(DictionaryEntry entry, EnglishAnalyzer english)
    {
        foreach (var token in english.Analyze(entry.Surface))
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

    /// <summary>Hash of what an excerpt says, but for the title, which is the thread's.</summary>
    public static long HashOfExcerpt(UnitExcerpt excerpt)
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
}
