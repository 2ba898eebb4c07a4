namespace Blog.Vault;

/// <summary>Entries that were not taken in for one reason.</summary>
/// <param name="Reason">The fixed phrase of the importer.</param>
/// <param name="Lost">Whether a reader of the old blog loses something by it.</param>
/// <param name="Count">How many.</param>
/// <param name="SourceIds">Their ids or positions in the source, in order; at most <see cref="MaxIds"/> of them.</param>
public sealed record SkippedCount(string Reason, bool Lost, int Count, IReadOnlyList<string> SourceIds)
{
    /// <summary>Ids that are named; beyond it only counted, so that a hostile source cannot fill the memory.</summary>
    public const int MaxIds = 1000;
}
