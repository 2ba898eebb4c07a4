namespace Blog.Import;

/// <summary>One source to import, and the ledger that is filled while it is read.</summary>
public sealed class ImportJob
{
    private readonly Func<SourceTally, IEnumerable<ImportedEntry>> _read;

    /// <summary>A job that has not begun.</summary>
    /// <param name="name">How messages name the source: its path as the user gave it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="read">Opens and reads the source, filling the tally; called once for each <see cref="Read"/>.</param>
    internal ImportJob(string name, SourceKind kind, Func<SourceTally, IEnumerable<ImportedEntry>> read)
    {
        Name = name;
        Place = name;
        Kind = kind;
        _read = read;
    }

    /// <summary>How messages name the source.</summary>
    public string Name { get; }

    /// <summary>What the source is.</summary>
    public SourceKind Kind { get; }

    /// <summary>The file or folder that the user gave: what the store remembers as a copy of the archive.</summary>
    public string Place { get; init; }

    /// <summary>What came of the last <see cref="Read"/>; balanced or not only when that was enumerated to its end.</summary>
    public LossLedger Ledger { get; private set; } = new();

    /// <summary>Opens the source and gives its entries one by one, each entered into <see cref="Ledger"/>; begins anew on every call.</summary>
    /// <exception cref="ImportException">While enumerating, before the first entry: the source cannot be read at all.</exception>
    public IEnumerable<ImportedEntry> Read()
    {
        var tally = new SourceTally();
        var ledger = new LossLedger();
        Ledger = ledger;
        foreach (var entry in _read(tally))
        {
            ledger.Add(entry);
            yield return entry;
        }

        ledger.Close(tally);
    }
}
