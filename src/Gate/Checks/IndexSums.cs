using Blog.Gate.Reuse;
using Blog.Search.Index;

namespace Blog.Gate.Checks;

/// <summary>What blocks of a dictionary say, summed up: of each unit the hashes of its terms and places, of the words, and how many bytes their pieces take of each stream.</summary>
/// <remarks>Safe for many threads. What was added with the sign of -1 is taken away again: so an index that is mostly one that was checked needs only the blocks in which the two differ.</remarks>
internal sealed class IndexSums(int units)
{
    private static readonly int Streams = Enum.GetValues<StreamKind>().Length;

    private readonly long[] _units = new long[units];
    private readonly long[] _streamBytes = new long[Streams];
    private long _words;

    /// <summary>The sum of each unit, as <see cref="StagedUnit.Sum"/>.</summary>
    public long[] Units => _units;

    /// <summary>Sum of the hashes of all words.</summary>
    public long Words => _words;

    /// <summary>Bytes of the pieces in each stream, by <see cref="StreamKind"/>.</summary>
    public long[] StreamBytes => _streamBytes;

    /// <summary>Adds a block.</summary>
    /// <param name="reader">Reads its lists.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="sign">1, or -1 to take it away.</param>
    /// <returns>The files it leans on.</returns>
    public KnownBlock Add(IndexReader reader, IReadOnlyList<DictionaryEntry> entries, int sign)
    {
        var first = new int[Streams];
        var last = new int[Streams];
        Array.Fill(first, int.MaxValue);
        Array.Fill(last, -1);
        foreach (var entry in entries)
        {
            foreach (var piece in PiecesOf(entry).Where(piece => piece.Inline is null))
            {
                var stream = (int)piece.Stream;
                Interlocked.Add(ref _streamBytes[stream], sign * (long)piece.Length);
                first[stream] = Math.Min(first[stream], piece.File);
                last[stream] = Math.Max(last[stream], piece.File);
            }

            if (entry.Key[0] == FieldKey.Text)
            {
                Interlocked.Add(ref _words, sign * StagedUnits.HashOfWord(entry.Term, entry.Text?.Count ?? 0, entry.Surface));
            }

            AddEntry(reader, entry, sign);
        }

        return new KnownBlock(first, last);
    }

    private static IEnumerable<PieceRef> PiecesOf(DictionaryEntry entry) =>
        [.. entry.Text?.Pieces ?? [], .. entry.Title?.Pieces ?? [], .. entry.Set is { } set ? new[] { set } : [], .. entry.Text?.Positions ?? [], .. entry.Title?.Positions ?? []];

    private void AddEntry(IndexReader reader, DictionaryEntry entry, long sign)
    {
        var field = (char)entry.Key[0];
        if (entry.Set is not null)
        {
            var hash = sign * StagedUnits.Mix(StagedUnits.HashOf(field, entry.Term), 0);
            foreach (var unit in reader.ReadSet(entry))
            {
                Interlocked.Add(ref _units[unit], hash);
            }

            return;
        }

        AddList(reader, entry.Text, StagedUnits.HashOf(field, entry.Term), isTitle: false, sign);
        AddList(reader, entry.Title, StagedUnits.HashOf(StagedUnits.TitleField, entry.Term), isTitle: true, sign);
    }

    private void AddList(IndexReader reader, ListRef? list, long hash, bool isTitle, long sign)
    {
        if (list is null)
        {
            return;
        }

        var postings = reader.Read(list, isTitle);
        var positions = list.Positions.Count > 0 ? reader.ReadPositions(list, postings, isTitle) : null;
        var codes = isTitle ? reader.Root.TitleNorms : reader.Root.Classes;
        for (var i = 0; i < postings.Units.Length; i++)
        {
            var sum = 0L;
            if (positions is null)
            {
                sum = StagedUnits.Mix(hash, postings.Frequencies[i]);
            }
            else
            {
                foreach (var position in positions[i])
                {
                    sum += StagedUnits.Mix(hash, position);
                }
            }

            Interlocked.Add(ref _units[postings.Units[i]], sign * sum * StagedUnits.Weight(codes[postings.Classes[i]]));
        }
    }
}
