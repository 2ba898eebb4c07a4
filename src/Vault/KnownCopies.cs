
namespace Blog.Vault;

/// <summary>Copies of the archive outside the store, so that an erasure can name each with its place. Their bytes are nobody's to change from here.</summary>
public sealed class KnownCopies
{
    private readonly VaultStore _store;

    internal KnownCopies(VaultStore store) => _store = store;

    /// <summary>Remembers a copy; the same place again is the same copy, seen again.</summary>
    /// <param name="kind"><c>backup</c>, <c>export</c> or <c>packet</c>.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="expires">The day on which it is to be deleted; null leaves what was said before.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Add(string kind, string place, DateOnly? expires)
    {
        _store.RequireTransaction();
        using var add = new Statement(_store.Connection, """
            INSERT INTO known_copy (handle, kind, place, made, expires) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (kind, place) DO UPDATE SET made = excluded.made, expires = ifnull(excluded.expires, expires), gone = NULL
            """);
        add.Bind(1, _store.NewHandle().ToBytes()).Bind(2, kind).Bind(3, place).Bind(4, _store.Time.GetUtcNow().UtcTicks)
            .Bind(5, expires).Run();
    }

    /// <summary>Says that a copy is deleted; false where none is called so.</summary>
    /// <param name="handle">First digits of its name.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public bool Forget(string handle)
    {
        _store.RequireTransaction();
        using var gone = new Statement(_store.Connection, "UPDATE known_copy SET gone = ?2 WHERE lower(hex(handle)) LIKE ?1 || '%' AND gone IS NULL");
        return gone.Bind(1, handle).Bind(2, _store.Time.GetUtcNow().UtcTicks).Run() == 1;
    }

    /// <summary>Every copy, oldest first.</summary>
    public IReadOnlyList<KnownCopy> List()
    {
        using var all = new Statement(_store.Connection, "SELECT handle, kind, place, made, expires, gone FROM known_copy ORDER BY made, row");
        var copies = new List<KnownCopy>();
        while (all.Step())
        {
            copies.Add(new KnownCopy(
                VaultHandle.Of(all.Blob(0)),
                all.Required(1),
                all.Required(2),
                new DateTimeOffset(all.Long(3), TimeSpan.Zero),
                all.DayOrNull(4),
                all.LongOrNull(5) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null));
        }

        return copies;
    }
}
