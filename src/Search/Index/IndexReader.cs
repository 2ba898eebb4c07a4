using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Blog.Search.Index;

/// <summary>Reads the index of a site: what the browser reads, by the same format.</summary>
/// <remarks>Safe for many threads. Blocks and files are read once and kept.</remarks>
public sealed class IndexReader
{
    private readonly Func<string, byte[]> _read;
    private readonly ConcurrentDictionary<int, IReadOnlyList<DictionaryEntry>> _blocks = new();
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(int Tier, int File), IReadOnlyDictionary<int, UnitExcerpt>> _excerpts = new();
    private readonly byte[][] _firstKeys;

    /// <param name="read">Gives the bytes of a file of the site by its path.</param>
    /// <exception cref="InvalidDataException">There is no index of this format.</exception>
    public IndexReader(Func<string, byte[]> read)
    {
        _read = read;
        Root = IndexRoot.Read(read(IndexFormat.Root));
        _firstKeys = [.. Root.Keys.Select(Encoding.UTF8.GetBytes)];
        TextLengths = [.. Root.Classes.Select(unitClass => FieldNorm.Decode((byte)unitClass))];
        TitleLengths = [.. Root.TitleNorms.Select(norm => FieldNorm.Decode((byte)norm))];
    }

    /// <summary>The root.</summary>
    public IndexRoot Root { get; }

    /// <summary>Length of a text for scoring, by class.</summary>
    public IReadOnlyList<int> TextLengths { get; }

    /// <summary>Length of a title for scoring, by its class.</summary>
    public IReadOnlyList<int> TitleLengths { get; }

    /// <summary>How many blocks the dictionary has.</summary>
    public int BlockCount => _firstKeys.Length;

    /// <summary>The entry of a key; null for none.</summary>
    internal DictionaryEntry? Find(char field, string term)
    {
        var key = FieldKey.Of(field, term);
        var block = BlockOf(key);
        return block < 0 ? null : Block(block).FirstOrDefault(entry => entry.Key.AsSpan().SequenceEqual(key));
    }

    /// <summary>All entries whose key begins with a field and a beginning of terms, in order.</summary>
    internal IEnumerable<DictionaryEntry> StartingWith(char field, string start)
    {
        var key = FieldKey.Of(field, start);
        for (var block = Math.Max(0, BlockOf(key)); block < _firstKeys.Length; block++)
        {
            foreach (var entry in Block(block))
            {
                if (entry.Key.AsSpan().StartsWith(key))
                {
                    yield return entry;
                }
                else if (entry.Key.AsSpan().SequenceCompareTo(key) > 0)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>The entries of a block.</summary>
    internal IReadOnlyList<DictionaryEntry> Block(int block) =>
        _blocks.GetOrAdd(block, number => DictionaryBlock.Read(ShardFolders.Unpack(_read(ShardFolders.PathOf(Root.DictionaryFolders, number)))));

    /// <summary>A whole scored list.</summary>
    /// <param name="list">The list; null gives an empty one.</param>
    /// <param name="isTitle">Whether it is one of titles.</param>
    internal PostingList Read(ListRef? list, bool isTitle)
    {
        if (list is null)
        {
            return PostingList.Empty;
        }

        var units = new int[list.Count];
        var frequencies = new int[list.Count];
        var classes = new int[list.Count];
        var places = new int[list.Count];
        var classBits = ListWriter.ClassBits(isTitle ? TitleLengths.Count : TextLengths.Count);
        var at = 0;
        foreach (var piece in list.Pieces)
        {
            ReadPiece(piece, classBits, units.AsSpan(at, piece.Postings), frequencies.AsSpan(at, piece.Postings), classes.AsSpan(at, piece.Postings));
            at += piece.Postings;
        }

        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Array.Sort(units, places);
        return new PostingList(units, [.. places.Select(place => frequencies[place])], [.. places.Select(place => classes[place])]);
    }

    /// <summary>Whether an entry says of the texts of its titles what their list says, to the last bit.</summary>
    internal bool HasRightTitleTexts(DictionaryEntry entry)
    {
        if (entry.Title is not { } title)
        {
            return entry.TitleTexts.Length == 0;
        }

        var head = new int[title.Pieces[0].Postings];
        ReadPiece(title.Pieces[0], ListWriter.ClassBits(TitleLengths.Count), head, new int[head.Length], new int[head.Length]);
        var text = Read(entry.Text, isTitle: false);
        return TitleTexts.Write(new BitWriter(), head, text.Units, text.Frequencies, ClassOf, ListWriter.ClassBits(TextLengths.Count)).AsSpan().SequenceEqual(entry.TitleTexts);
    }

    private void ReadPiece(PieceRef piece, int classBits, Span<int> units, Span<int> frequencies, Span<int> classes)
    {
        var bits = new BitReader(Bytes(piece));
        for (var at = 0; at < units.Length;)
        {
            var frequency = bits.Gamma();
            var unitClass = (int)bits.Bits(classBits);
            var count = bits.Gamma();
            if (at == 0 && piece.First is { } first && first != (frequency, unitClass))
            {
                throw new InvalidDataException("A list of the search index begins otherwise than its dictionary says.");
            }

            if (count > units.Length - at)
            {
                throw new InvalidDataException("A list of the search index holds more than it says.");
            }

            bits.Ascending(units.Slice(at, count), 0, Root.Units - 1);
            frequencies.Slice(at, count).Fill(frequency);
            classes.Slice(at, count).Fill(unitClass);
            at += count;
        }

        bits.End();
    }

    /// <summary>Positions of a list, unit after unit in the order of <paramref name="postings"/>.</summary>
    internal int[][] ReadPositions(ListRef list, PostingList postings, bool isTitle)
    {
        var lengths = isTitle ? TitleLengths : TextLengths;
        var result = new int[postings.Units.Length][];
        for (var piece = 0; piece < list.Positions.Count; piece++)
        {
            var bits = new BitReader(Bytes(list.Positions[piece]));
            var start = piece * IndexFormat.UnitsPerPositionPiece;
            for (var i = start; i < Math.Min(postings.Units.Length, start + IndexFormat.UnitsPerPositionPiece); i++)
            {
                var low = PositionWriter.LowBits(lengths[postings.Classes[i]], postings.Frequencies[i]);
                var positions = new int[postings.Frequencies[i]];
                var before = -1;
                for (var k = 0; k < positions.Length; k++)
                {
                    before += bits.Rice(low) + 1;
                    positions[k] = before;
                }

                result[i] = positions;
            }

            bits.End();
        }

        return result;
    }

    /// <summary>Numbers of a set, ascending.</summary>
    internal int[] ReadSet(DictionaryEntry entry)
    {
        if (entry.Set is null)
        {
            throw new ArgumentException("The key has no set.", nameof(entry));
        }

        var isInverse = entry.SetCount * 2 > Root.Units;
        var numbers = new int[isInverse ? Root.Units - entry.SetCount : entry.SetCount];
        var bits = new BitReader(Bytes(entry.Set));
        bits.Ascending(numbers, 0, Root.Units - 1);
        bits.End();
        return isInverse ? [.. Enumerable.Range(0, Root.Units).Except(numbers)] : numbers;
    }

    /// <summary>What a result shows.</summary>
    /// <param name="unit">The unit's number.</param>
    /// <param name="unitClass">Its class, as its postings give it or <see cref="ClassOf"/>.</param>
    public UnitExcerpt Excerpt(int unit, int unitClass)
    {
        var code = Root.Classes[unitClass];
        var tier = ExcerptTier.Of(new UnitClass(code >= 256, (byte)code));
        var file = unit / Root.TierSpans[tier];
        return _excerpts.GetOrAdd((tier, file), key => UnitExcerpt.ReadFile(ShardFolders.Unpack(_read(ShardFolders.PathOf(Root.ExcerptFolders[key.Tier], key.File)))))[unit];
    }

    /// <summary>All excerpts of a file, by unit number.</summary>
    public IReadOnlyDictionary<int, UnitExcerpt> ExcerptsOf(string path) => UnitExcerpt.ReadFile(ShardFolders.Unpack(_read(path)));

    /// <summary>The class of a unit.</summary>
    public int ClassOf(int unit) => ClassFile(unit / IndexFormat.UnitsPerClassFile)[unit % IndexFormat.UnitsPerClassFile];

    /// <summary>The first unit of each day with units, in order; undated units come first, under an empty day, and a month without a day before its days.</summary>
    public IReadOnlyList<(string Day, int First)> Days()
    {
        using var json = JsonDocument.Parse(ShardFolders.Unpack(_read(ShardFolders.PathOf(Root.DayFolders, 0))));
        var days = new List<(string Day, int First)>();
        var items = json.RootElement.EnumerateArray().ToList();
        for (var i = 0; i + 1 < items.Count; i += 2)
        {
            days.Add((items[i].GetString() ?? string.Empty, items[i + 1].GetInt32()));
        }

        return days;
    }

    /// <summary>All terms of texts and titles with the number of units in whose text they stand and the word readers know them by, in order.</summary>
    public IEnumerable<(string Term, int Units, string Surface)> Words()
    {
        for (var file = 0; file < Root.Words.Count; file++)
        {
            foreach (var line in Encoding.UTF8.GetString(ShardFolders.Unpack(_read(ShardFolders.PathOf(Root.WordFolders, file)))).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = line.Split('\t');
                yield return (parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), parts.Length > 2 ? parts[2] : parts[0]);
            }
        }
    }

    private byte[] ClassFile(int file) => _files.GetOrAdd(ShardFolders.PathOf(Root.ClassFolders, file), path => ShardFolders.Unpack(_read(path)));

    private ReadOnlySpan<byte> Bytes(PieceRef piece)
    {
        if (piece.Inline is not null)
        {
            return piece.Inline;
        }

        var file = _files.GetOrAdd(ShardFolders.PathOf(Root.FoldersOf(piece.Stream), piece.File), _read);
        return piece.Offset + piece.Length <= file.Length
            ? file.AsSpan(piece.Offset, piece.Length)
            : throw new InvalidDataException("A file of the search index is too short.");
    }

    /// <summary>The last block whose first key is not above a key; -1 where the key is below all.</summary>
    private int BlockOf(ReadOnlySpan<byte> key)
    {
        int low = 0, high = _firstKeys.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_firstKeys[middle].AsSpan().SequenceCompareTo(key) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
