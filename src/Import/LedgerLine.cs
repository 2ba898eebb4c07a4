namespace Blog.Import;

/// <summary>One line of a <see cref="LossLedger"/>: a category, flag or reason, how often, and on which entries.</summary>
public sealed class LedgerLine
{
    private readonly List<string> _ids = [];

    internal LedgerLine(string name) => Name = name;

    /// <summary>A fixed phrase, e.g. <c>posts, draft</c> or <c>skipped: blog setting</c>.</summary>
    public string Name { get; }

    /// <summary>How many entries.</summary>
    public long Count { get; private set; }

    /// <summary>Ids in the order of the source, at most <see cref="LossLedger.MostIds"/>; empty for what is simply published.</summary>
    public IReadOnlyList<string> Ids => _ids;

    internal void Add(string? id)
    {
        Count++;
        if (id is not null && _ids.Count < LossLedger.MostIds)
        {
            _ids.Add(id);
        }
    }
}
