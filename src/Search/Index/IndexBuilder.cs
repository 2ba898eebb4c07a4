using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>Makes the search index of a staged site out of its pages: the files that will be published, not the records they came from.</summary>
/// <remarks>The same pages give the same bytes, whatever the number of threads and whatever was known of them. Memory: about 600 bytes a unit and 9 a word.</remarks>
public sealed class IndexBuilder
{
    private const int EntriesAtOnce = 1024;

    private readonly int _parallelism;
    private readonly CancellationToken _token;
    private readonly IndexReuse? _reuse;

    private IndexBuilder(int parallelism, IndexReuse? reuse, CancellationToken token)
    {
        _reuse = reuse;
        _parallelism = parallelism;
        _token = token;
    }

    /// <summary>Reads the pages and writes the index.</summary>
    /// <param name="pages">Paths of the site's pages, with <c>/</c>; lists among them are passed over.</param>
    /// <param name="open">Opens a page for reading; called from many threads.</param>
    /// <param name="write">Takes the path of a file of the index within the site, and its bytes; called from many threads.</param>
    /// <param name="glossary">Abbreviations and what they stand for.</param>
    /// <param name="parallelism">Threads.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="InvalidDataException">A page is none of the theme's, or a unit stands on two pages.</exception>
    public static IndexReport Build(IReadOnlyList<string> pages, Func<string, Stream> open, Action<string, byte[]> write, IReadOnlyDictionary<string, string> glossary, int parallelism, CancellationToken token) =>
        Build(pages, open, write, glossary, null, parallelism, token);

    /// <summary>As <see cref="Build(IReadOnlyList{string}, Func{string, Stream}, Action{string, byte[]}, IReadOnlyDictionary{string, string}, int, CancellationToken)"/>, sparing pages that were read for the index before.</summary>
    /// <param name="pages">Paths of the site's pages.</param>
    /// <param name="open">Opens a page; not asked for one that is known.</param>
    /// <param name="write">Takes the files of the index.</param>
    /// <param name="glossary">Abbreviations and what they stand for.</param>
    /// <param name="reuse">Knows pages; null to read all and keep nothing.</param>
    /// <param name="parallelism">Threads.</param>
    /// <param name="token">Stops it.</param>
    public static IndexReport Build(IReadOnlyList<string> pages, Func<string, Stream> open, Action<string, byte[]> write, IReadOnlyDictionary<string, string> glossary, IndexReuse? reuse, int parallelism, CancellationToken token) =>
        new IndexBuilder(parallelism, reuse, token).Run(pages, open, write, glossary);

    private IndexReport Run(IReadOnlyList<string> pages, Func<string, Stream> open, Action<string, byte[]> write, IReadOnlyDictionary<string, string> glossary)
    {
        var workers = new ConcurrentBag<Worker>();
        // The loop asks for a worker every few moments; one that knows the words already is given again.
        Parallel.ForEach(pages, Options, () => workers.TryTake(out var free) ? free : new Worker(), (path, _, worker) => worker.Read(path, open, _reuse), workers.Add);

        var read = workers.SelectMany(worker => worker.Pages).ToList();
        var threads = read.Where(page => page is { Part: 1, PostPath.Length: > 0 }).ToDictionary(page => page.PostPath, page => new SearchThread(page.PostPath, page.Title, page.Labels, page.Series), StringComparer.Ordinal);
        var units = new UnitTable(Sort(read));
        var dictionary = new DictionaryFiles();
        var common = new CommonWords();
        var entries = InvertedIndex.Of(common, units.Units, threads, _token);
        _reuse?.Write(read, common);
        var words = Encode(entries, units, common.Surfaces(), dictionary);
        var streams = dictionary.Finish();
        var excerpts = new ExcerptFiles(units, threads);
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
            TierSpans = excerpts.Spans,
            Months = Firsts(units, "2015-12".Length).ToDictionary(month => month.Date, month => month.First, StringComparer.Ordinal),
            Keys = dictionary.FirstKeys,
            Words = wordKeys,
            Endings = endingKeys,
            Glossary = glossary,
            DictionaryFolders = Write("dictionary", dictionary.Blocks, true, counted),
            ListFolders = Write("lists", streams[StreamKind.Lists], false, counted),
            PostListFolders = Write("post lists", streams[StreamKind.PostLists], false, counted),
            PositionFolders = Write("positions", streams[StreamKind.Positions], false, counted),
            ExcerptFolders = [.. excerpts.Spans.Select((_, tier) => Write($"excerpts {tier}", excerpts.Count(tier), file => excerpts.File(tier, file), true, counted))],
            ClassFolders = Write("classes", [.. units.TextClasses.Chunk(IndexFormat.UnitsPerClassFile)], true, counted),
            WordFolders = Write("words", wordFiles, true, counted),
            EndingFolders = Write("endings", endingFiles, true, counted),
            DayFolders = Write("days", [DayTable(units)], true, counted),
        };
        counted.Write(IndexFormat.Root, root.ToBytes());
        return new IndexReport(units.Count, words.Count(word => word.Units > 0), counted.Files, counted.Bytes);
    }

    private ParallelOptions Options => new() { MaxDegreeOfParallelism = _parallelism, CancellationToken = _token };

    private IReadOnlyList<string> Write(string kind, IReadOnlyList<byte[]> files, bool isPacked, CountingWriter writer) => Write(kind, files.Count, i => files[i], isPacked, writer);

    private IReadOnlyList<string> Write(string kind, int count, Func<int, byte[]?> file, bool isPacked, CountingWriter writer)
    {
        _token.ThrowIfCancellationRequested();
        return ShardFolders.Write(kind, count, file, isPacked, _parallelism, writer.Write).Folders;
    }

    private static List<IndexedUnit> Sort(IEnumerable<ReadPage> pages)
    {
        var units = pages.SelectMany(page => page.Units).ToList();
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

    /// <summary>Writes the dictionary; what was gathered for a key is let go when it is written.</summary>
    /// <returns>The terms of texts and titles, in order, with the number of units in whose text they stand and the word readers know them by.</returns>
    private List<(string Term, int Units, string Surface)> Encode(TermEntry?[] entries, UnitTable units, Dictionary<string, string> surfaces, DictionaryFiles dictionary)
    {
        var words = new List<(string Term, int Units, string Surface)>();
        var encoders = new ConcurrentBag<EntryEncoder>();
        for (var start = 0; start < entries.Length; start += EntriesAtOnce)
        {
            var encoded = new EncodedEntry[Math.Min(EntriesAtOnce, entries.Length - start)];
            Parallel.For(0, encoded.Length, Options, () => encoders.TryTake(out var free) ? free : new EntryEncoder(units), (i, _, encoder) =>
            {
                var entry = entries[start + i]!; // not null: each is taken once
                entries[start + i] = null;
                var term = entry.Key[0] == FieldKey.Text ? ByteCursor.Text(entry.Key.AsSpan(1)) : null;
                encoded[i] = encoder.Encode(entry, term is null ? null : surfaces.GetValueOrDefault(term, term));
                return encoder;
            }, encoders.Add);
            foreach (var entry in encoded)
            {
                dictionary.Add(entry);
                if (entry.Key[0] == FieldKey.Text)
                {
                    words.Add((ByteCursor.Text(entry.Key.AsSpan(1)), entry.Text?.Postings ?? 0, ByteCursor.Text(entry.Surface)));
                }
            }
        }

        return words;
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
        private byte[] _page = new byte[64 * 1024];

        public List<ReadPage> Pages { get; } = [];

        public Worker Read(string path, Func<string, Stream> open, IndexReuse? reuse)
        {
            Pages.Add(reuse is not null && reuse.TryPage(path, out var known) ? known : Read(path, open));
            return this;
        }

        private ReadPage Read(string path, Func<string, Stream> open)
        {
            UnitPage? page;
            try
            {
                page = _reader.Read(path, Bytes(path, open));
            }
            catch (InvalidDataException e)
            {
                throw new InvalidDataException($"{path} cannot be read for the search index: {e.Message} Report it.", e);
            }

            return page is null
                ? new ReadPage(path, string.Empty, 0, string.Empty, [], string.Empty, [])
                : new ReadPage(path, page.PostPath, page.Part, page.Title, page.Labels, page.Series, [.. page.Units.Select(unit => _analyzer.Read(page, unit))]);
        }

        /// <summary>The page, in a buffer that is used for the next one too.</summary>
        private ReadOnlySpan<byte> Bytes(string path, Func<string, Stream> open)
        {
            using var stream = open(path);
            var length = 0;
            for (int read; (read = stream.Read(_page, length, _page.Length - length)) > 0;)
            {
                length += read;
                if (length == _page.Length)
                {
                    Array.Resize(ref _page, length * 2);
                }
            }

            return _page.AsSpan(0, length);
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
