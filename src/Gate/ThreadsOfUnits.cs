namespace Blog.Gate;

/// <summary>Which posts and comments stand in one thread, by their public ids: shared by all scopes, since a name may be forbidden in a thousand threads.</summary>
public sealed class ThreadsOfUnits
{
    private readonly Dictionary<string, long> _threadOf = new(StringComparer.Ordinal);
    private readonly ILookup<long, string> _unitsOf;

    /// <summary>Takes every id with its thread; a unit may have several ids, and an id one thread.</summary>
    public ThreadsOfUnits(IEnumerable<(string Unit, long Thread)> units)
    {
        var all = units.ToList();
        foreach (var (unit, thread) in all)
        {
            _threadOf[unit] = thread;
        }

        _unitsOf = all.ToLookup(pair => pair.Thread, pair => pair.Unit);
    }

    /// <summary>Every id with its thread.</summary>
    internal IReadOnlyDictionary<string, long> All => _threadOf;

    /// <summary>The thread of a unit; false where it is not known.</summary>
    public bool TryThreadOf(string unit, out long thread) => _threadOf.TryGetValue(unit, out thread);

    /// <summary>The ids in a thread.</summary>
    public IEnumerable<string> UnitsOf(long thread) => _unitsOf[thread];
}
