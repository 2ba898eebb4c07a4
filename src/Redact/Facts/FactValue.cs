namespace Blog.Redact.Facts;

/// <summary>
/// What a fact says, in one form: a key, and for ages (in years), tenures (in months) and the like the least and the most it can be.
/// A place's key is its path from the country down (<c>europe/united kingdom/england/north west/cheshire/chester</c>);
/// what has several parts holds them with semicolons (<c>masters; law</c>).
/// </summary>
/// <param name="Key">The key, in lower case; a number where the fact is a number. Private, as the text is.</param>
/// <param name="Low">The least it can be; null where it is not a number.</param>
/// <param name="High">The most it can be; null where it is not a number.</param>
public readonly record struct FactValue(string Key, double? Low = null, double? High = null)
{
    /// <summary>A value of which only the kind is known, for example a masked number.</summary>
    public static readonly FactValue Unknown = new(string.Empty);

    /// <summary>Whether nothing but the kind is known.</summary>
    public bool IsUnknown => Key is not { Length: > 0 };

    /// <summary>A number known exactly.</summary>
    public static FactValue Number(double value) => Between(value, value);

    /// <summary>A number known within bounds.</summary>
    public static FactValue Between(double low, double high) =>
        new(low == high ? FormattableString.Invariant($"{low}") : FormattableString.Invariant($"{low}-{high}"), low, high);

    /// <summary>Whether both can be true of one person: the same key, ranges that touch, one place within the other, or the one saying less of the same. An unknown value fits none.</summary>
    public bool Fits(FactValue other)
    {
        if (IsUnknown || other.IsUnknown)
        {
            return false;
        }

        if (Low is { } low && High is { } high)
        {
            return other.Low is { } otherLow && other.High is { } otherHigh && low <= otherHigh && otherLow <= high;
        }

        return Key == other.Key || IsWithin(Key, other.Key) || IsWithin(other.Key, Key) || IsPartOf(Key, other.Key) || IsPartOf(other.Key, Key);
    }

    /// <summary>Nothing: the value is private.</summary>
    public override string ToString() => IsUnknown ? "unknown" : "a value";

    /// <summary>Whether the parts of one value ("masters; law") are all among the other's.</summary>
    private static bool IsPartOf(string part, string whole) => whole.Contains("; ", StringComparison.Ordinal) && !part.Split("; ").Except(whole.Split("; ")).Any();

    private static bool IsWithin(string inner, string outer) =>
        inner.Length > outer.Length && inner[outer.Length] == '/' && inner.StartsWith(outer, StringComparison.Ordinal);
}
