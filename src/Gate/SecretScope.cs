using System.Collections.Frozen;
using Blog.Gate.Reuse;

namespace Blog.Gate;

/// <summary>Where a secret is forbidden: everywhere, or in some posts and comments, by their public ids ("Reading", redacted in one thread, may stand in others).</summary>
public sealed class SecretScope
{
    private readonly FrozenSet<string>? _units;
    private readonly FrozenSet<string>? _exceptions;
    private readonly FrozenSet<long>? _threads;
    private readonly ThreadsOfUnits? _threadsOfUnits; // not null where _threads is not
    private readonly Func<string, bool>? _rule;

    private SecretScope(FrozenSet<string>? units, FrozenSet<long>? threads, ThreadsOfUnits? threadsOfUnits, FrozenSet<string>? exceptions, Func<string, bool>? rule)
    {
        _units = units;
        _threads = threads;
        _threadsOfUnits = threadsOfUnits;
        _exceptions = exceptions;
        _rule = rule;
    }

    /// <summary>Forbidden in every byte of the site.</summary>
    public static SecretScope Everywhere { get; } = new(null, null, null, null, null);

    /// <summary>Whether it is forbidden everywhere.</summary>
    public bool IsEverywhere => IsWhole && _exceptions is null;

    /// <summary>The posts and comments it is forbidden in; null for everywhere. Of a scope by a rule nobody can list them.</summary>
    internal IReadOnlyCollection<string>? Units => _threads is null ? _units : [.. _threads.SelectMany(_threadsOfUnits!.UnitsOf).Union(_units ?? [], StringComparer.Ordinal)]; // not null: it has threads

    /// <summary>Posts and comments in which it may stand nevertheless.</summary>
    internal IReadOnlyCollection<string> Exceptions => _exceptions ?? FrozenSet<string>.Empty;

    /// <summary>Whether it is forbidden in units and threads that can be listed, and nowhere else.</summary>
    internal bool IsListed => !IsWhole && _rule is null;

    /// <summary>The units it is forbidden in by themselves; of a scope that <see cref="IsListed"/>.</summary>
    internal IEnumerable<string> Single => _units ?? [];

    /// <summary>The whole threads it is forbidden in; of a scope that <see cref="IsListed"/>.</summary>
    internal IEnumerable<long> Threads => _threads ?? [];

    /// <summary>Which units stand in which thread; null for a scope without threads.</summary>
    internal ThreadsOfUnits? ThreadTable => _threadsOfUnits;

    private bool IsWhole => _rule is null && _units is null && _threads is null;

    /// <summary>Forbidden in these units, and in bytes that belong to none, on every page that holds one of them. Without any unit it is forbidden everywhere.</summary>
    public static SecretScope Of(IEnumerable<string> units)
    {
        var set = units.ToFrozenSet(StringComparer.Ordinal);
        return set.Count == 0 ? Everywhere : new SecretScope(set, null, null, null, null); // an empty list must not switch the search off
    }

    /// <summary>As <see cref="Of(IEnumerable{string})"/>, in whole threads and in single units.</summary>
    public static SecretScope Of(IEnumerable<long> threads, ThreadsOfUnits threadsOfUnits, IEnumerable<string> units)
    {
        var (whole, single) = (threads.ToFrozenSet(), units.ToFrozenSet(StringComparer.Ordinal));
        return whole.Count == 0 ? Of(single) : new SecretScope(single.Count == 0 ? null : single, whole, threadsOfUnits, null, null);
    }

    /// <summary>Forbidden in the units that a rule names.</summary>
    internal static SecretScope Where(Func<string, bool> forbids) => new(null, null, null, null, forbids);

    /// <summary>The same scope without some units, in which somebody decided that the words stay. Bytes that belong to no unit stay forbidden on every page that holds another unit.</summary>
    public SecretScope Except(IEnumerable<string> units)
    {
        var exceptions = units.Concat(_exceptions ?? []).ToFrozenSet(StringComparer.Ordinal);
        return exceptions.Count == 0 ? this : new SecretScope(_units, _threads, _threadsOfUnits, exceptions, _rule);
    }

    /// <summary>Whether it is forbidden in a unit.</summary>
    public bool Forbids(string unit) => _exceptions?.Contains(unit) != true && (IsWhole || _rule?.Invoke(unit) == true || _units?.Contains(unit) == true || IsInThread(unit));

    /// <summary>Whether it is forbidden in one of several units.</summary>
    public bool ForbidsAny(IReadOnlySet<string> units)
    {
        if (IsEverywhere)
        {
            return true;
        }

        return _units is { } own && _threads is null && _exceptions is null && own.Count < units.Count ? own.Any(units.Contains) : units.Any(Forbids);
    }

    /// <summary>Adds all of it to a hash; false where it follows a rule, of which nobody can tell whether it is the same.</summary>
    internal bool TryAddTo(SecretsHash hash)
    {
        hash.Add(_units ?? []);
        hash.Add(_exceptions ?? []);
        hash.Add(IsWhole ? 1 : 0);
        foreach (var thread in (_threads ?? []).Order())
        {
            hash.Add(thread);
        }

        if (_threadsOfUnits is not null)
        {
            hash.Add(_threadsOfUnits);
        }

        return _rule is null;
    }

    private bool IsInThread(string unit) => _threads is not null && _threadsOfUnits!.TryThreadOf(unit, out var thread) && _threads.Contains(thread); // not null: it has threads
}
