using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Blog.Search.Analysis;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>Makes the search index of a staged site out of its pages: the files that will be published, not the records they came from.</summary>
/// <remarks>The same pages give the same bytes, whatever the number of threads. Memory: about 700 bytes a unit and 5 a word.</remarks>
public sealed class IndexBuilder
{
    private readonly int _parallelism;
    private readonly CancellationToken _token;

    private IndexBuilder(int parallelism, CancellationToken token)
    {
        _parallelism = parallelism;
        _token = token;
    }

    /// <summary>Reads the pages and writes the index.</summary>
    /// <param name="pages">Paths of the site's pages, with <c>/</c>; lists among them are passed over.</param>
    /// <param name="read">Gives the bytes of a page; called from many threads.</param>
    /// <param name="write">Takes the path of a file of the index within the site, and its bytes; called from many threads.</param>
    /// <param name="glossary">Abbreviations and what they stand for.</param>
    /// <param name="parallelism">Threads.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="InvalidDataException">A page is none of the theme's, or a unit stands on two pages.</exception>
    public static IndexReport Build(IReadOnlyList<string> pages, Func<string, byte[]> read, Action<string, byte[]> write, IReadOnlyDictionary<string, string> glossary, int parallelism, CancellationToken token) =>
        new IndexBuilder(parallelism, token).Run(pages, read, write, glossary);

    private IndexReport Run(IReadOnlyList<string> pages, Func<string, byte[]> read, Action<string, byte[]> write, IReadOnlyDictionary<string, string> glossary)
    {
        var threads = new ConcurrentDictionary<string, SearchThread>(StringComparer.Ordinal);
        var workers = new ConcurrentBag<Worker>();
        Parallel.ForEach(pages, Options, () => new Worker(), (path, _, worker) => worker.Read(path, read(path), threads), workers.Add);

        var units = new UnitTable(Sort(workers));
        var surfaces = Surfaces(workers);
        var entries = Invert(units, threads);
        var encoded = Encode(entries, units, surfaces);
        var dictionary = new DictionaryFiles();
        foreach (var entry in encoded)
        {
            dictionary.Add(entry);
        }

        var (lists, positions) = dictionary.Finish();
        var spans = Spans(units);
        var words = encoded.Where(entry => entry.Key[0] == FieldKey.Text)
            .Select(entry => (Term: ByteCursor.Text(entry.Key.AsSpan(1)), Units: entry.Text?.Postings ?? 0, Surface: ByteCursor.Text(entry.Surface))).ToList();
        var (wordKeys, wordFiles) = WordListFiles.Write(words, fromTheEnd: false);
        var (endingKeys, endingFiles) = WordListFiles.Write(words, fromTheEnd: true);
        var counted = new CountingWriter(write);
        var root = new IndexRoot
        {
            Units = units.Count,
            Text = units.TextStatistics,
            Title = units.TitleStatistics,
            Classes = [.. units.Classes.Select(unitClass => unitClass.Code)],
            TitleNorms = [.. units.TitleNorms],
            TierLengths = [.. ExcerptTier.All.Select(tier => tier.LongestText == int.MaxValue ? -1 : tier.LongestText)],
            TierSpans = spans,
            Months = Firsts(units, "2015-12".Length).ToDictionary(month => month.Date, month => month.First, StringComparer.Ordinal),
            Keys = dictionary.FirstKeys,
            Words = wordKeys,
            Endings = endingKeys,
            Glossary = glossary,
            DictionaryFolders = Write("dictionary", dictionary.Blocks, true, counted),
            ListFolders = Write("lists", lists, false, counted),
            PositionFolders = Write("positions", positions, false, counted),
            ExcerptFolders = [.. ExcerptFiles.Write(units, threads, spans).Select((files, tier) => Write($"excerpts {tier}", files, true, counted))],
            ClassFolders = Write("classes", [.. units.TextClasses.Chunk(IndexFormat.UnitsPerClassFile)], true, counted),
            WordFolders = Write("words", wordFiles, true, counted),
            EndingFolders = Write("endings", endingFiles, true, counted),
            DayFolders = Write("days", [DayTable(units)], true, counted),
        };
        counted.Write(IndexFormat.Root, root.ToBytes());
        return new IndexReport(units.Count, words.Count(word => word.Units > 0), counted.Files, counted.Bytes);
    }

    private ParallelOptions Options => new() { MaxDegreeOfParallelism = _parallelism, CancellationToken = _token };

    private IReadOnlyList<string> Write(string kind, IReadOnlyList<byte[]?> files, bool isPacked, CountingWriter writer)
    {
        _token.ThrowIfCancellationRequested();
        return ShardFolders.Write(kind, files, isPacked, _parallelism, writer.Write).Folders;
    }

    private static List<IndexedUnit> Sort(IEnumerable<Worker> workers)
    {
        var units = workers.SelectMany(worker => worker.Units).ToList();
        units.Sort((left, right) => string.CompareOrdinal(left.Date, right.Date) is var date && date != 0 ? date : string.CompareOrdinal(left.Id, right.Id));
        for (var i = 1; i < units.Count; i++)
        {
            if (units[i].Id == units[i - 1].Id)
            {
                throw new InvalidDataException($"The unit {units[i].Id} stands on two pages of the site, {units[i - 1].PostPath} and {units[i].PostPath}. Report it.");
            }
        }

        return units;
    }

    /// <summary>Of each term the word it most often stands for in the texts, in small letters.</summary>
    private static Dictionary<string, string> Surfaces(IEnumerable<Worker> workers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, count) in workers.SelectMany(worker => worker.Surfaces))
        {
            counts[word] = counts.GetValueOrDefault(word) + count;
        }

        var analyzer = new EnglishAnalyzer();
        var best = new Dictionary<string, (string Word, int Count)>(StringComparer.Ordinal);
        foreach (var (word, count) in counts)
        {
            foreach (var token in analyzer.Analyze(word))
            {
                var term = token.Term.ToString();
                if (!best.TryGetValue(term, out var other) || count > other.Count || (count == other.Count && string.CompareOrdinal(word, other.Word) < 0))
                {
                    best[term] = (word, count);
                }
            }
        }

        return best.ToDictionary(item => item.Key, item => item.Value.Word, StringComparer.Ordinal);
    }

    private IReadOnlyList<TermEntry> Invert(UnitTable units, ConcurrentDictionary<string, SearchThread> threads)
    {
        var inverted = new InvertedIndex();
        for (var number = 0; number < units.Count; number++)
        {
            if (number % 1024 == 0)
            {
                _token.ThrowIfCancellationRequested();
            }

            inverted.Add(number, units.Units[number], threads[units.Units[number].PostPath]);
        }

        return inverted.Entries();
    }

    private EncodedEntry[] Encode(IReadOnlyList<TermEntry> entries, UnitTable units, Dictionary<string, string> surfaces)
    {
        var encoded = new EncodedEntry[entries.Count];
        Parallel.For(0, entries.Count, Options, () => new EntryEncoder(units), (i, _, encoder) =>
        {
            var term = entries[i].Key[0] == FieldKey.Text ? ByteCursor.Text(entries[i].Key.AsSpan(1)) : null;
            encoded[i] = encoder.Encode(entries[i], term is null ? null : surfaces.GetValueOrDefault(term, term));
            return encoder;
        }, static _ => { });
        return encoded;
    }

    private static List<int> Spans(UnitTable units)
    {
        var inTier = new int[ExcerptTier.All.Count];
        foreach (var unitClass in units.TextClasses)
        {
            inTier[ExcerptTier.Of(units.Classes[unitClass])]++;
        }

        return [.. ExcerptTier.All.Select((tier, i) => tier.Span(units.Count, inTier[i]))];
    }

    /// <summary>The first unit of each distinct beginning of the dates.</summary>
    private static IEnumerable<(string Date, int First)> Firsts(UnitTable units, int length)
    {
        string? before = null;
        for (var number = 0; number < units.Count; number++)
        {
            var date = units.Units[number].Date;
            date = date.Length > length ? date[..length] : date;
            if (date != before)
            {
                yield return (date, number);
                before = date;
            }
        }
    }

    private static byte[] DayTable(UnitTable units)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var (date, first) in Firsts(units, "2015-12-01".Length))
            {
                json.WriteStringValue(date);
                json.WriteNumberValue(first);
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    /// <summary>Reads pages.</summary>
    private sealed class Worker
    {
        private readonly UnitReader _reader = new();
        private readonly UnitAnalyzer _analyzer = new();

        public List<IndexedUnit> Units { get; } = [];

        public IReadOnlyDictionary<string, int> Surfaces => _analyzer.Surfaces;

        public Worker Read(string path, byte[] bytes, ConcurrentDictionary<string, SearchThread> threads)
        {
            UnitPage? page;
            try
            {
                page = _reader.Read(path, bytes);
            }
            catch (InvalidDataException e)
            {
                throw new InvalidDataException($"{path} cannot be read for the search index: {e.Message} Report it.", e);
            }

            if (page is null)
            {
                return this;
            }

            if (page.Part == 1)
            {
                threads[page.PostPath] = new SearchThread(page.PostPath, page.Title, page.Labels, page.Series);
            }

            Units.AddRange(page.Units.Select(unit => _analyzer.Read(page, unit)));
            return this;
        }
    }

    /// <summary>Counts what is written.</summary>
    private sealed class CountingWriter(Action<string, byte[]> write)
    {
        private int _files;
        private long _bytes;

        public int Files => _files;

        public long Bytes => _bytes;

        public void Write(string path, byte[] bytes)
        {
            write(path, bytes);
            _files++;
            _bytes += bytes.Length;
        }
    }
}
