using System.Runtime.InteropServices;

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
    private readonly Dictionary<long, int> _byKey = [];
    private readonly List<(long Key, int Count)> _keys = [];
    private readonly List<Rank> _ranks = [];
    private readonly List<int> _starts = []; // where each group begins in the order, and the end
    private int[] _order = [];
    private int[] _groups = []; // of each posting
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

    /// <summary>Units of the first piece of what was last written, in the order in which they were written.</summary>
    public ReadOnlySpan<int> Head => _head;

    /// <summary>Bits that a class takes.</summary>
    public static int ClassBits(int classes) => classes <= 1 ? 0 : System.Numerics.BitOperations.Log2((uint)(classes - 1)) + 1;

    /// <summary>Writes a list, or one of the parts of a list of texts.</summary>
    /// <param name="units">Numbers of the units, ascending.</param>
    /// <param name="frequencies">The term's frequency in each.</param>
    /// <param name="classes">The class of each.</param>
    /// <param name="ofPosts">Whether it is the part of the posts.</param>
    public ScoredList Write(ReadOnlySpan<int> units, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> classes, bool ofPosts = false)
    {
        if (units.IsEmpty)
        {
            return new ScoredList(0, []);
        }

        var order = Order(frequencies, classes);
        _head = new int[IndexFormat.Pieces(units.Length, ofPosts).First()];
        for (var i = 0; i < _head.Length; i++)
        {
            _head[i] = units[order[i]];
        }

        var pieces = new List<ListPiece>();
        int at = 0, group = 0;
        foreach (var count in IndexFormat.Pieces(units.Length, ofPosts))
        {
            var first = order[at];
            pieces.Add(new ListPiece(WritePiece(order, at, at + count, ref group, units, frequencies, classes), frequencies[first], classes[first]));
            at += count;
        }

        return new ScoredList(units.Length, pieces);
    }

    /// <summary>Indices into the postings: by falling score of frequency and class, then by class and frequency, then by unit. The places of the groups are left in <see cref="_starts"/>.</summary>
    private ReadOnlySpan<int> Order(ReadOnlySpan<int> frequencies, ReadOnlySpan<int> classes)
    {
        var count = frequencies.Length;
        if (_order.Length < count)
        {
            _order = new int[count];
            _groups = new int[count];
            _numbers = new int[count];
        }

        // The groups and how many postings each has, then each posting to its place: postings come by unit, and stay so within their group.
        _byKey.Clear();
        _keys.Clear();
        for (var i = 0; i < count; i++)
        {
            var key = ((long)frequencies[i] << 8) | (uint)classes[i]; // a class takes a byte
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out var isKnown);
            if (!isKnown)
            {
                group = _keys.Count;
                _keys.Add((key, 0));
            }

            _groups[i] = group;
            CollectionsMarshal.AsSpan(_keys)[group].Count++;
        }

        _ranks.Clear();
        for (var group = 0; group < _keys.Count; group++)
        {
            var (frequency, unitClass) = (Frequency(_keys[group].Key), Class(_keys[group].Key));
            _ranks.Add(new Rank(frequency * _factors[unitClass], unitClass, frequency, group)); // the score rises with this product alone
        }

        _ranks.Sort(ByScore);
        var next = new int[_keys.Count];
        _starts.Clear();
        var at = 0;
        foreach (var rank in _ranks)
        {
            _starts.Add(at);
            next[rank.Group] = at;
            at += _keys[rank.Group].Count;
        }

        _starts.Add(count);
        for (var i = 0; i < count; i++)
        {
            _order[next[_groups[i]]++] = i;
        }

        return _order.AsSpan(0, count);

        static int Frequency(long key) => (int)(key >> 8);

        static int Class(long key) => (int)(key & 0xff);
    }

    // group: the one in which the piece begins; afterwards the one in which the next begins.
    private byte[] WritePiece(ReadOnlySpan<int> order, int at, int end, ref int group, ReadOnlySpan<int> units, ReadOnlySpan<int> frequencies, ReadOnlySpan<int> classes)
    {
        while (at < end)
        {
            var groupEnd = Math.Min(end, _starts[group + 1]);
            for (var i = at; i < groupEnd; i++)
            {
                _numbers[i - at] = units[order[i]];
            }

            _bits.Gamma(frequencies[order[at]]);
            _bits.Bits((uint)classes[order[at]], _classBits);
            _bits.Gamma(groupEnd - at);
            _bits.Ascending(_numbers.AsSpan(0, groupEnd - at), 0, _units - 1);
            at = groupEnd;
            group += groupEnd == _starts[group + 1] ? 1 : 0;
        }

        return _bits.Take();
    }

    private static int ByScore(Rank left, Rank right)
    {
        var order = right.Score.CompareTo(left.Score);
        order = order != 0 ? order : left.Class.CompareTo(right.Class);
        return order != 0 ? order : left.Frequency.CompareTo(right.Frequency);
    }

    /// <summary>What says where a group stands among the others.</summary>
    private readonly record struct Rank(float Score, int Class, int Frequency, int Group);
}
