namespace Blog.Search.Index;

/// <summary>Writes the list of a term's postings, the ones that score highest first, in pieces that can be fetched one by one.</summary>
/// <remarks>
/// Postings with the same frequency and the same class of unit score alike: they form a group, and the groups stand by falling score. A piece holds a number of
/// groups; a group that a piece's end parts goes on in the next. See <c>docs/search-format.md</c>.
/// </remarks>
internal sealed class ListWriter
{
    private readonly BitWriter _bits = new();
    private readonly int _units;
    private readonly int _classBits;
    private readonly float[] _factors;
    private long[] _order = [];
    private int[] _numbers = [];
    private int[] _head = [];

    /// <param name="units">All units of the index; unit numbers are below it.</param>
    /// <param name="factors"><see cref="Bm25.NormFactor"/> of each class.</param>
    public ListWriter(int units, float[] factors)
    {
        _units = units;
        _factors = factors;
        _classBits = ClassBits(factors.Length);
    }

    /// <summary>Units of the last list's first piece, in the order in which they were written.</summary>
    public ReadOnlySpan<int> Head => _head;

    /// <summary>Bits that a class takes.</summary>
    public static int ClassBits(int classes) => classes <= 1 ? 0 : System.Numerics.BitOperations.Log2((uint)(classes - 1)) + 1;

    /// <summary>Writes a list.</summary>
    /// <param name="units">Numbers of the units, ascending.</param>
    /// <param name="frequencies">The term's frequency in each.</param>
    /// <param name="classes">The class of each.</param>
    public ScoredList Write(ReadOnlySpan<int> units, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> classes)
    {
        var order = Order(units, frequencies, classes);
        _head = new int[IndexFormat.Pieces(units.Length).First()];
        for (var i = 0; i < _head.Length; i++)
        {
            _head[i] = units[(int)(order[i] & int.MaxValue)];
        }

        var pieces = new List<ListPiece>();
        var at = 0;
        foreach (var count in IndexFormat.Pieces(units.Length))
        {
            var first = (int)(order[at] & int.MaxValue);
            pieces.Add(new ListPiece(WritePiece(order.Slice(at, count), units, frequencies, classes), frequencies[first], classes[first]));
            at += count;
        }

        return new ScoredList(units.Length, pieces);
    }

    /// <summary>Indices into the postings: by falling score of frequency and class, then by class and frequency, then by unit.</summary>
    private ReadOnlySpan<long> Order(ReadOnlySpan<int> units, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> classes)
    {
        if (_order.Length < units.Length)
        {
            _order = new long[units.Length];
            _numbers = new int[units.Length];
        }

        // A group's rank among the groups, then the posting's place: one sort of plain numbers.
        var groups = new Dictionary<(int Frequency, int Class), int>();
        for (var i = 0; i < units.Length; i++)
        {
            groups.TryAdd((frequencies[i], classes[i]), 0);
        }

        var rank = 0;
        foreach (var group in groups.Keys
            .OrderByDescending(group => group.Frequency * _factors[group.Class]) // the score rises with this product alone
            .ThenBy(group => group.Class)
            .ThenBy(group => group.Frequency)
            .ToList())
        {
            groups[group] = rank++;
        }

        for (var i = 0; i < units.Length; i++)
        {
            _order[i] = ((long)groups[(frequencies[i], classes[i])] << 32) | (uint)i;
        }

        var order = _order.AsSpan(0, units.Length);
        order.Sort();
        return order;
    }

    private byte[] WritePiece(ReadOnlySpan<long> order, ReadOnlySpan<int> units, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> classes)
    {
        for (var at = 0; at < order.Length;)
        {
            var group = order[at] >> 32;
            var end = at;
            while (end < order.Length && order[end] >> 32 == group)
            {
                _numbers[end - at] = units[(int)(order[end] & int.MaxValue)];
                end++;
            }

            var first = (int)(order[at] & int.MaxValue);
            _bits.Gamma(frequencies[first]);
            _bits.Bits((uint)classes[first], _classBits);
            _bits.Gamma(end - at);
            _bits.Ascending(_numbers.AsSpan(0, end - at), 0, _units - 1);
            at = end;
        }

        return _bits.Take();
    }
}
