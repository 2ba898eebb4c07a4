namespace Blog.Search.Index;

/// <summary>The postings of a term in one field while they are gathered, unit after unit by ascending number.</summary>
internal sealed class TermPostings
{
    private readonly ByteList _postings = new(); // gap and frequency of each unit, without the frequency of the last
    private readonly ByteList _positions = new();
    private int _unit = -1;
    private int _position;
    private int _frequency;
    private int _total;

    /// <summary>Units so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a place.</summary>
    /// <param name="unit">Its unit's number, not below any before.</param>
    /// <param name="position">Its position in the field, above all before in the unit.</param>
    public void Add(int unit, int position)
    {
        if (unit != _unit)
        {
            if (Count > 0)
            {
                _postings.Number(_frequency);
            }

            _postings.Number(unit - _unit - 1);
            _unit = unit;
            _position = -1;
            _frequency = 0;
            Count++;
        }

        _positions.Number(position - _position - 1);
        _position = position;
        _frequency++;
        _total++;
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
            frequencies[i] = i == Count - 1 ? _frequency : from.Number();
            var position = -1;
            for (var k = 0; k < frequencies[i]; k++)
            {
                position += places.Number() + 1;
                positions[at++] = position;
            }
        }
    }
}
