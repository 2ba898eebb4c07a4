using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Blog.Search.Analysis;
using Blog.Search.Index;

namespace Blog.Gate.Checks;

/// <summary>
/// The search index holds what the pages say and nothing else: every term, position, excerpt and filter of it is decoded and must follow from the staged text of its
/// unit, and every byte of its files must belong to one of them.
/// </summary>
/// <remarks>
/// What the pages say was searched for secrets unit by unit; so what follows from them needs no search of its own, in which the words of all units would stand side by
/// side. The texts are analysed here anew; for each unit the sum of a hash of all (field, term, position) is compared with that of what the index holds of it.
/// </remarks>
internal sealed class IndexCheck
{
    public const string Name = "search index";

    private const string Remedy = "Build again. If it stays, report it.";

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
    /// <param name="findings">Takes what is found.</param>
    /// <param name="parallelism">Threads.</param>
    /// <param name="token">Stops it.</param>
    public static void Run(StagedSite site, IReadOnlyList<StagedUnitReader> pages, ICollection<GateFinding> findings, int parallelism, CancellationToken token)
    {
        if (!site.Files.Any(IndexFiles.Owns))
        {
            return;
        }

        var check = new IndexCheck(site, findings, parallelism, token);
        try
        {
            check.Run(StagedUnits.Of(pages));
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

    private void Run(StagedUnits units)
    {
        var reader = new IndexReader(_site.Read);
        if (!reader.Root.ToBytes().AsSpan().SequenceEqual(_site.Read(IndexFormat.Root)))
        {
            Add(IndexFormat.Root, "holds more than a root does.");
        }

        if (units.Count != reader.Root.Units)
        {
            Add(IndexFormat.Root, string.Create(CultureInfo.InvariantCulture, $"counts {reader.Root.Units:N0} units, and the pages have {units.Count:N0}."));
            return;
        }

        CheckFolders(reader.Root);
        var words = CheckDictionary(reader, units);
        CheckWords(reader.Root, words);
        CheckExcerpts(reader, units);
        CheckClasses(reader.Root, units);
        CheckDates(reader.Root, units);
        foreach (var file in _files.Strays())
        {
            Add(file, "belongs to no search index, so what it holds is not known.");
        }
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

    /// <summary>Compares every entry of the dictionary with the units; returns the sum of the hashes of its words.</summary>
    private long CheckDictionary(IndexReader reader, StagedUnits units)
    {
        var sums = new long[units.Count];
        var words = 0L;
        var streamBytes = new long[Enum.GetValues<StreamKind>().Length];
        Parallel.ForEach(_files.First(reader.Root.DictionaryFolders, reader.BlockCount), _options, () => new EnglishAnalyzer(), (file, _, english) =>
        {
            var entries = DictionaryBlock.Read(Unpack(file.Path));
            if (entries.Count == 0 || ByteCursor.Text(entries[0].Key) != reader.Root.Keys[file.Number])
            {
                Add(IndexFormat.Root, "has a block that begins with another key than the root says.");
            }

            foreach (var entry in entries)
            {
                IEnumerable<PieceRef> pieces = [.. entry.Text?.Pieces ?? [], .. entry.Title?.Pieces ?? [], .. entry.Set is { } set ? new[] { set } : [], .. entry.Text?.Positions ?? [], .. entry.Title?.Positions ?? []];
                foreach (var piece in pieces.Where(piece => piece.Inline is null))
                {
                    Interlocked.Add(ref streamBytes[(int)piece.Stream], piece.Length);
                }

                if ((entry.Text?.Count ?? 0) + (entry.Title?.Count ?? 0) + entry.SetCount == 0)
                {
                    Add(IndexFormat.Root, "has a key that no unit has."); // nothing of it would enter any unit's sum
                }

                if (entry.Key[0] == FieldKey.Text)
                {
                    Interlocked.Add(ref words, StagedUnits.HashOfWord(entry.Term, entry.Text?.Count ?? 0, entry.Surface));
                    if (!units.IsKnownWord(entry, english))
                    {
                        Add(IndexFormat.Root, "shows a word that no text has.");
                    }
                }

                if (!reader.HasRightTitleTexts(entry))
                {
                    Add(IndexFormat.Root, "says beside the titles of a word what the texts do not say of it.");
                }

                if (!AddEntry(reader, entry, units, sums))
                {
                    Add(IndexFormat.Root, "gives a unit another length than its text has.");
                }
            }

            return english;
        }, static _ => { });

        if (units.FirstDifferent(sums) is { } different)
        {
            _findings.Add(new GateFinding(Name, IndexFormat.Root, 0, $"says of the unit {different} what its page does not say, or not all of it.", Remedy) { Place = $"{IndexFormat.Root}#{different}" });
        }

        if (Enum.GetValues<StreamKind>().Any(stream => streamBytes[(int)stream] != _files.Length(_files.All(reader.Root.FoldersOf(stream)))))
        {
            Add(IndexFormat.Root, "has lists whose files hold more than the lists.");
        }

        return words;
    }

    private void CheckWords(IndexRoot root, long words)
    {
        if (SumOf(root.WordFolders, root.Words, static term => term) != words || SumOf(root.EndingFolders, root.Endings, WordListFiles.Reverse) != words)
        {
            Add(IndexFormat.Root, "has a list of words that are not those of its dictionary.");
        }
    }

    private long SumOf(IReadOnlyList<string> folders, IReadOnlyList<string> firsts, Func<string, string> key)
    {
        var sum = 0L;
        foreach (var (number, path) in _files.First(folders, firsts.Count))
        {
            var (lines, first) = StagedUnits.SumOfWords(Unpack(path));
            sum += lines;
            if (key(first) != firsts[number])
            {
                Add(IndexFormat.Root, "has a list of words that begins with another word than the root says.");
            }
        }

        return sum;
    }

    /// <summary>Adds what an entry says of each unit; false where a unit's class is not that of its text.</summary>
    private static bool AddEntry(IndexReader reader, DictionaryEntry entry, StagedUnits units, long[] sums)
    {
        var field = (char)entry.Key[0];
        if (entry.Set is not null)
        {
            var hash = StagedUnits.HashOf(field, entry.Term);
            foreach (var unit in reader.ReadSet(entry))
            {
                Interlocked.Add(ref sums[unit], StagedUnits.Mix(hash, 0));
            }

            return true;
        }

        return AddList(reader, entry.Text, field, entry.Term, isTitle: false, units, sums) & AddList(reader, entry.Title, StagedUnits.TitleField, entry.Term, isTitle: true, units, sums);
    }

    private static bool AddList(IndexReader reader, ListRef? list, char field, string term, bool isTitle, StagedUnits units, long[] sums)
    {
        if (list is null)
        {
            return true;
        }

        var hash = StagedUnits.HashOf(field, term);
        var postings = reader.Read(list, isTitle);
        var positions = list.Positions.Count > 0 ? reader.ReadPositions(list, postings, isTitle) : null;
        var fits = true;
        for (var i = 0; i < postings.Units.Length; i++)
        {
            var unit = postings.Units[i];
            fits &= isTitle
                ? reader.Root.TitleNorms[postings.Classes[i]] == units.TitleNorm(unit)
                : reader.Root.Classes[postings.Classes[i]] == units.Class(unit);
            if (positions is null)
            {
                Interlocked.Add(ref sums[unit], StagedUnits.Mix(hash, postings.Frequencies[i]));
                continue;
            }

            foreach (var position in positions[i])
            {
                Interlocked.Add(ref sums[unit], StagedUnits.Mix(hash, position));
            }
        }

        return fits;
    }

    private void CheckExcerpts(IndexReader reader, StagedUnits units)
    {
        var seen = new bool[units.Count];
        for (var tier = 0; tier < reader.Root.ExcerptFolders.Count; tier++)
        {
            var span = reader.Root.TierSpans[tier];
            Parallel.ForEach(_files.All(reader.Root.ExcerptFolders[tier]), _options, file =>
            {
                var content = Unpack(file.Path);
                var excerpts = UnitExcerpt.ReadFile(content);
                foreach (var (unit, excerpt) in excerpts)
                {
                    if (unit < 0 || unit >= units.Count || unit / span != file.Number || seen[unit] || !units.IsExcerpt(unit, excerpt))
                    {
                        Add(IndexFormat.Root, "shows of a unit what its page does not say.");
                        return;
                    }

                    seen[unit] = true; // a file has its own units, so no other worker asks for this one
                }

                // Written anew from what was read of it: other bytes hold something that no reader reads.
                if (!UnitExcerpt.WriteFile([.. excerpts.OrderBy(item => item.Key).Select(item => (item.Key, item.Value))]).AsSpan().SequenceEqual(content))
                {
                    Add(file.Path, "holds more than excerpts.");
                }
            });
        }

        if (seen.Contains(false))
        {
            Add(IndexFormat.Root, "shows of a unit what its page does not say.");
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
