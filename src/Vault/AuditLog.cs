namespace Blog.Vault;

/// <summary>The audit: who did what to which original, and when; only ever added to, and never a text.</summary>
public sealed class AuditLog
{
    private readonly VaultStore _store;

    internal AuditLog(VaultStore store) => _store = store;

    /// <summary>Where it ends.</summary>
    public AuditHead Head => AuditChain.Head(_store.Connection);

    /// <summary>Adds an entry, within the transaction of what it tells of.</summary>
    /// <param name="verb">What was done.</param>
    /// <param name="subject">Random name of what it was done to; null where there is none.</param>
    /// <param name="actor">Pen name of who did it; null for <see cref="VaultStore.Actor"/>.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    /// <exception cref="ArgumentException">The actor is blank, too long, an e-mail address, or holds control characters.</exception>
    public void Append(AuditVerb verb, VaultHandle? subject, string? actor = null)
    {
        _store.RequireTransaction();
        var name = actor ?? _store.Actor;
        if (!PenNames.IsUsable(name))
        {
            throw new ArgumentException("The name of an actor is a pen name: one line of at most 40 characters, and no e-mail address.", nameof(actor));
        }

        AuditChain.Append(_store.Connection, _store.Time.GetUtcNow().UtcTicks, name, VaultWords.Of(verb), subject);
    }

    /// <summary>The first thing that is wrong with the chain, in words; null where it is whole from its origin to its head.</summary>
    public string? FirstFault() => AuditChain.FirstFault(_store.Connection, []);

    /// <summary>Every entry, in order.</summary>
    public IReadOnlyList<AuditEntry> List() => Read("SELECT seq, made, actor, verb, subject FROM audit ORDER BY seq", null);

    /// <summary>The entries on one subject, in order.</summary>
    public IReadOnlyList<AuditEntry> Of(VaultHandle subject) => Read("SELECT seq, made, actor, verb, subject FROM audit WHERE subject = ?1 ORDER BY seq", subject);

    private List<AuditEntry> Read(string sql, VaultHandle? subject)
    {
        using var entries = new Statement(_store.Connection, sql);
        if (subject is { } named)
        {
            entries.Bind(1, named.ToBytes());
        }

        var list = new List<AuditEntry>();
        while (entries.Step())
        {
            list.Add(new AuditEntry(
                entries.Long(0),
                new DateTimeOffset(entries.Long(1), TimeSpan.Zero),
                entries.Required(2),
                VaultWords.Verb(entries.Required(3)),
                entries.IsNull(4) ? null : VaultHandle.Of(entries.Blob(4))));
        }

        return list;
    }
}
