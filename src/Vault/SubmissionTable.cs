using System.Security.Cryptography;

namespace Blog.Vault;

/// <summary>Submissions as they are kept: kinds, days and keyed hashes in plain rows; what was written lies sealed under the same handle.</summary>
public sealed class SubmissionTable
{
    private readonly VaultStore _store;

    internal SubmissionTable(VaultStore store) => _store = store;

    /// <summary>The hash by which the same bytes are known again; without the store's key it says nothing.</summary>
    public byte[] MarkOf(ReadOnlySpan<byte> bytes)
    {
        var key = _store.DeriveKey("submission-mark-1");
        var mark = HMACSHA256.HashData(key, bytes);
        CryptographicOperations.ZeroMemory(key);
        return mark;
    }

    /// <summary>Whether a message or a content with this mark is here, or was here once.</summary>
    public bool Has(byte[] mark)
    {
        using var find = new Statement(_store.Connection, "SELECT 1 FROM submission WHERE blob_mark = ?1 OR content_mark = ?1");
        return find.Bind(1, mark).Number() is not null;
    }

    /// <summary>Keeps a submission.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="received">The day it came.</param>
    /// <param name="blobMark">Mark of the message.</param>
    /// <param name="contentMark">Mark of the content; null where it could not be opened.</param>
    /// <param name="codeMark">Mark of the code's name; null where it has none.</param>
    /// <param name="sealedBytes">What goes into its sealed row.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    /// <exception cref="VaultException">The sealed part is locked, or the actor may not do it.</exception>
    public VaultHandle Add(SubmissionKind kind, DateOnly received, byte[] blobMark, byte[]? contentMark, byte[]? codeMark, ReadOnlySpan<byte> sealedBytes)
    {
        _store.RequireTransaction();
        var handle = _store.NewHandle();
        _store.Sealed.Put(SealedKind.Submission, handle, sealedBytes);
        using var add = new Statement(_store.Connection, "INSERT INTO submission (handle, kind, received, blob_mark, content_mark, code_mark) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        Bind(add.Bind(1, handle.ToBytes()).Bind(2, VaultWords.Of(kind)).Bind(3, received).Bind(4, blobMark), contentMark, codeMark).Run();
        return handle;
    }

    /// <summary>Says what a submission is that could not be opened before.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void SetOpened(VaultHandle submission, SubmissionKind kind, byte[] contentMark, byte[]? codeMark, ReadOnlySpan<byte> sealedBytes)
    {
        _store.RequireTransaction();
        _store.Sealed.Put(SealedKind.Submission, submission, sealedBytes);
        using var set = new Statement(_store.Connection, "UPDATE submission SET kind = ?2, content_mark = ?5, code_mark = ?6 WHERE handle = ?1");
        Bind(set.Bind(1, submission.ToBytes()).Bind(2, VaultWords.Of(kind)), contentMark, codeMark).Run();
    }

    /// <summary>Says that an editor has taken a submission further.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void SetTaken(VaultHandle submission)
    {
        Finish(submission);
        _store.Audit.Append(AuditVerb.SubmissionTaken, submission);
    }

    /// <summary>Deletes what a submission says, and the answer to it; that it was here once stays.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Delete(VaultHandle submission)
    {
        Finish(submission);
        _store.Sealed.Delete(SealedKind.Submission, submission);
        _store.Sealed.Delete(SealedKind.Reply, submission);
        _store.Audit.Append(AuditVerb.SubmissionDeleted, submission);
    }

    /// <summary>Every submission, in the order in which they were kept.</summary>
    public IReadOnlyList<VaultSubmission> List()
    {
        using var all = new Statement(_store.Connection, """
            SELECT s.row, s.handle, s.kind, s.received, (SELECT min(f.row) FROM submission f WHERE f.code_mark = s.code_mark), s.done FROM submission s ORDER BY s.row
            """);
        var list = new List<VaultSubmission>();
        while (all.Step())
        {
            var first = all.LongOrNull(4);
            list.Add(new VaultSubmission(
                all.Long(0),
                VaultHandle.Of(all.Blob(1)),
                VaultWords.SubmissionKindOf(all.Required(2)),
                all.Day(3),
                first == all.Long(0) ? null : first,
                all.LongOrNull(5) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null));
        }

        return list;
    }

    private void Finish(VaultHandle submission)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.GuestPosts);
        using var set = new Statement(_store.Connection, "UPDATE submission SET done = ?2 WHERE handle = ?1 AND done IS NULL");
        set.Bind(1, submission.ToBytes()).Bind(2, _store.Time.GetUtcNow().UtcTicks).Run();
    }

    private static Statement Bind(Statement statement, byte[]? contentMark, byte[]? codeMark)
    {
        _ = contentMark is null ? statement.Bind(5, (string?)null) : statement.Bind(5, contentMark);
        return codeMark is null ? statement.Bind(6, (string?)null) : statement.Bind(6, codeMark);
    }
}
