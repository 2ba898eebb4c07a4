namespace Blog.Search.Index;

/// <summary>Where the terms of a field stand. First all places are counted, then they are added in the order of the units.</summary>
/// <remarks>Eight bytes a place, in arrays of about a million of neighbouring terms: what is read in the order of the terms can be let go by and by.</remarks>
/// <param name="terms">How many terms there are; their numbers are below.</param>
internal sealed class TermPlaces(int terms)
{
    private const int ArrayLength = 1 << 20;

    private readonly int[] _counts = new int[terms];
    private readonly int[] _next = new int[terms];
    private readonly long[][] _arrays = new long[terms][]; // in which the places of each term stand

    /// <summary>Counts a place of a term.</summary>
    public void Count(int term) => _counts[term]++;

    /// <summary>Ends the counting.</summary>
    public void Begin()
    {
        for (int first = 0, end = 0; first < _counts.Length; first = end)
        {
            var length = 0;
            for (; end < _counts.Length && (end == first || length + (long)_counts[end] <= ArrayLength); end++)
            {
                _next[end] = length;
                length += _counts[end];
            }

            Array.Fill(_arrays, new long[length], first, end - first);
        }
    }

    /// <summary>Adds a place that was counted.</summary>
    /// <param name="term">The term.</param>
    /// <param name="unit">Its unit's number, not below any before.</param>
    /// <param name="position">Its position in the field, above all before in the unit.</param>
    public void Add(int term, int unit, int position) => _arrays[term][_next[term]++] = ((long)unit << 32) | (uint)position;

    /// <summary>The places of a term, once all were added; null for none.</summary>
    public TermPostings? Of(int term) => _counts[term] == 0 ? null : new TermPostings(_arrays[term].AsMemory(_next[term] - _counts[term], _counts[term]));
}
