using System.Runtime.InteropServices;

namespace Blog.Gate;

/// <summary>Says which secrets may be forbidden in a file, by the units on it: of tens of thousands, most belong to other threads.</summary>
/// <remarks>Safe for many threads once made.</remarks>
internal sealed class SecretPlaces
{
    private readonly Dictionary<string, List<int>> _ofUnit = new(StringComparer.Ordinal);
    private readonly Dictionary<(ThreadsOfUnits Table, long Thread), List<int>> _ofThread = [];
    private readonly HashSet<ThreadsOfUnits> _tables = [];
    private readonly List<int> _anywhere = [];

    public SecretPlaces(IReadOnlyList<Secret> secrets)
    {
        for (var number = 0; number < secrets.Count; number++)
        {
            var scope = secrets[number].Scope;
            if (!scope.IsListed)
            {
                _anywhere.Add(number);
                continue;
            }

            foreach (var unit in scope.Single)
            {
                Add(_ofUnit, unit, number);
            }

            foreach (var thread in scope.Threads)
            {
                _tables.Add(scope.ThreadTable!); // not null: it has threads
                Add(_ofThread, (scope.ThreadTable!, thread), number);
            }
        }
    }

    /// <summary>Those that are forbidden in the whole site, or by a rule that nobody can list; rising.</summary>
    public IReadOnlyList<int> Anywhere => _anywhere;

    /// <summary>Whether one is in <see cref="Anywhere"/>.</summary>
    public bool IsAnywhere(int number) => _anywhere.BinarySearch(number) >= 0;

    /// <summary>Those forbidden in one of some units, and perhaps others; without <see cref="Anywhere"/>, rising. Null where they are more than so many.</summary>
    public List<int>? In(IReadOnlySet<string> units, int most)
    {
        var found = new HashSet<int>();
        var threads = new HashSet<(ThreadsOfUnits Table, long Thread)>(); // nearly all units of a file are of one
        foreach (var unit in units)
        {
            if (_ofUnit.TryGetValue(unit, out var single))
            {
                found.UnionWith(single);
            }

            foreach (var table in _tables)
            {
                if (table.TryThreadOf(unit, out var thread) && threads.Add((table, thread)) && _ofThread.TryGetValue((table, thread), out var whole))
                {
                    found.UnionWith(whole);
                }
            }

            if (found.Count > most)
            {
                return null;
            }
        }

        return [.. found.Order()];
    }

    private static void Add<T>(Dictionary<T, List<int>> places, T place, int number)
        where T : notnull
    {
        ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(places, place, out _);
        numbers ??= [];
        numbers.Add(number);
    }
}
