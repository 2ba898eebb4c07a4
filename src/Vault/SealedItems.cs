using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Vault;

/// <summary>
/// Rows that are encrypted under a passphrase: guests' originals, senders, requests, keys. Each is sealed with AES-256-GCM under a random
/// key of the store and bound to its kind, name and version; that key is sealed under one made of the passphrase.
/// </summary>
public sealed class SealedItems : IDisposable
{
    /// <summary>After this long without use they lock by themselves.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(15);

    private static readonly VaultHandle HeadItem = new(new string('0', HandleSource.Length * 2));

    private readonly VaultStore _store;
    private readonly Statement _get;
    private readonly Statement _put;
    private readonly Statement _delete;
    private SealedSession? _session;
    private OpenKey? _open;

    internal SealedItems(VaultStore store)
    {
        _store = store;
        _get = new Statement(store.Connection, "SELECT version, nonce, sealed FROM sealed_item WHERE kind = ?1 AND item = ?2");
        _put = new Statement(store.Connection, """
            INSERT INTO sealed_item (kind, item, version, nonce, sealed) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (kind, item) DO UPDATE SET version = excluded.version, nonce = excluded.nonce, sealed = excluded.sealed
            """);
        _delete = new Statement(store.Connection, "DELETE FROM sealed_item WHERE kind = ?1 AND item = ?2");
    }

    /// <summary>Whether a passphrase was ever set.</summary>
    public bool IsSetUp
    {
        get
        {
            using var any = new Statement(_store.Connection, "SELECT 1 FROM sealed_key");
            return any.Number() is not null;
        }
    }

    /// <summary>Whether rows can be read and written now. After <see cref="IdleTime"/> without use, and when the session ends elsewhere, they cannot.</summary>
    public bool IsUnlocked
    {
        get
        {
            if (_open is { } open && (_store.Time.GetUtcNow() - open.LastUse > IdleTime || open.LastUse - _store.Time.GetUtcNow() > IdleTime || (open.IsOfSession && _session is { Exists: false })))
            {
                Forget();
            }

            return _open is not null;
        }
    }

    /// <summary>How many rows there are, the store's own left out.</summary>
    public long Count
    {
        get
        {
            using var count = new Statement(_store.Connection, "SELECT count(*) FROM sealed_item WHERE kind <> ?1");
            return count.Bind(1, VaultWords.Of(SealedKind.AuditHead)).Number() ?? 0;
        }
    }

    /// <summary>Turns of <see cref="PassphraseKey"/> for new wraps; smaller only in tests.</summary>
    internal int Cost { get; set; } = PassphraseKey.DefaultCost;

    /// <summary>
    /// Sets the first passphrase, or another one. Then a fresh key is made and every row sealed anew, so that an old copy of the store with the old
    /// passphrase opens nothing that comes later. Leaves the rows locked.
    /// </summary>
    /// <param name="current">The passphrase so far; null where none was set.</param>
    /// <param name="next">The new one.</param>
    /// <exception cref="VaultException">The current one is wrong or missing, or a row cannot be opened; everything is as it was.</exception>
    public void SetPassphrase(Passphrase? current, Passphrase next)
    {
        byte[]? old = null;
        var fresh = RandomBytes(PassphraseKey.Length);
        try
        {
            if (IsSetUp)
            {
                old = Unwrap(current ?? throw new VaultException(VaultFault.Passphrase, "The private store has a passphrase already; to change it the present one is needed. Nothing was changed.")).Key;
            }

            using var transaction = _store.BeginTransaction(); // whose own noting of the head would use the old key
            Forget();
            _store.Execute("DELETE FROM sealed_key");
            var handle = VaultHandle.Of(RandomBytes(HandleSource.Length));
            Wrap(handle, fresh, next);
            if (old is not null)
            {
                SealAnew(old, fresh);
            }

            _store.Audit.Append(AuditVerb.Passphrase, handle);
            Put(SealedKind.AuditHead, HeadItem, Encoding.UTF8.GetBytes(_store.Audit.Head.ToString()), fresh);
            transaction.Commit();
            _session?.End();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fresh);
            CryptographicOperations.ZeroMemory(old);
        }
    }

    /// <summary>Opens the rows for as long as they are used.</summary>
    /// <param name="passphrase">The passphrase.</param>
    /// <param name="keep">Whether they are open in the next commands too, through the session.</param>
    /// <returns>Whether they are.</returns>
    /// <exception cref="VaultException">The passphrase is wrong, or none was set.</exception>
    public bool Unlock(Passphrase passphrase, bool keep)
    {
        var (handle, key, cost) = Unwrap(passphrase);
        using (var transaction = _store.BeginTransaction())
        {
            if (cost < Cost)
            {
                _store.Execute("DELETE FROM sealed_key"); // the same key under a wrap that costs more to guess
                Wrap(handle, key, passphrase);
            }

            _store.Audit.Append(AuditVerb.Unlock, null);
            transaction.Commit();
        }

        var kept = keep && _session is not null && _session.TryBegin(handle, key);
        Forget();
        _open = new OpenKey(key, _store.Time.GetUtcNow(), kept);
        return kept;
    }

    /// <summary>Locks the rows at once, here and in every other command.</summary>
    public void Lock()
    {
        var wasOpen = IsUnlocked || _session is { Exists: true };
        Forget();
        _session?.End();
        if (wasOpen)
        {
            using var transaction = _store.BeginTransaction();
            _store.Audit.Append(AuditVerb.Lock, null);
            transaction.Commit();
        }
    }

    /// <summary>Takes up what an earlier command left open, and keeps what is opened here for later ones.</summary>
    /// <param name="session">Where open keys are kept between commands.</param>
    public void Use(SealedSession session)
    {
        _session = session;
        if (session.TryRead(out var handle, out var key, out var lastUse))
        {
            // A session is believed only if its key opens a row of this store: the file may be left over, or somebody else's.
            if (KeyHandle() == handle && TryGet(SealedKind.AuditHead, HeadItem, key, out _))
            {
                _open = new OpenKey(key, lastUse, isOfSession: true);
                return;
            }

            session.End();
        }
    }

    /// <summary>Seals bytes into a row, in the place of what it held.</summary>
    /// <exception cref="VaultException">The rows are locked.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open, or the row is the store's own.</exception>
    public void Put(SealedKind kind, VaultHandle item, ReadOnlySpan<byte> bytes)
    {
        _store.RequireTransaction();
        RequireForeign(kind);
        RequireRole(kind);
        Put(kind, item, bytes, UseKey());
        _store.Audit.Append(AuditVerb.Sealed, item);
    }

    /// <summary>What a row holds; false where there is no such row.</summary>
    /// <exception cref="VaultException">The rows are locked, or the row is not what was sealed under this kind and name.</exception>
    public bool TryGet(SealedKind kind, VaultHandle item, [NotNullWhen(true)] out byte[]? bytes)
    {
        RequireRole(kind);
        return TryGet(kind, item, UseKey(), out bytes) || (Has(kind, item)
            ? throw new VaultException(VaultFault.Damaged, $"A sealed row of the private store ({kind} {item.Hex[..VaultHandle.ShownDigits]}) is not what was sealed under this name: it was changed or put in another's place. Run \"vault verify\", and bring back a copy from before.")
            : false);
    }

    /// <summary>Deletes a row, locked or not: what must go goes without a passphrase. False where there is none.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open, or the row is the store's own.</exception>
    public bool Delete(SealedKind kind, VaultHandle item)
    {
        _store.RequireTransaction();
        RequireForeign(kind);
        RequireRole(kind);
        return _delete.Bind(1, VaultWords.Of(kind)).Bind(2, item.ToBytes()).Run() > 0;
    }

    /// <summary>Names of the rows of a kind, in the order of their digits; needs no passphrase.</summary>
    public IReadOnlyList<VaultHandle> List(SealedKind kind)
    {
        using var all = new Statement(_store.Connection, "SELECT item FROM sealed_item WHERE kind = ?1 ORDER BY item");
        all.Bind(1, VaultWords.Of(kind));
        var items = new List<VaultHandle>();
        while (all.Step())
        {
            items.Add(VaultHandle.Of(all.Blob(0)));
        }

        return items;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        _get.Dispose();
        _put.Dispose();
        _delete.Dispose();
    }

    /// <summary>Seals the head of the audit as it is now, so that a shortened audit shows later. Nothing while locked; no use in the sense of <see cref="IdleTime"/>.</summary>
    internal void NoteHead()
    {
        if (IsUnlocked)
        {
            Put(SealedKind.AuditHead, HeadItem, Encoding.UTF8.GetBytes(_store.Audit.Head.ToString()), _open!.Key); // not null: it is unlocked
        }
    }

    /// <summary>The head that was sealed last.</summary>
    internal bool TryGetHead(out AuditHead head)
    {
        head = default;
        return TryGet(SealedKind.AuditHead, HeadItem, out var bytes) && AuditHead.TryParse(Encoding.UTF8.GetString(bytes), out head);
    }

    /// <summary>How many rows do not open; null while locked.</summary>
    internal long? Damaged()
    {
        if (!IsUnlocked)
        {
            return null;
        }

        return Enum.GetValues<SealedKind>().Sum(kind => List(kind).LongCount(item => !TryGet(kind, item, _open!.Key, out _))); // not null: it is unlocked
    }

    private static void RequireForeign(SealedKind kind)
    {
        if (kind == SealedKind.AuditHead)
        {
            throw new InvalidOperationException("This row is the store's own.");
        }
    }

    /// <summary>Guests' texts and who sent them are for editors; so are the keys, which no moderator of this store has a use for.</summary>
    private void RequireRole(SealedKind kind)
    {
        if (kind is SealedKind.Guest or SealedKind.GuestOriginal or SealedKind.Sender or SealedKind.Submission or SealedKind.Reply)
        {
            _store.Roles.Require(EditorTask.GuestPosts);
        }
        else if (kind == SealedKind.Key)
        {
            _store.Roles.Require(EditorTask.Keys);
        }
    }

    private bool Has(SealedKind kind, VaultHandle item)
    {
        _get.Bind(1, VaultWords.Of(kind)).Bind(2, item.ToBytes());
        var has = _get.Step();
        _get.Rest();
        return has;
    }

    private byte[] UseKey()
    {
        if (!IsUnlocked)
        {
            throw IsSetUp
                ? new VaultException(VaultFault.Sealed, "The sealed part of the private store is locked. Open it with \"vault unlock\"; it locks again after 15 minutes without use. Nothing was changed.")
                : new VaultException(VaultFault.Sealed, "The sealed part of the private store has no passphrase yet. Set one with \"vault passphrase\"; without one nothing is kept there. Nothing was changed.");
        }

        _open!.LastUse = _store.Time.GetUtcNow(); // not null: it is unlocked
        if (_open.IsOfSession)
        {
            _session?.Touch(_open.LastUse);
        }

        return _open.Key;
    }

    private void Forget()
    {
        CryptographicOperations.ZeroMemory(_open?.Key);
        _open = null;
    }

    private bool TryGet(SealedKind kind, VaultHandle item, byte[] key, [NotNullWhen(true)] out byte[]? bytes)
    {
        _get.Bind(1, VaultWords.Of(kind)).Bind(2, item.ToBytes());
        bytes = _get.Step() ? SealedBox.Open(key, _get.Blob(1), _get.Blob(2), Bound(kind, item, _get.Long(0))) : null;
        _get.Rest();
        return bytes is not null;
    }

    private void Put(SealedKind kind, VaultHandle item, ReadOnlySpan<byte> bytes, byte[] key)
    {
        _get.Bind(1, VaultWords.Of(kind)).Bind(2, item.ToBytes());
        var version = _get.Step() ? _get.Long(0) + 1 : 1;
        _get.Rest();
        var (nonce, box) = SealedBox.Seal(key, bytes, Bound(kind, item, version), _store.Random);
        _put.Bind(1, VaultWords.Of(kind)).Bind(2, item.ToBytes()).Bind(3, version).Bind(4, nonce).Bind(5, box).Run();
    }

    private void SealAnew(byte[] old, byte[] fresh)
    {
        foreach (var kind in Enum.GetValues<SealedKind>())
        {
            foreach (var item in List(kind))
            {
                if (!TryGet(kind, item, old, out var bytes))
                {
                    throw new VaultException(VaultFault.Damaged, $"A sealed row of the private store ({kind} {item.Hex[..VaultHandle.ShownDigits]}) does not open, so it cannot be sealed anew. Run \"vault verify\"; nothing was changed.");
                }

                Put(kind, item, bytes, fresh);
                CryptographicOperations.ZeroMemory(bytes);
            }
        }
    }

    private VaultHandle? KeyHandle()
    {
        using var key = new Statement(_store.Connection, "SELECT handle FROM sealed_key");
        return key.Step() ? VaultHandle.Of(key.Blob(0)) : null;
    }

    private void Wrap(VaultHandle handle, byte[] key, Passphrase passphrase)
    {
        var salt = RandomBytes(PassphraseKey.SaltLength);
        var wrapping = PassphraseKey.Derive(passphrase, salt, Cost);
        var (nonce, wrapped) = SealedBox.Seal(wrapping, key, Bound(handle, Cost, salt), _store.Random);
        CryptographicOperations.ZeroMemory(wrapping);
        using var insert = new Statement(_store.Connection, "INSERT INTO sealed_key (handle, derivation, cost, salt, nonce, wrapped) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        insert.Bind(1, handle.ToBytes()).Bind(2, PassphraseKey.Derivation).Bind(3, (long)Cost).Bind(4, salt).Bind(5, nonce).Bind(6, wrapped).Run();
    }

    private (VaultHandle Handle, byte[] Key, int Cost) Unwrap(Passphrase passphrase)
    {
        using var wrap = new Statement(_store.Connection, "SELECT handle, derivation, cost, salt, nonce, wrapped FROM sealed_key");
        if (!wrap.Step())
        {
            throw new VaultException(VaultFault.Passphrase, "The private store has no passphrase yet. Set one with \"vault passphrase\". Nothing was changed.");
        }

        var (handle, cost, salt) = (VaultHandle.Of(wrap.Blob(0)), wrap.Long(2), wrap.Blob(3).ToArray());
        if (wrap.Required(1) != PassphraseKey.Derivation || cost is < 1 or > PassphraseKey.MaxCost)
        {
            throw new VaultException(VaultFault.Newer, "The key of the sealed part was made in a way that this program does not know. Use the program that made it; nothing was changed.");
        }

        var wrapping = PassphraseKey.Derive(passphrase, salt, (int)cost);
        var key = SealedBox.Open(wrapping, wrap.Blob(4), wrap.Blob(5), Bound(handle, (int)cost, salt));
        CryptographicOperations.ZeroMemory(wrapping);
        return key is { Length: PassphraseKey.Length }
            ? (handle, key, (int)cost)
            : throw new VaultException(VaultFault.Passphrase, "This is not the passphrase of the private store (or its key was damaged). Nothing was changed; try again.");
    }

    private byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        _store.Random.GetBytes(bytes);
        return bytes;
    }

    /// <summary>What a row is bound to: <c>subrosa-sealed-1</c>, kind and name, each ended by a zero byte, and the version as 64 bits little-endian.</summary>
    private static byte[] Bound(SealedKind kind, VaultHandle item, long version)
    {
        var text = Encoding.UTF8.GetBytes($"subrosa-sealed-1\0{VaultWords.Of(kind)}\0{item.Hex}\0");
        var bound = new byte[text.Length + sizeof(long)];
        text.CopyTo(bound, 0);
        BinaryPrimitives.WriteInt64LittleEndian(bound.AsSpan(text.Length), version);
        return bound;
    }

    /// <summary>What a wrap is bound to: <c>subrosa-wrap-1</c>, the key's name and how it is derived, each ended by a zero byte, and the salt.</summary>
    private static byte[] Bound(VaultHandle handle, int cost, byte[] salt) =>
        [.. Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"subrosa-wrap-1\0{handle.Hex}\0{PassphraseKey.Derivation}\0{cost}\0")), .. salt];

    private sealed class OpenKey(byte[] key, DateTimeOffset lastUse, bool isOfSession)
    {
        public byte[] Key { get; } = key;

        public DateTimeOffset LastUse { get; set; } = lastUse;

        public bool IsOfSession { get; } = isOfSession;
    }
}
