using System.Globalization;

namespace Blog.Import;

/// <summary>
/// Tells repeated ids of a source apart, so that the second entry under an id neither vanishes nor overwrites the first.
/// </summary>
/// <remarks>
/// Holds 64 bits an id in an open table (8 MB for 400,000 comments), since the reader must not grow with the archive. Ids are numbers
/// below 2^64 in every real export and stand for themselves; longer ones are hashed (FNV-1a), where a clash costs no more than a
/// needless number behind an id.
/// </remarks>
internal sealed class SeenIds
{
    private const ulong Free = 0;

    private readonly Dictionary<ulong, int> _repeats = [];
    private ulong[] _table = new ulong[1024];
    private int _count;

    /// <summary>The id, or with <c>-2</c>, <c>-3</c> … behind it where it was given before.</summary>
    public string Distinct(string id, out bool repeated)
    {
        var key = Key(id);
        repeated = !Add(key);
        if (!repeated)
        {
            return id;
        }

        var number = _repeats.GetValueOrDefault(key, 1) + 1;
        _repeats[key] = number;
        return string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
    }

    private static ulong Key(string id)
    {
        if (ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && id[0] != '0')
        {
            return number == Free ? 1 : number;
        }

        var hash = 14695981039346656037UL;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash == Free ? 1 : hash;
    }

    private bool Add(ulong key)
    {
        if (_count + (_count / 4) >= _table.Length)
        {
            Grow();
        }

        if (!Put(_table, key))
        {
            return false;
        }

        _count++;
        return true;
    }

    private static bool Put(ulong[] table, ulong key)
    {
        // Multiplying spreads ids that were given out in a row (Fibonacci hashing, Knuth 6.4).
        var mask = table.Length - 1;
        var slot = (int)((key * 11400714819323198485UL) >> 32) & mask;
        while (table[slot] != Free)
        {
            if (table[slot] == key)
            {
                return false;
            }

            slot = (slot + 1) & mask;
        }

        table[slot] = key;
        return true;
    }

    private void Grow()
    {
        var larger = new ulong[_table.Length * 2];
        foreach (var key in _table)
        {
            if (key != Free)
            {
                Put(larger, key);
            }
        }

        _table = larger;
    }
}
