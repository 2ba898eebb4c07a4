using System.Collections.Frozen;

namespace Blog.Gate;

/// <summary>Where a secret is forbidden: everywhere, or in some posts and comments, by their public ids ("Reading", redacted in one thread, may stand in others).</summary>
public sealed class SecretScope
{
    private readonly FrozenSet<string>? _units;
    private readonly FrozenSet<string>? _exceptions;

    private readonly Func<string, bool>? _rule;

    private SecretScope(FrozenSet<string>? units, FrozenSet<string>? exceptions = null, Func<string, bool>? rule = null)
    {
        _units = units;
        _exceptions = exceptions;
        _rule = rule;
    }

    /// <summary>Forbidden in every byte of the site.</summary>
    public static SecretScope Everywhere { get; } = new(null);

    /// <summary>Whether it is forbidden everywhere.</summary>
    public bool IsEverywhere => _rule is null && _units is null && _exceptions is null;

    /// <summary>The posts and comments it is forbidden in; null for everywhere. Of a scope by a rule nobody can list them.</summary>
    internal IReadOnlyCollection<string>? Units => _units;

    /// <summary>Posts and comments in which it may stand nevertheless.</summary>
    internal IReadOnlyCollection<string> Exceptions => _exceptions ?? FrozenSet<string>.Empty;

    /// <summary>Forbidden in these units, and in bytes that belong to none, on every page that holds one of them. Without any unit it is forbidden everywhere.</summary>
    public static SecretScope Of(IEnumerable<string> units)
    {
        var set = units.ToFrozenSet(StringComparer.Ordinal);
        return set.Count == 0 ? Everywhere : new SecretScope(set); // an empty list must not switch the search off
    }

    /// <summary>Forbidden in the units that a rule names.</summary>
    internal static SecretScope Where(Func<string, bool> forbids) => new(null, null, forbids);

    /// <summary>The same scope without some units, in which somebody decided that the words stay. Bytes that belong to no unit stay forbidden on every page that holds another unit.</summary>
    public SecretScope Except(IEnumerable<string> units)
    {
        var exceptions = units.Concat(_exceptions ?? []).ToFrozenSet(StringComparer.Ordinal);
        return exceptions.Count == 0 ? this : new SecretScope(_units, exceptions);
    }

    /// <summary>Whether it is forbidden in a unit.</summary>
    public bool Forbids(string unit) => _rule?.Invoke(unit) ?? ((_units is null || _units.Contains(unit)) && _exceptions?.Contains(unit) != true);

    /// <summary>Whether it is forbidden in one of several units.</summary>
    public bool ForbidsAny(IReadOnlySet<string> units)
    {
        if (_exceptions is not null || _rule is not null)
        {
            return units.Any(Forbids);
        }

        if (_units is null)
        {
            return true;
        }

        return _units.Count < units.Count ? _units.Any(units.Contains) : units.Any(_units.Contains);
    }
}
