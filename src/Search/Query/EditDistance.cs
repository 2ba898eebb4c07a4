using System.Text;

namespace Blog.Search.Query;

/// <summary>Counts slips between two words: letters put in, left out, changed, or exchanged with the next (optimal string alignment, Damerau 1964).</summary>
public static class EditDistance
{
    /// <summary>The number of slips; null where there are more than <paramref name="most"/>.</summary>
    public static int? Between(ReadOnlySpan<Rune> left, ReadOnlySpan<Rune> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return null;
        }

        var width = right.Length + 1;
        Span<int> rows = width * 3 <= 1024 ? stackalloc int[width * 3] : new int[width * 3];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var current = rows[(2 * width)..];
        for (var k = 0; k < width; k++)
        {
            last[k] = k;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var k = 1; k < width; k++)
            {
                var cost = left[i - 1] == right[k - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(last[k] + 1, current[k - 1] + 1), last[k - 1] + cost);
                if (i > 1 && k > 1 && left[i - 1] == right[k - 2] && left[i - 2] == right[k - 1])
                {
                    value = Math.Min(value, before[k - 2] + 1);
                }

                current[k] = value;
                best = Math.Min(best, value);
            }

            if (best > most)
            {
                return null; // rows only grow
            }

            var free = before;
            before = last;
            last = current;
            current = free;
        }

        return last[^1] <= most ? last[^1] : null;
    }
}
