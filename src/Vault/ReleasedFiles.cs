using System.Diagnostics.CodeAnalysis;

namespace Blog.Vault;

/// <summary>What releases wrote into <c>input/</c> last: path and SHA-256 of each file, so that a hand edit is seen and never overwritten.</summary>
public sealed class ReleasedFiles : IDisposable
{
    private readonly VaultStore _store;
    private readonly Statement _find;
    private readonly Statement _record;
    private readonly Statement _remove;

    internal ReleasedFiles(VaultStore store)
    {
        _store = store;
        _find = new Statement(store.Connection, "SELECT sha256, released FROM released_file WHERE path = ?1");
        _record = new Statement(store.Connection, """
            INSERT INTO released_file (path, sha256, released) VALUES (?1, ?2, ?3)
            ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, released = excluded.released WHERE sha256 <> excluded.sha256
            """);
        _remove = new Statement(store.Connection, "DELETE FROM released_file WHERE path = ?1");
    }

    /// <summary>What was written at a path within <c>input/</c>.</summary>
    public bool TryGet(string path, [NotNullWhen(true)] out ReleasedFile? file)
    {
        _find.Bind(1, path);
        file = _find.Step() ? new ReleasedFile(path, _find.Blob(0).ToArray(), new DateTimeOffset(_find.Long(1), TimeSpan.Zero)) : null;
        _find.Rest();
        return file is not null;
    }

    /// <summary>Remembers what was written; the same bytes again change nothing, its time included.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Record(string path, ReadOnlySpan<byte> sha256)
    {
        _store.RequireTransaction();
        _record.Bind(1, path).Bind(2, sha256).Bind(3, _store.Time.GetUtcNow().UtcTicks).Run();
    }

    /// <summary>Forgets a path; false where none was recorded.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public bool Remove(string path)
    {
        _store.RequireTransaction();
        return _remove.Bind(1, path).Run() > 0;
    }

    /// <summary>Every file, by path in ordinal order of its UTF-8 bytes.</summary>
    public IReadOnlyList<ReleasedFile> List()
    {
        using var all = new Statement(_store.Connection, "SELECT path, sha256, released FROM released_file ORDER BY path");
        var files = new List<ReleasedFile>();
        while (all.Step())
        {
            files.Add(new ReleasedFile(all.Required(0), all.Blob(1).ToArray(), new DateTimeOffset(all.Long(2), TimeSpan.Zero)));
        }

        return files;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _record.Dispose();
        _remove.Dispose();
    }
}
