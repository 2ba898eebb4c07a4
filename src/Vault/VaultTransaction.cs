namespace Blog.Vault;

/// <summary>A batch of writes that is kept whole or not at all: disposed without <see cref="Commit"/>, everything is as before.</summary>
public sealed class VaultTransaction : IDisposable
{
    private readonly VaultStore _store;
    private bool _open = true;

    internal VaultTransaction(VaultStore store)
    {
        _store = store;
        _store.Execute("BEGIN IMMEDIATE");
    }

    /// <summary>Keeps the batch; when this returns it is on the disk.</summary>
    /// <exception cref="VaultException">The disk refused; the store is as it was.</exception>
    public void Commit()
    {
        _store.Sealed.NoteHead();
        _store.Execute("COMMIT");
        _open = false;
        _store.EndTransaction();
        _store.Kept();
    }

    /// <summary>Undoes the batch unless it was kept.</summary>
    public void Dispose()
    {
        if (!_open)
        {
            return;
        }

        _open = false;
        _store.EndTransaction();
        _store.RollBack();
    }
}
