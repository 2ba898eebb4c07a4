using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Blog.Vault;

/// <summary>
/// What releases wrote into <c>input/</c>: of each file the hash and the bytes of the last time, so that a hand edit is seen, kept and
/// merged; of each run, which files it wrote and removed.
/// </summary>
public sealed class ReleasedFiles : IDisposable
{
    private readonly VaultStore _store;
    private readonly Statement _find;
    private readonly Statement _record;
    private readonly Statement _remove;
    private readonly Statement _text;
    private readonly Statement _keepText;
    private readonly Statement _tell;
    private (long Row, VaultHandle Handle)? _run;

    internal ReleasedFiles(VaultStore store)
    {
        _store = store;
        _find = new Statement(store.Connection, "SELECT f.sha256, f.released, r.handle FROM released_file f LEFT JOIN release_run r ON r.row = f.run_row WHERE f.path = ?1");
        _record = new Statement(store.Connection, """
            INSERT INTO released_file (path, sha256, released, run_row) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, released = excluded.released, run_row = excluded.run_row WHERE sha256 <> excluded.sha256
            """);
        _remove = new Statement(store.Connection, "DELETE FROM released_file WHERE path = ?1");
        _text = new Statement(store.Connection, "SELECT deflated FROM released_text WHERE path = ?1");
        _keepText = new Statement(store.Connection, "INSERT INTO released_text (path, deflated) VALUES (?1, ?2) ON CONFLICT (path) DO UPDATE SET deflated = excluded.deflated");
        _tell = new Statement(store.Connection, """
            INSERT INTO release_run_file (run_row, path, sha256) VALUES (?1, ?2, ?3) ON CONFLICT (run_row, path) DO UPDATE SET sha256 = excluded.sha256
            """);
    }

    /// <summary>Begins a run: what is recorded and removed from now on is put down to it. One that was not ended stays in the store as cut off.</summary>
    /// <returns>Its random name.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public VaultHandle BeginRun()
    {
        _store.RequireTransaction();
        var handle = _store.NewHandle();
        using var begin = new Statement(_store.Connection, "INSERT INTO release_run (handle, started) VALUES (?1, ?2) RETURNING row");
        var row = begin.Bind(1, handle.ToBytes()).Bind(2, _store.Time.GetUtcNow().UtcTicks).Number() ?? throw new InvalidOperationException("The run was not written.");
        _run = (row, handle);
        _store.Audit.Append(AuditVerb.Release, handle);
        return handle;
    }

    /// <summary>Ends the run.</summary>
    /// <exception cref="InvalidOperationException">No run was begun, or no transaction is open.</exception>
    public void EndRun()
    {
        _store.RequireTransaction();
        var run = _run ?? throw new InvalidOperationException("No run was begun.");
        using var end = new Statement(_store.Connection, "UPDATE release_run SET finished = ?2 WHERE row = ?1");
        end.Bind(1, run.Row).Bind(2, _store.Time.GetUtcNow().UtcTicks).Run();
        _store.Audit.Append(AuditVerb.ReleaseDone, run.Handle);
        _run = null;
    }

    /// <summary>What was written at a path within <c>input/</c>.</summary>
    public bool TryGet(string path, [NotNullWhen(true)] out ReleasedFile? file)
    {
        _find.Bind(1, path);
        file = _find.Step() ? new ReleasedFile(path, _find.Blob(0).ToArray(), new DateTimeOffset(_find.Long(1), TimeSpan.Zero), Handle(_find, 2)) : null;
        _find.Rest();
        return file is not null;
    }

    /// <summary>The bytes that were written last at a path; false where the store does not have them (written before it kept them).</summary>
    /// <exception cref="VaultException">The store has them, but not as they were written.</exception>
    public bool TryGetBytes(string path, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (!TryGet(path, out var file))
        {
            return false;
        }

        _text.Bind(1, path);
        var deflated = _text.Step() ? _text.Blob(0).ToArray() : null;
        _text.Rest();
        if (deflated is null)
        {
            return false;
        }

        bytes = DeflatedBytes.Inflate(deflated);
        if (bytes is null || !SHA256.HashData(bytes).AsSpan().SequenceEqual(file.Sha256.Span))
        {
            throw new VaultException(VaultFault.Damaged, "The private store has a released file in other bytes than it says were written, so hand edits cannot be merged against it. Run \"vault verify\", and bring back a copy from before.");
        }

        return true;
    }

    /// <summary>Remembers what was written, with its bytes; the same bytes again change nothing, their time and run included.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Record(string path, ReadOnlySpan<byte> bytes)
    {
        _store.RequireTransaction();
        var sha256 = SHA256.HashData(bytes);
        if (TryGet(path, out var known) && known.Sha256.Span.SequenceEqual(sha256))
        {
            if (!HasBytes(path))
            {
                _keepText.Bind(1, path).Bind(2, DeflatedBytes.Deflate(bytes)).Run(); // remembered by a version that kept hashes only
            }

            return;
        }

        _record.Bind(1, path).Bind(2, sha256).Bind(3, _store.Time.GetUtcNow().UtcTicks).Bind(4, _run?.Row).Run();
        _keepText.Bind(1, path).Bind(2, DeflatedBytes.Deflate(bytes)).Run();
        Tell(path, sha256);
    }

    /// <summary>Remembers a picture that was written, by its hash alone: nothing is ever merged into one.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void RecordPicture(string path, ReadOnlySpan<byte> sha256)
    {
        _store.RequireTransaction();
        if (!TryGet(path, out var known) || !known.Sha256.Span.SequenceEqual(sha256))
        {
            _record.Bind(1, path).Bind(2, sha256).Bind(3, _store.Time.GetUtcNow().UtcTicks).Bind(4, _run?.Row).Run();
            Tell(path, sha256.ToArray());
        }
    }

    /// <summary>Forgets a path and its bytes; false where none was recorded.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public bool Remove(string path)
    {
        _store.RequireTransaction();
        if (_remove.Bind(1, path).Run() == 0)
        {
            return false;
        }

        Tell(path, null);
        return true;
    }

    /// <summary>Puts other bytes in the place of those that were written, and forgets what runs wrote there: their hashes are digests of what was erased.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    internal void Rewrite(string path, ReadOnlySpan<byte> bytes)
    {
        ForgetRuns(path);
        Record(path, bytes);
        ForgetRuns(path);
    }

    /// <summary>Forgets a file as if it had never been written.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    internal void Erase(string path)
    {
        Remove(path);
        ForgetRuns(path);
    }

    private void ForgetRuns(string path)
    {
        _store.RequireTransaction();
        using var forget = new Statement(_store.Connection, "DELETE FROM release_run_file WHERE path = ?1");
        forget.Bind(1, path).Run();
    }

    /// <summary>Every file, by path in ordinal order of its UTF-8 bytes.</summary>
    public IReadOnlyList<ReleasedFile> List()
    {
        using var all = new Statement(_store.Connection, "SELECT f.path, f.sha256, f.released, r.handle FROM released_file f LEFT JOIN release_run r ON r.row = f.run_row ORDER BY f.path");
        var files = new List<ReleasedFile>();
        while (all.Step())
        {
            files.Add(new ReleasedFile(all.Required(0), all.Blob(1).ToArray(), new DateTimeOffset(all.Long(2), TimeSpan.Zero), Handle(all, 3)));
        }

        return files;
    }

    /// <summary>Every run, in order.</summary>
    public IReadOnlyList<ReleaseRun> Runs()
    {
        using var all = new Statement(_store.Connection, "SELECT handle, started, finished FROM release_run ORDER BY row");
        var runs = new List<ReleaseRun>();
        while (all.Step())
        {
            runs.Add(new ReleaseRun(
                VaultHandle.Of(all.Blob(0)),
                new DateTimeOffset(all.Long(1), TimeSpan.Zero),
                all.LongOrNull(2) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null));
        }

        return runs;
    }

    /// <summary>What a run wrote and removed, by path.</summary>
    public IReadOnlyList<ReleaseRunFile> FilesOf(VaultHandle run)
    {
        using var all = new Statement(_store.Connection, "SELECT f.path, f.sha256 FROM release_run_file f JOIN release_run r ON r.row = f.run_row WHERE r.handle = ?1 ORDER BY f.path");
        all.Bind(1, run.ToBytes());
        var files = new List<ReleaseRunFile>();
        while (all.Step())
        {
            // With an if: "null" beside a memory would be taken for an array and become an empty memory, which is a hash.
            ReadOnlyMemory<byte>? sha256 = null;
            if (!all.IsNull(1))
            {
                sha256 = all.Blob(1).ToArray();
            }

            files.Add(new ReleaseRunFile(all.Required(0), sha256));
        }

        return files;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _record.Dispose();
        _remove.Dispose();
        _text.Dispose();
        _keepText.Dispose();
        _tell.Dispose();
    }

    private bool HasBytes(string path)
    {
        _text.Bind(1, path);
        var has = _text.Step();
        _text.Rest();
        return has;
    }

    private void Tell(string path, byte[]? sha256)
    {
        if (_run is not { } run)
        {
            return;
        }

        _tell.Bind(1, run.Row).Bind(2, path);
        if (sha256 is null)
        {
            _tell.Bind(3, (string?)null);
        }
        else
        {
            _tell.Bind(3, sha256);
        }

        _tell.Run();
    }

    private static VaultHandle? Handle(Statement statement, int column) => statement.IsNull(column) ? null : VaultHandle.Of(statement.Blob(column));
}
