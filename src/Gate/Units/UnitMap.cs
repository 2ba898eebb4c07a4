namespace Blog.Gate.Units;

/// <summary>Says to which post or comment each byte of a file belongs.</summary>
internal sealed class UnitMap
{
    private readonly IReadOnlyList<UnitRange> _ranges;

    public UnitMap(IReadOnlyList<UnitRange> ranges)
    {
        _ranges = ranges;
        Units = ranges.Select(range => range.Unit).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All units of the file.</summary>
    public IReadOnlySet<string> Units { get; }

    /// <summary>The unit of a byte; null where none claims it.</summary>
    public string? At(int offset)
    {
        UnitRange? best = null;
        foreach (var range in _ranges)
        {
            if (range.Start <= offset && offset < range.End && (best is null || range.Start >= best.Value.Start))
            {
                best = range;
            }
        }

        return best?.Unit;
    }
}
