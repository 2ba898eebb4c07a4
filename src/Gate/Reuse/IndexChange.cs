using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Blog.Gate.Checks;
using Blog.Search.Index;

namespace Blog.Gate.Reuse;

/// <summary>In what an index and its pages are other than those a check found clean, so that the check of all that is the same need not be done again.</summary>
/// <remarks>
/// What a block of the dictionary says of each unit depends on its bytes, on the files its lists lie in, and on a few values of the root. Where all of these are as they were, so is what it says: in both indexes the sums of
/// the other blocks are made, and their difference must be the difference of what the pages say. The blocks that were are read from the published site, each file by the hash under which it was checked.
/// <para>Only for the same units under the same numbers: in any other case there is no change but a new index, which is checked whole.</para>
/// </remarks>
internal sealed class IndexChange
{
    private readonly KnownIndex _known;
    private readonly IReadOnlyDictionary<string, string> _hashes;
    private readonly IReadOnlyDictionary<int, (StagedUnit Before, StagedUnit Now)> _units;

    private IndexChange(KnownIndex known, IndexReader before, IReadOnlyDictionary<string, string> hashes, IReadOnlyDictionary<int, (StagedUnit Before, StagedUnit Now)> units)
    {
        _known = known;
        _hashes = hashes;
        _units = units;
        Before = before;
    }

    /// <summary>The index that was.</summary>
    public IndexReader Before { get; }

    /// <summary>Sum of the hashes of the words that were.</summary>
    public long Words => _known.Words;

    /// <summary>Bytes of the pieces that were, by stream.</summary>
    public IReadOnlyList<long> StreamBytes => _known.StreamBytes;

    /// <summary>Units whose excerpt is another.</summary>
    public IEnumerable<int> OtherExcerpts => _units.Where(unit => unit.Value.Before.Excerpt != unit.Value.Now.Excerpt).Select(unit => unit.Key);

    /// <summary>Finds what has changed; null where too much has, or nothing is known.</summary>
    /// <param name="reuse">Knows the index and the pages that were.</param>
    /// <param name="hashes">The hashes of the files of the index now.</param>
    /// <param name="root">Root of the index now.</param>
    /// <param name="units">What the pages say now.</param>
    public static IndexChange? Of(GateReuse? reuse, IReadOnlyDictionary<string, string> hashes, IndexRoot root, StagedUnits units)
    {
        if (reuse?.IndexBefore is not { } known || reuse.ChangedUnits(units.Count) is not { } pages || Pairs(pages, units) is not { } pairs)
        {
            return null;
        }

        try
        {
            var before = new IndexReader(path => Read(reuse.Published, path, known));
            return IsLike(before.Root, root) ? new IndexChange(known, before, hashes, pairs) : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a block says what it said, and then the files it leans on.</summary>
    public bool TryBlock(int number, IndexRoot root, [NotNullWhen(true)] out KnownBlock? block)
    {
        block = number < _known.Blocks.Count ? _known.Blocks[number] : null;
        if (block is null || root.Keys[number] != Before.Root.Keys[number] || !IsSame(Before.Root.DictionaryFolders, root.DictionaryFolders, number))
        {
            return false;
        }

        foreach (var stream in Enum.GetValues<StreamKind>())
        {
            for (var file = block.First[(int)stream]; file <= block.Last[(int)stream]; file++)
            {
                if (!IsSame(Before.Root.FoldersOf(stream), root.FoldersOf(stream), file))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Numbers of the blocks that were and are no longer so.</summary>
    public IReadOnlyList<int> OtherBlocks(IndexRoot root) => [.. Enumerable.Range(0, Before.BlockCount).Where(number => number >= root.Keys.Count || !TryBlock(number, root, out _))];

    /// <summary>Whether a file of a kind has the bytes it had.</summary>
    /// <param name="before">The folders of its kind as they were.</param>
    /// <param name="now">The folders of its kind now.</param>
    /// <param name="number">Its number.</param>
    public bool IsSame(IReadOnlyList<string> before, IReadOnlyList<string> now, int number) =>
        HashBefore(before, number) is { } hash && number / IndexFormat.FilesPerFolder < now.Count && _hashes.GetValueOrDefault(ShardFolders.PathOf(now, number)) == hash;

    /// <summary>Paths, in the published site, of the excerpts of a tier that were and are no longer so.</summary>
    public IEnumerable<string> OtherExcerptFiles(int tier, IndexRoot root)
    {
        var folders = Before.Root.ExcerptFolders[tier];
        return Enumerable.Range(0, folders.Count * IndexFormat.FilesPerFolder)
            .Where(number => HashBefore(folders, number) is not null && !IsSame(folders, root.ExcerptFolders[tier], number))
            .Select(number => ShardFolders.PathOf(folders, number));
    }

    /// <summary>The id of a unit of which the index's sum changed otherwise than the page's; null for none.</summary>
    /// <param name="sums">By how much the index's sum of each unit changed.</param>
    /// <param name="units">The units.</param>
    public string? FirstDifferent(long[] sums, StagedUnits units)
    {
        for (var unit = 0; unit < sums.Length; unit++)
        {
            if (sums[unit] != (_units.TryGetValue(unit, out var pair) ? pair.Now.Sum - pair.Before.Sum : 0))
            {
                return units.Id(unit);
            }
        }

        return null;
    }

    private string? HashBefore(IReadOnlyList<string> folders, int number) =>
        number / IndexFormat.FilesPerFolder < folders.Count ? _known.Files.GetValueOrDefault(ShardFolders.PathOf(folders, number)) : null;

    private static byte[] Read(string published, string path, KnownIndex known)
    {
        var bytes = File.ReadAllBytes(Path.Combine(published, path));
        return known.Files.GetValueOrDefault(path) == Convert.ToHexStringLower(SHA256.HashData(bytes)) ? bytes : throw new InvalidDataException("A file of the published index is not the one that was checked.");
    }

    /// <summary>Whether lists, classes and excerpts are read in the same way.</summary>
    private static bool IsLike(IndexRoot before, IndexRoot now) =>
        before.Units == now.Units && before.Classes.SequenceEqual(now.Classes) && before.TitleNorms.SequenceEqual(now.TitleNorms)
        && before.TierSpans.SequenceEqual(now.TierSpans) && before.TierLengths.SequenceEqual(now.TierLengths) && before.ExcerptFolders.Count == now.ExcerptFolders.Count;

    /// <summary>The units of changed pages as they were and are, by number; null where a thread or the row of its units is another.</summary>
    private static Dictionary<int, (StagedUnit Before, StagedUnit Now)>? Pairs(IReadOnlyList<(KnownUnits Before, KnownUnits Now)> pages, StagedUnits units)
    {
        var pairs = new Dictionary<string, (StagedUnit Before, StagedUnit Now)>(StringComparer.Ordinal);
        foreach (var (before, now) in pages)
        {
            var isSameThread = before.PostPath == now.PostPath && before.Part == now.Part && before.Title == now.Title && before.Series == now.Series && before.Labels.SequenceEqual(now.Labels, StringComparer.Ordinal);
            if (!isSameThread || before.Units.Count != now.Units.Count || !before.Units.Zip(now.Units).All(pair => IsSameUnit(pair.First, pair.Second)))
            {
                return null;
            }

            foreach (var (unitBefore, unitNow) in before.Units.Zip(now.Units).Where(pair => pair.First != pair.Second))
            {
                pairs[unitNow.Id] = (unitBefore, unitNow);
            }
        }

        return units.ByNumber(pairs);
    }

    // What stands beside the titles of a word tells of the texts' classes: a post whose class is another may stand in blocks that have not changed.
    private static bool IsSameUnit(StagedUnit before, StagedUnit now) =>
        before.Id == now.Id && before.Date == now.Date && before.TitleNorm == now.TitleNorm && (before.TitleNorm < 0 || before.Class == now.Class);
}
