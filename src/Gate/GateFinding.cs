namespace Blog.Gate;

/// <summary>One thing that must not be published, or that could not be checked.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="File">Path within the site.</param>
/// <param name="Line">Line in the file, from 1; 0 where it is about the whole file.</param>
/// <param name="What">What is wrong, without any text of a post or comment.</param>
/// <param name="Remedy">What to do.</param>
public sealed record GateFinding(string Check, string File, int Line, string What, string Remedy) : IComparable<GateFinding>
{
    /// <summary>The case of the secret it is about, by which the private store knows it; null for every other kind.</summary>
    public string? Case { get; init; }

    /// <summary>The place for a waiver: the file, and with <c>#</c> the unit where one claims the bytes.</summary>
    public string Place { get; init; } = File;

    /// <summary>Orders by file, line, check, then text.</summary>
    public int CompareTo(GateFinding? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = string.CompareOrdinal(File, other.File);
        order = order != 0 ? order : Line.CompareTo(other.Line);
        order = order != 0 ? order : string.CompareOrdinal(Check, other.Check);
        return order != 0 ? order : string.CompareOrdinal(What, other.What);
    }

    /// <summary>One line for a person.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {What} {Remedy}" : $"{File}: {What} {Remedy}";

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <(GateFinding left, GateFinding right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >(GateFinding left, GateFinding right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <=(GateFinding left, GateFinding right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >=(GateFinding left, GateFinding right) => left.CompareTo(right) >= 0;
}
