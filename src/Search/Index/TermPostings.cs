namespace Blog.Search.Index;

/// <summary>The postings of a term in one field while they are gathered, unit after unit by ascending number.</summary>
internal sealed class TermPostings
{
    private readonly ByteList _postings = new();
    private readonly ByteList _positions = new();
    private int _last = -1;
    private int _total;

    /// <summary>Units so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a unit.</summary>
    /// <param name="unit">Its number, above all before.</param>
    /// <param name="positions">Positions in its field, ascending, at least one.</param>
    public void Add(int unit, ReadOnlySpan<int> positions)
    {
        _postings.Number(unit - _last - 1);
        _postings.Number(positions.Length);
        var before = -1;
        foreach (var position in positions)
        {
            _positions.Number(position - before - 1);
            before = position;
        }

        _last = unit;
        _total += positions.Length;
        Count++;
    }

    /// <summary>Gives them back.</summary>
    public void Read(out int[] units, out int[] frequencies, out int[] positions)
    {
        units = new int[Count];
        frequencies = new int[Count];
        positions = new int[_total];
        var from = new ByteCursor(_postings.Span);
        var places = new ByteCursor(_positions.Span);
        var unit = -1;
        var at = 0;
        for (var i = 0; i < Count; i++)
        {
            unit += from.Number() + 1;
            units[i] = unit;
            frequencies[i] = from.Number();
            var position = -1;
            for (var k = 0; k < frequencies[i]; k++)
            {
                position += places.Number() + 1;
                positions[at++] = position;
            }
        }
    }
}
