using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Blog.Gate.Reuse;
using Blog.Search.Analysis;
using Blog.Search.Index;

namespace Blog.Gate.Checks;

/// <summary>
/// The search index holds what the pages say and nothing else: every term, position, excerpt and filter of it is decoded and must follow from the staged text of its
/// unit, and every byte of its files must belong to one of them.
/// </summary>
/// <remarks>
/// What the pages say was searched for secrets unit by unit; so what follows from them needs no search of its own, in which the words of all units would stand side by
/// side. The texts are analysed here anew; for each unit the sum of a hash of all (field, term, position), weighted by its class, is compared with that of what the index holds of it. Of an index that is mostly one that
/// was checked before, what is the same is not decoded again (<see cref="IndexChange"/>).
/// </remarks>
internal sealed class IndexCheck
{
    public const string Name = "search index";

    private const string Remedy = "Build again. If it stays, report it.";

    private const string NoWord = "shows a word that no text has.";

    private const string OtherExcerpt = "shows of a unit what its page does not say.";

    private readonly StagedSite _site;
    private readonly IndexFiles _files;
    private readonly ICollection<GateFinding> _findings;
    private readonly ParallelOptions _options;
    private readonly ConcurrentDictionary<(string File, string What), bool> _wrong = new();

    private IndexCheck(StagedSite site, ICollection<GateFinding> findings, int parallelism, CancellationToken token)
    {
        _site = site;
        _files = new IndexFiles(site);
        _findings = findings;
        _options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = token };
    }

    /// <summary>Checks the index of a site; a site without one has none to check.</summary>
    /// <param name="site">The site.</param>
    /// <param name="pages">What was read of its pages.</param>
    /// <param name="reuse">Knows the index that was checked last, and takes down this one where nothing is found; null to check everything and keep nothing.</param>
    /// <param name="findings">Takes what is found.</param>
    /// <param name="parallelism">Threads.</param>
    /// <param name="token">Stops it.</param>
    public static void Run(StagedSite site, IReadOnlyList<StagedUnitReader> pages, GateReuse? reuse, ICollection<GateFinding> findings, int parallelism, CancellationToken token)
    {
        if (!site.Files.Any(IndexFiles.Owns))
        {
            return;
        }

        var check = new IndexCheck(site, findings, parallelism, token);
        try
        {
            var index = check.Run(StagedUnits.Of(pages), reuse);
            if (findings.Count == 0 && check._wrong.IsEmpty)
            {
                reuse?.CleanIndex(index);
            }
        }
        catch (Exception e) when (IsBroken(e) || e is AggregateException { InnerExceptions: var inner } && inner.All(IsBroken))
        {
            check.Add(IndexFormat.Root, "cannot be read, so what it holds is not known.");
        }

        foreach (var (file, what) in check._wrong.Keys)
        {
            findings.Add(new GateFinding(Name, file, 0, what, Remedy));
        }
    }

    /// <summary>What of the root follows from no page, to be searched for secrets: the glossary of <c>site.yml</c>, each word and meaning a line. Empty where the root cannot be read.</summary>
    public static byte[] Glossary(ReadOnlySpan<byte> root)
    {
        try
        {
            return Encoding.UTF8.GetBytes(string.Join("\n\n", IndexRoot.Read(root).Glossary.SelectMany(entry => new[] { entry.Key, entry.Value })));
        }
        catch (InvalidDataException)
        {
            return []; // the check of the index reports it
        }
    }

    private static bool IsBroken(Exception e) =>
        e is InvalidDataException or IOException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException or JsonException or InvalidOperationException or FormatException or OverflowException;

    /// <returns>What the next check may take over; null where the index could not be looked into.</returns>
    private KnownIndex? Run(StagedUnits units, GateReuse? reuse)
    {
        var reader = new IndexReader(_site.Read);
        if (!reader.Root.ToBytes().AsSpan().SequenceEqual(_site.Read(IndexFormat.Root)))
        {
            Add(IndexFormat.Root, "holds more than a root does.");
        }

        if (units.Count != reader.Root.Units)
        {
            Add(IndexFormat.Root, string.Create(CultureInfo.InvariantCulture, $"counts {reader.Root.Units:N0} units, and the pages have {units.Count:N0}."));
            return null;
        }

        CheckFolders(reader.Root);
        var hashes = reuse is null ? new Dictionary<string, string>() : _files.Hashes(_options);
        var change = IndexChange.Of(reuse, hashes, reader.Root, units);
        var index = CheckDictionary(reader, units, reuse, change);
        CheckWords(reader.Root, index.Words, units);
        CheckExcerpts(reader, units, change);
        CheckClasses(reader.Root, units);
        CheckDates(reader.Root, units);
        foreach (var file in _files.Strays())
        {
            Add(file, "belongs to no search index, so what it holds is not known.");
        }

        return index with { Files = hashes };
    }

    private void CheckFolders(IndexRoot root)
    {
        IEnumerable<string> folders =
        [
            .. root.DictionaryFolders, .. root.ListFolders, .. root.PostListFolders, .. root.PositionFolders, .. root.ExcerptFolders.SelectMany(tier => tier), .. root.ClassFolders, .. root.WordFolders, .. root.EndingFolders, .. root.DayFolders,
        ];
        if (!folders.All(_files.HasFolder))
        {
            Add(IndexFormat.Root, "names a folder that is not there.");
        }
    }

    /// <summary>Compares every entry of the dictionary with the units; after a change, the blocks in which it lies with its like among the pages.</summary>
    private KnownIndex CheckDictionary(IndexReader reader, StagedUnits units, GateReuse? reuse, IndexChange? change)
    {
        var sums = new IndexSums(units.Count);
        var files = _files.First(reader.Root.DictionaryFolders, reader.BlockCount);
        var blocks = new KnownBlock[files.Count];
        var decoded = 0;
        Parallel.ForEach(files, _options, () => new EnglishAnalyzer(), (file, _, english) =>
        {
            if (change is null || !change.TryBlock(file.Number, reader.Root, out var known))
            {
                var entries = DictionaryBlock.Read(Unpack(file.Path));
                CheckEntries(reader, entries, reader.Root.Keys[file.Number], units, english);
                known = sums.Add(reader, entries, 1);
                Interlocked.Increment(ref decoded);
            }

            blocks[file.Number] = known;
            return english;
        }, static _ => { });
        Parallel.ForEach(change?.OtherBlocks(reader.Root) ?? [], _options, block => sums.Add(change!.Before, change.Before.Block(block), -1)); // not null: there is none otherwise

        if ((change is null ? units.FirstDifferent(sums.Units) : change.FirstDifferent(sums.Units, units)) is { } different)
        {
            _findings.Add(new GateFinding(Name, IndexFormat.Root, 0, $"says of the unit {different} what its page does not say, or not all of it.", Remedy) { Place = $"{IndexFormat.Root}#{different}" });
        }

        long[] streamBytes = [.. sums.StreamBytes.Select((bytes, stream) => bytes + (change?.StreamBytes[stream] ?? 0))];
        if (Enum.GetValues<StreamKind>().Any(stream => streamBytes[(int)stream] != _files.Length(_files.All(reader.Root.FoldersOf(stream)))))
        {
            Add(IndexFormat.Root, "has lists whose files hold more than the lists.");
        }

        if (reuse is not null)
        {
            reuse.KnownBlocks = blocks.Length - decoded;
        }

        return new KnownIndex(new Dictionary<string, string>(), blocks, sums.Words + (change?.Words ?? 0), streamBytes);
    }

    private void CheckEntries(IndexReader reader, IReadOnlyList<DictionaryEntry> entries, string firstKey, StagedUnits units, EnglishAnalyzer english)
    {
        if (entries.Count == 0 || ByteCursor.Text(entries[0].Key) != firstKey)
        {
            Add(IndexFormat.Root, "has a block that begins with another key than the root says.");
        }

        foreach (var entry in entries)
        {
            if ((entry.Text?.Count ?? 0) + (entry.Title?.Count ?? 0) + entry.SetCount == 0)
            {
                Add(IndexFormat.Root, "has a key that no unit has."); // nothing of it would enter any unit's sum
            }

            if (entry.Key[0] == FieldKey.Text && !StagedUnits.IsWordOf(entry, english))
            {
                Add(IndexFormat.Root, NoWord);
            }

            if (!reader.HasRightTitleTexts(entry))
            {
                Add(IndexFormat.Root, "says beside the titles of a word what the texts do not say of it.");
            }
        }
    }

    private void CheckWords(IndexRoot root, long words, StagedUnits units)
    {
        if (SumOf(root.WordFolders, root.Words, static term => term, units) != words || SumOf(root.EndingFolders, root.Endings, WordListFiles.Reverse, units) != words)
        {
            Add(IndexFormat.Root, "has a list of words that are not those of its dictionary.");
        }
    }

    private long SumOf(IReadOnlyList<string> folders, IReadOnlyList<string> firsts, Func<string, string> key, StagedUnits units)
    {
        var sum = 0L;
        foreach (var (number, path) in _files.First(folders, firsts.Count))
        {
            var (lines, first, areKnown) = units.SumOfWords(Unpack(path));
            sum += lines;
            if (!areKnown)
            {
                Add(IndexFormat.Root, NoWord);
            }

            if (key(first) != firsts[number])
            {
                Add(IndexFormat.Root, "has a list of words that begins with another word than the root says.");
            }
        }

        return sum;
    }

    private void CheckExcerpts(IndexReader reader, StagedUnits units, IndexChange? change)
    {
        var seen = new bool[units.Count];
        if (change is not null)
        {
            // Each unit stands in one file; where that is as it was, it was seen there.
            Array.Fill(seen, true);
            foreach (var path in Enumerable.Range(0, reader.Root.ExcerptFolders.Count).SelectMany(tier => change.OtherExcerptFiles(tier, reader.Root)))
            {
                change.Before.ExcerptsOf(path).Keys.ToList().ForEach(unit => seen[unit] = false);
            }

            if (change.OtherExcerpts.Any(unit => seen[unit]))
            {
                Add(IndexFormat.Root, OtherExcerpt);
            }
        }

        for (var tier = 0; tier < reader.Root.ExcerptFolders.Count; tier++)
        {
            var (span, folders) = (reader.Root.TierSpans[tier], reader.Root.ExcerptFolders[tier]);
            var before = change?.Before.Root.ExcerptFolders[tier];
            Parallel.ForEach(_files.All(folders), _options, file =>
            {
                if (change is null || !change.IsSame(before!, folders, file.Number)) // not null: there is a change
                {
                    CheckExcerptFile(file.Path, unit => unit >= 0 && unit < seen.Length && unit / span == file.Number, units, seen);
                }
            });
        }

        if (seen.Contains(false))
        {
            Add(IndexFormat.Root, OtherExcerpt);
        }
    }

    private void CheckExcerptFile(string path, Func<int, bool> isHere, StagedUnits units, bool[] seen)
    {
        var content = Unpack(path);
        var excerpts = UnitExcerpt.ReadFile(content);
        foreach (var (unit, excerpt) in excerpts)
        {
            if (!isHere(unit) || seen[unit] || !units.IsExcerpt(unit, excerpt))
            {
                Add(IndexFormat.Root, OtherExcerpt);
                return;
            }

            seen[unit] = true; // a file has its own units, so no other worker asks for this one
        }

        // Written anew from what was read of it: other bytes hold something that no reader reads.
        if (!UnitExcerpt.WriteFile([.. excerpts.OrderBy(item => item.Key).Select(item => (item.Key, item.Value))]).AsSpan().SequenceEqual(content))
        {
            Add(path, "holds more than excerpts.");
        }
    }

    private void CheckClasses(IndexRoot root, StagedUnits units)
    {
        foreach (var (number, path) in _files.First(root.ClassFolders, (units.Count + IndexFormat.UnitsPerClassFile - 1) / IndexFormat.UnitsPerClassFile))
        {
            var first = number * IndexFormat.UnitsPerClassFile;
            var count = Math.Min(IndexFormat.UnitsPerClassFile, units.Count - first);
            if (!Unpack(path).Select(place => root.Classes[place]).SequenceEqual(Enumerable.Range(first, count).Select(units.Class)))
            {
                Add(IndexFormat.Root, "gives a unit another length than its text has.");
            }
        }
    }

    private void CheckDates(IndexRoot root, StagedUnits units)
    {
        var days = Unpack(_files.First(root.DayFolders, 1)[0].Path);
        if (!days.AsSpan().SequenceEqual(DayTable(units)) || !root.Months.Select(month => (month.Key, month.Value)).SequenceEqual(units.Firsts("2015-12".Length)))
        {
            Add(IndexFormat.Root, "has a table of days that is not that of the pages.");
        }
    }

    private static byte[] DayTable(StagedUnits units)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var (date, first) in units.Firsts("2015-12-01".Length))
            {
                json.WriteStringValue(date);
                json.WriteNumberValue(first);
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    private byte[] Unpack(string path)
    {
        var content = PackedFile.Unpack(_site.Read(path), out var isWhole);
        if (!isWhole)
        {
            Add(path, "holds more than is packed in it.");
        }

        return content;
    }

    private void Add(string file, string what) => _wrong.TryAdd((file, what), true);
}
