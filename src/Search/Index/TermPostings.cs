namespace Blog.Search.Index;

/// <summary>The postings of a term while the index is made.</summary>
/// <param name="places">Where it stands, at least once: the unit's number in the upper half, the position in the lower; ascending.</param>
internal sealed class TermPostings(ReadOnlyMemory<long> places)
{
    /// <summary>The units, the term's frequency in each, and all positions, unit after unit.</summary>
    public void Read(out int[] units, out int[] frequencies, out int[] positions)
    {
        var span = places.Span;
        var count = 1;
        for (var i = 1; i < span.Length; i++)
        {
            count += span[i] >> 32 != span[i - 1] >> 32 ? 1 : 0;
        }

        units = new int[count];
        frequencies = new int[count];
        positions = new int[span.Length];
        var at = -1;
        var before = -1;
        for (var i = 0; i < span.Length; i++)
        {
            var unit = (int)(span[i] >> 32);
            if (unit != before)
            {
                units[++at] = unit;
                before = unit;
            }

            frequencies[at]++;
            positions[i] = (int)span[i];
        }
    }
}
