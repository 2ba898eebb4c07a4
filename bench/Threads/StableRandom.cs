namespace Blog.Bench.Threads;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine and version, which <see cref="Random"/> does not promise.</summary>
public sealed class StableRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to but not including <paramref name="limit"/>.</summary>
    public int Below(int limit)
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        z ^= z >> 31;
        return (int)(z % (ulong)limit);
    }

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True in <paramref name="percent"/> of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
