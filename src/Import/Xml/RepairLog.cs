namespace Blog.Import.Xml;

/// <summary>Collects what had to be mended in a source before it could be read, by reason.</summary>
internal sealed class RepairLog
{
    private readonly Dictionary<string, (long Count, string First)> _byReason = [];

    /// <summary>Counts one repair; <paramref name="place"/> is kept for the first of a reason only, so that a damaged file of any size costs nothing.</summary>
    public void Add(string reason, SourcePlace place)
    {
        _byReason[reason] = _byReason.TryGetValue(reason, out var known) ? (known.Count + 1, known.First) : (1, place.ToString());
    }

    /// <summary>All repairs, by reason in ordinal order.</summary>
    public IReadOnlyList<SourceRepair> ToList() =>
        [.. _byReason.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new SourceRepair(pair.Key, pair.Value.Count, pair.Value.First))];
}
