namespace Blog.Vault;

/// <summary>A set of row ids, one bit each: rows are counted up from 1, so 400,000 of them take 50 kB.</summary>
internal sealed class RowSet
{
    private ulong[] _bits = new ulong[64];

    /// <summary>How many rows are in it.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a row; false where it was in already.</summary>
    public bool Add(long row)
    {
        var word = checked((int)(row >> 6));
        if (word >= _bits.Length)
        {
            Array.Resize(ref _bits, Math.Max(word + 1, _bits.Length * 2));
        }

        var bit = 1UL << (int)(row & 63);
        if ((_bits[word] & bit) != 0)
        {
            return false;
        }

        _bits[word] |= bit;
        Count++;
        return true;
    }

    /// <summary>Whether a row is in it.</summary>
    public bool Contains(long row) => row >> 6 < _bits.Length && (_bits[row >> 6] & (1UL << (int)(row & 63))) != 0;

    /// <summary>The rows, ascending.</summary>
    public IEnumerable<long> Rows()
    {
        for (var word = 0; word < _bits.Length; word++)
        {
            for (var bits = _bits[word]; bits != 0; bits &= bits - 1)
            {
                yield return ((long)word << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits);
            }
        }
    }
}
