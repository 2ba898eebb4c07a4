using Blog.Html;
using Blog.Import;

namespace Blog.Vault;

/// <summary>Takes an archive into the store, entry by entry, whole or not at all.</summary>
/// <remarks>
/// One import is one transaction (docs/vault.md argues it): whatever ends it early (an unreadable source, Ctrl-C, a full disk, a killed
/// process) leaves the store as it was, so the next run does the same work from the same start. Memory does not follow the size of the
/// archive: SQLite spills what it has not yet committed into its log.
/// </remarks>
public sealed class VaultImporter
{
    private const int ProgressStep = 500;

    private readonly VaultStore _store;

    /// <summary>An importer into a store that stays open.</summary>
    public VaultImporter(VaultStore store) => _store = store;

    /// <summary>The file or folder that is read, to be remembered as a copy of the archive; null for none.</summary>
    public string? Place { get; init; }

    /// <summary>
    /// Texts that stay as they are where the source has changed them since, because somebody has decided on them; what the source took away goes all the same. Not null also says that
    /// the source has to be here already. Null takes every change.
    /// </summary>
    public IReadOnlySet<VaultHandle>? Decided { get; init; }

    /// <summary>Takes a picture in whose bytes stood in a text itself, within the transaction of the import; null leaves them out.</summary>
    public Action<EmbeddedPicture>? TakePicture { get; init; }

    /// <summary>Takes in what a reader gives: one <see cref="ImportedSource"/> first, then entries in any order.</summary>
    /// <param name="entries">The reader; walked through once.</param>
    /// <param name="progress">Told now and then how many entries are in; may be null.</param>
    /// <param name="cancellation">Stops the import; the store is then as it was.</param>
    /// <exception cref="ImportException">The source cannot be read; the store is as it was.</exception>
    /// <exception cref="VaultException">The disk refused; the store is as it was.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the store is as it was.</exception>
    public ImportOutcome TakeIn(IEnumerable<ImportedEntry> entries, Action<long>? progress, CancellationToken cancellation) =>
        TakeIn(entries, reviewFirst: null, progress, cancellation);

    /// <summary>As <see cref="TakeIn(IEnumerable{ImportedEntry}, Action{long}, CancellationToken)"/>.</summary>
    /// <param name="entries">The reader; walked through once.</param>
    /// <param name="reviewFirst">Whether the whole source is held back from release until it was reviewed; null leaves it as an earlier import said, so that forgetting the word lifts nothing.</param>
    /// <param name="progress">Told now and then how many entries are in; may be null.</param>
    /// <param name="cancellation">Stops the import; the store is then as it was.</param>
    public ImportOutcome TakeIn(IEnumerable<ImportedEntry> entries, bool? reviewFirst, Action<long>? progress, CancellationToken cancellation)
    {
        ImportOutcome outcome;
        using (var transaction = _store.BeginTransaction())
        {
            using (var walk = entries.GetEnumerator())
            {
                if (!walk.MoveNext() || walk.Current is not ImportedSource source)
                {
                    throw new InvalidOperationException("An importer names its source first.");
                }

                using var import = new ImportRun(_store, source, reviewFirst, Decided) { TakePicture = TakePicture };
                for (var count = 1L; walk.MoveNext(); count++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    import.Take(walk.Current);
                    if (count % ProgressStep == 0)
                    {
                        progress?.Invoke(count);
                    }
                }

                outcome = import.Finish(cancellation);
            }

            if (Place is not null)
            {
                _store.Copies.Add("export", Place, expires: null);
            }

            transaction.Commit();
        }

        _store.EmptyLog();
        return outcome;
    }
}
