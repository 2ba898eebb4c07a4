namespace Blog.Import;

/// <summary>
/// What a reader met in its source, counted apart from what it hands out: the other side of the <see cref="LossLedger"/>.
/// </summary>
public sealed class SourceTally
{
    /// <summary>Entries that begin in the source, counted by the tokenizer that sees them first.</summary>
    public long EntriesSeen { get; internal set; }

    /// <summary>Places where the source breaks off or cannot be read, other than inside an entry.</summary>
    public long Gaps { get; internal set; }

    /// <summary>What was mended, by reason in ordinal order; complete when the source has been read to its end.</summary>
    public IReadOnlyList<SourceRepair> Repairs { get; internal set; } = [];
}
