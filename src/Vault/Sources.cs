namespace Blog.Vault;

/// <summary>The archives a store was filled from, and whether each can still be read where it came from.</summary>
public sealed class Sources
{
    private readonly VaultStore _store;

    internal Sources(VaultStore store) => _store = store;

    /// <summary>Every source, in the order in which they first came.</summary>
    public IReadOnlyList<VaultSource> List()
    {
        using var all = new Statement(_store.Connection, "SELECT handle, format, key, title, address, review_first, state, state_set FROM source ORDER BY row");
        var sources = new List<VaultSource>();
        while (all.Step())
        {
            sources.Add(new VaultSource
            {
                Handle = VaultHandle.Of(all.Blob(0)),
                Format = all.Required(1),
                Key = all.Required(2),
                Title = all.Text(3),
                Address = all.Text(4),
                ReviewFirst = all.Long(5) != 0,
                State = VaultWords.SourceStateOf(all.Required(6)),
                StateSet = all.LongOrNull(7) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            });
        }

        return sources;
    }

    /// <summary>Says how a source stands; goes into the audit, also where it is as before (somebody looked again).</summary>
    /// <exception cref="InvalidOperationException">There is no such source, or no transaction is open.</exception>
    public void Set(VaultHandle source, SourceState state)
    {
        _store.RequireTransaction();
        using var set = new Statement(_store.Connection, "UPDATE source SET state = ?2, state_set = ?3 WHERE handle = ?1");
        if (set.Bind(1, source.ToBytes()).Bind(2, VaultWords.Of(state)).Bind(3, _store.Time.GetUtcNow().UtcTicks).Run() == 0)
        {
            throw new InvalidOperationException("There is no such source.");
        }

        _store.Audit.Append(
            state switch
            {
                SourceState.Unknown => AuditVerb.SourceUnknown,
                SourceState.Public => AuditVerb.SourcePublic,
                SourceState.Closed => AuditVerb.SourceClosed,
                _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
            },
            source);
    }
}
