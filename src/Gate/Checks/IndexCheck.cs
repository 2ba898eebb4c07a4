using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
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
internal sealed partial class IndexCheck
{
    public const string Name = "search index";

    private const string Remedy = "Build again. If it stays, report it.";

    private readonly StagedSite _site;
    private readonly ICollection<GateFinding> _findings;
    private readonly ParallelOptions _options;

    private IndexCheck(StagedSite site, ICollection<GateFinding> findings, int parallelism, CancellationToken token)
    {
        _site = site;
        _findings = findings;
        _options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = token };
    }

    /// <summary>Whether a file belongs to the index, so that this check answers for it.</summary>
    public static bool Owns(string file) => file == IndexFormat.Root || ShardName().IsMatch(file);

    /// <summary>Checks the index of a site; a site without one has none to check.</summary>
    public static void Run(StagedSite site, ICollection<GateFinding> findings, int parallelism, CancellationToken token)
    {
        if (!site.Files.Any(Owns))
        {
            return;
        }

        try
        {
            new IndexCheck(site, findings, parallelism, token).Run();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException or AggregateException { InnerExceptions: [InvalidDataException or IOException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException, ..] })
        {
            findings.Add(new GateFinding(Name, IndexFormat.Root, 0, "cannot be read, so what it holds is not known.", Remedy));
        }
    }

    private void Run()
    {
        var reader = new IndexReader(_site.Read);
        if (!reader.Root.ToBytes().AsSpan().SequenceEqual(_site.Read(IndexFormat.Root)))
        {
            Add(IndexFormat.Root, "holds more than a root does.");
        }

        var units = StagedUnits.Read(_site, _options);
        if (units.Count != reader.Root.Units)
        {
            Add(IndexFormat.Root, string.Create(CultureInfo.InvariantCulture, $"counts {reader.Root.Units:N0} units, and the pages have {units.Count:N0}."));
            return;
        }

        CheckFiles(reader);
        CheckDictionary(reader, units);
        CheckExcerpts(reader, units);
        CheckDates(reader, units);
    }

    private void CheckDictionary(IndexReader reader, StagedUnits units)
    {
        var sums = new long[units.Count];
        var words = 0L;
        var listBytes = 0L;
        var positionBytes = 0L;
        var wrong = new ConcurrentQueue<string>();
        Parallel.For(0, reader.BlockCount, _options, block =>
        {
            var entries = reader.Block(block);
            if (entries.Count == 0 || ByteCursor.Text(entries[0].Key) != reader.Root.Keys[block])
            {
                wrong.Enqueue("has a block that begins with another key than the root says.");
            }

            foreach (var entry in entries)
            {
                foreach (var piece in (IEnumerable<PieceRef>)[.. entry.Text?.Pieces ?? [], .. entry.Title?.Pieces ?? [], .. entry.Set is { } set ? new[] { set } : []])
                {
                    Interlocked.Add(ref listBytes, piece.Inline is null ? piece.Length : 0);
                }

                foreach (var piece in (IEnumerable<PieceRef>)[.. entry.Text?.Positions ?? [], .. entry.Title?.Positions ?? []])
                {
                    Interlocked.Add(ref positionBytes, piece.Inline is null ? piece.Length : 0);
                }

                if (entry.Key[0] == FieldKey.Text && !units.IsKnownWord(entry))
                {
                    wrong.Enqueue("shows a word that no text has.");
                }

                if (entry.Key[0] == FieldKey.Text)
                {
                    Interlocked.Add(ref words, StagedUnits.HashOfWord(entry.Term, entry.Text?.Count ?? 0, entry.Surface));
                }

                if (!reader.HasRightTitleTexts(entry))
                {
                    wrong.Enqueue("says beside the titles of a word what the texts do not say of it.");
                }

                if (!AddEntry(reader, entry, units, sums))
                {
                    wrong.Enqueue("gives a unit another length than its text has.");
                }
            }
        });

        foreach (var what in wrong.Distinct())
        {
            Add(IndexFormat.Root, what);
        }

        var different = units.FirstDifferent(sums);
        if (different is not null)
        {
            _findings.Add(new GateFinding(Name, IndexFormat.Root, 0, $"says of the unit {different} what its page does not say, or not all of it.", Remedy) { Place = $"{IndexFormat.Root}#{different}" });
        }

        if (listBytes != Length(reader.Root.ListFolders) || positionBytes != Length(reader.Root.PositionFolders))
        {
            Add(IndexFormat.Root, "has lists whose files hold more than the lists.");
        }

        if (words != StagedUnits.SumOfWords(Unpacked(reader.Root.WordFolders)) || words != StagedUnits.SumOfWords(Unpacked(reader.Root.EndingFolders)))
        {
            Add(IndexFormat.Root, "has a list of words that are not those of its dictionary.");
        }
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
        var seen = 0;
        var isSame = 1;
        Parallel.ForEach(reader.Root.ExcerptFolders.SelectMany(folders => Paths(folders)), _options, path =>
        {
            foreach (var (unit, excerpt) in reader.ExcerptsOf(path))
            {
                Interlocked.Increment(ref seen);
                if (unit >= units.Count || !units.IsExcerpt(unit, excerpt))
                {
                    Interlocked.Exchange(ref isSame, 0);
                }
            }
        });

        if (isSame == 0 || seen != units.Count)
        {
            Add(IndexFormat.Root, "shows of a unit what its page does not say.");
        }

        for (var unit = 0; unit < units.Count; unit++)
        {
            if (reader.Root.Classes[reader.ClassOf(unit)] != units.Class(unit))
            {
                Add(IndexFormat.Root, "gives a unit another length than its text has.");
                break;
            }
        }
    }

    private void CheckDates(IndexReader reader, StagedUnits units)
    {
        if (!reader.Days().SequenceEqual(units.Firsts("2015-12-01".Length)) || !reader.Root.Months.Select(month => (month.Key, month.Value)).SequenceEqual(units.Firsts("2015-12".Length)))
        {
            Add(IndexFormat.Root, "has a table of days that is not that of the pages.");
        }
    }

    /// <summary>Every file of the index is named by the root, and what is packed holds nothing behind its content.</summary>
    private void CheckFiles(IndexReader reader)
    {
        IReadOnlyList<string> packed =
        [
            .. Paths(reader.Root.DictionaryFolders), .. reader.Root.ExcerptFolders.SelectMany(Paths), .. Paths(reader.Root.ClassFolders),
            .. Paths(reader.Root.WordFolders), .. Paths(reader.Root.EndingFolders), .. Paths(reader.Root.DayFolders),
        ];
        var known = packed.Concat(Paths(reader.Root.ListFolders)).Concat(Paths(reader.Root.PositionFolders)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in _site.Files.Where(file => Owns(file) && file != IndexFormat.Root && !known.Contains(file)))
        {
            Add(file, "belongs to no search index, so what it holds is not known.");
        }

        Parallel.ForEach(packed, _options, file =>
        {
            if (!IsWhole(_site.Read(file)))
            {
                lock (_findings)
                {
                    Add(file, "holds more than is packed in it.");
                }
            }
        });
    }

    /// <summary>RFC 1952: a header of ten bytes without a name or comment, and at the end the CRC and length of what is packed.</summary>
    private static bool IsWhole(byte[] file)
    {
        if (file.Length < 18 || file[0] != 0x1F || file[1] != 0x8B || file[2] != 8 || file[3] != 0)
        {
            return false;
        }

        var content = ShardFolders.Unpack(file);
        var trailer = file.AsSpan(file.Length - 8);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer) == PackedCrc.Of(content) && BinaryPrimitives.ReadInt32LittleEndian(trailer[4..]) == content.Length;
    }

    /// <summary>The files of a kind that lie in the site.</summary>
    private IEnumerable<string> Paths(IReadOnlyList<string> folders) =>
        folders.Where(folder => folder.Length > 0).SelectMany(folder => FilesIn(IndexFormat.Folder + folder + "/"));

    private List<string> FilesIn(string folder) => Folders.TryGetValue(folder, out var files) ? files : [];

    private Dictionary<string, List<string>> Folders => field ??= _site.Files.Where(Owns)
        .GroupBy(file => file[..(file.LastIndexOf('/') + 1)], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    private long Length(IReadOnlyList<string> folders) => Paths(folders).Sum(path => new FileInfo(Path.Combine(_site.Root, path)).Length);

    private IEnumerable<byte[]> Unpacked(IReadOnlyList<string> folders) => Paths(folders).Select(path => ShardFolders.Unpack(_site.Read(path)));

    private void Add(string file, string what) => _findings.Add(new GateFinding(Name, file, 0, what, Remedy));

    [GeneratedRegex(@"\Asearch/[0-9a-f]{12}/[0-9]{1,2}\.bin\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShardName();
}
