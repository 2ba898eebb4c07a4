using System.Text;

namespace Blog.Search.Index;

/// <summary>Encodes the lists of one key after the other. One for a worker.</summary>
internal sealed class EntryEncoder
{
    private readonly UnitTable _units;
    private readonly ListWriter _text;
    private readonly ListWriter _title;
    private readonly PositionWriter _positions = new();
    private readonly BitWriter _bits = new();
    private int[] _classes = [];
    private int[] _lengths = [];
    private int[] _partUnits = []; // of one part of a list of texts
    private int[] _partFrequencies = [];
    private int[] _partClasses = [];

    public EntryEncoder(UnitTable units)
    {
        _units = units;
        _text = new ListWriter(units.Count, units.TextFactors);
        _title = new ListWriter(units.Count, units.TitleFactors);
    }

    /// <summary>Encodes a key.</summary>
    /// <param name="entry">What was gathered.</param>
    /// <param name="surface">The word readers know the term by; null for fields other than text.</param>
    public EncodedEntry Encode(TermEntry entry, string? surface)
    {
        if (entry.Set is { } set)
        {
            return new EncodedEntry(entry.Key) { SetCount = set.Count, Set = EncodeSet(set) };
        }

        var hasPositions = entry.Key[0] == FieldKey.Text;
        IReadOnlyList<byte[]> textPositions = [];
        IReadOnlyList<byte[]> titlePositions = [];
        var text = entry.Text is null ? null : EncodeTexts(entry.Text, hasPositions, out textPositions);
        var title = entry.Title is null ? null : EncodeTitles(entry.Title, hasPositions, out titlePositions);
        return new EncodedEntry(entry.Key)
        {
            Surface = surface is null ? [] : Encoding.UTF8.GetBytes(surface),
            Text = text,
            TextPositions = textPositions,
            Title = title,
            TitleTexts = title is null ? [] : EncodeTitleTexts(entry.Text),
            TitlePositions = titlePositions,
        };
    }

    private byte[] EncodeTitleTexts(TermPostings? text)
    {
        int[] units = [];
        int[] frequencies = [];
        text?.Read(out units, out frequencies, out _);
        return TitleTexts.Write(_bits, _title.Head, units, frequencies, unit => _units.TextClasses[unit], ListWriter.ClassBits(_units.TextFactors.Length));
    }

    // The texts of posts are long and would come last by score, and yet most first hits are posts, found by their titles: in a part of their own, what the texts add to those is
    // fetched without the whole list.
    private PartedList EncodeTexts(TermPostings postings, bool hasPositions, out IReadOnlyList<byte[]> pieces)
    {
        var (units, frequencies) = ReadList(postings, _units.TextClasses, _units.TextLengths, hasPositions, out pieces);
        if (_partUnits.Length < units.Length)
        {
            _partUnits = new int[_classes.Length];
            _partFrequencies = new int[_classes.Length];
            _partClasses = new int[_classes.Length];
        }

        return new PartedList(WritePart(ofPosts: true), WritePart(ofPosts: false));

        ScoredList WritePart(bool ofPosts)
        {
            var count = 0;
            for (var i = 0; i < units.Length; i++)
            {
                if (_classes[i] >= _units.FirstPostClass == ofPosts)
                {
                    _partUnits[count] = units[i];
                    _partFrequencies[count] = frequencies[i];
                    _partClasses[count++] = _classes[i];
                }
            }

            return _text.Write(_partUnits.AsSpan(0, count), _partFrequencies.AsSpan(0, count), _partClasses.AsSpan(0, count), ofPosts);
        }
    }

    private ScoredList EncodeTitles(TermPostings postings, bool hasPositions, out IReadOnlyList<byte[]> pieces)
    {
        var (units, frequencies) = ReadList(postings, _units.TitleClasses, _units.TitleLengths, hasPositions, out pieces);
        return _title.Write(units, frequencies, _classes.AsSpan(0, units.Length));
    }

    /// <summary>Units and frequencies of a list, and its positions encoded; the classes are left in <see cref="_classes"/>.</summary>
    private (int[] Units, int[] Frequencies) ReadList(TermPostings postings, ReadOnlySpan<byte> classOf, ReadOnlySpan<int> lengthOf, bool hasPositions, out IReadOnlyList<byte[]> pieces)
    {
        postings.Read(out var units, out var frequencies, out var positions);
        if (_classes.Length < units.Length)
        {
            _classes = new int[units.Length];
            _lengths = new int[units.Length];
        }

        for (var i = 0; i < units.Length; i++)
        {
            _classes[i] = classOf[units[i]];
            _lengths[i] = lengthOf[_classes[i]];
        }

        pieces = hasPositions ? _positions.Write(frequencies, _lengths.AsSpan(0, units.Length), positions) : [];
        return (units, frequencies);
    }

    private byte[] EncodeSet(IReadOnlyList<int> set)
    {
        int[] numbers;
        if (set.Count * 2 <= _units.Count)
        {
            numbers = [.. set];
        }
        else
        {
            var has = new bool[_units.Count];
            foreach (var number in set)
            {
                has[number] = true;
            }

            numbers = [.. Enumerable.Range(0, _units.Count).Where(number => !has[number])];
        }

        _bits.Ascending(numbers, 0, _units.Count - 1);
        return _bits.Take();
    }
}
