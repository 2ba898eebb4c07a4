using Blog.Guests.Replies;
using Blog.Jose;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Guests.Submissions;

/// <summary>What people sent through the site: taken in from exports, looked at, taken further, answered. Reading and writing it is for editors, and needs the passphrase.</summary>
public sealed class Inbox
{
    private readonly VaultStore _store;

    /// <summary>Opens the inbox of a store.</summary>
    public Inbox(VaultStore store) => _store = store;

    /// <summary>Takes an export in, all of it in one transaction: decrypts, leaves out what was here before, and files each message as a sealed row.</summary>
    /// <param name="export">The export.</param>
    /// <param name="recovery">A recovery key; null for the store's own keys alone.</param>
    /// <remarks>A message that no key opens is kept as it came; every later pull tries it again.</remarks>
    /// <exception cref="InboxException">The export cannot be read; nothing was changed.</exception>
    /// <exception cref="VaultException">The sealed part is locked, or the actor may not do it; nothing was changed.</exception>
    public PullReport Pull(SubmissionExport export, EcPrivateKey? recovery)
    {
        var (kept, repeated, openedNow) = Pull(export.Read(), recovery);
        return new PullReport(export.Count, kept, repeated, export.Skipped, openedNow);
    }

    /// <summary>As <see cref="Pull(SubmissionExport, EcPrivateKey?)"/>, of messages from anywhere.</summary>
    internal (IReadOnlyDictionary<SubmissionKind, int> Kept, int Repeated, IReadOnlyDictionary<SubmissionKind, int> OpenedNow) Pull(IEnumerable<ExportedBlob> blobs, EcPrivateKey? recovery)
    {
        _store.Roles.Require(EditorTask.GuestPosts);
        var own = _store.Keys.List().Where(key => key.IsOwn && _store.Sealed.List(SealedKind.Key).Contains(key.Handle)).Select(_store.Keys.Open).ToList();
        try
        {
            List<EcPrivateKey> keys = [.. own.Select(key => key.Encryption)];
            if (recovery is not null)
            {
                keys.Add(recovery);
            }

            var (kept, openedNow, repeated) = (new SortedDictionary<SubmissionKind, int>(), new SortedDictionary<SubmissionKind, int>(), 0);
            using var transaction = _store.BeginTransaction();
            OpenLater(keys, openedNow);
            foreach (var blob in blobs)
            {
                if (Keep(blob, keys) is { } kind)
                {
                    kept[kind] = kept.GetValueOrDefault(kind) + 1;
                }
                else
                {
                    repeated++;
                }
            }

            transaction.Commit();
            return (kept, repeated, openedNow);
        }
        finally
        {
            own.ForEach(key => key.Dispose());
        }
    }

    /// <summary>Every submission, in the order in which they came. Needs no passphrase.</summary>
    public IReadOnlyList<VaultSubmission> List() => _store.Submissions.List();

    /// <summary>Opens a submission.</summary>
    /// <param name="number">Its number.</param>
    /// <exception cref="InboxException">There is none, or it was deleted.</exception>
    /// <exception cref="VaultException">The sealed part is locked, or the actor may not read it.</exception>
    public OpenedSubmission Open(long number)
    {
        var row = Find(number);
        if (!_store.Sealed.TryGet(SealedKind.Submission, row.Handle, out var bytes))
        {
            throw new InboxException($"Submission {number} was deleted. Nothing was changed.");
        }

        return new OpenedSubmission(row, row.Kind is not (SubmissionKind.Unopened or SubmissionKind.Other) && SubmissionReader.TryRead(bytes, out var content) ? content : null, bytes);
    }

    /// <summary>Opens a submission and says that it was taken further, as a guest's text, a comment or a request. In the caller's transaction, so that both hold or neither.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    /// <exception cref="InboxException">There is none, it was taken or deleted, or it could not be opened.</exception>
    public OpenedSubmission Take(long number)
    {
        var opened = Open(number);
        if (opened.Row.Done is not null)
        {
            throw new InboxException($"Submission {number} was taken before. Nothing was changed.");
        }

        if (opened.Row.Kind == SubmissionKind.Unopened)
        {
            throw new InboxException($"Submission {number} could not be opened with the keys of this store. Pull again with the recovery key (\"inbox pull EXPORT --recovery FILE\"). Nothing was changed.");
        }

        _store.Submissions.SetTaken(opened.Row.Handle);
        return opened;
    }

    /// <summary>Deletes what a submission says, and the answer to it. Needs no passphrase; the files of answers are for <see cref="WriteReplies"/>.</summary>
    /// <exception cref="InboxException">There is none.</exception>
    public void Delete(long number)
    {
        var row = Find(number);
        using var transaction = _store.BeginTransaction();
        _store.Submissions.Delete(row.Handle);
        transaction.Commit();
    }

    /// <summary>Destroys what a submission says, the answer to it and what its writer answered, as far as that was taken; but not its code: under it the writer can still be answered, and take their text back. In the caller's transaction.</summary>
    /// <param name="submission">The submission's random name; where nothing of it is here, nothing happens.</param>
    /// <exception cref="VaultException">The sealed part is locked.</exception>
    internal void ForgetText(VaultHandle submission)
    {
        var all = List();
        if (all.FirstOrDefault(row => row.Handle == submission) is not { } first || !_store.Sealed.TryGet(SealedKind.Submission, submission, out var bytes))
        {
            return;
        }

        _store.Sealed.Delete(SealedKind.Submission, submission); // so that the row is overwritten and not only written anew
        _store.Sealed.Delete(SealedKind.Reply, submission);
        if (SubmissionReader.TryRead(bytes, out var content) && content.Code is { } code)
        {
            _store.Sealed.Put(SealedKind.Submission, submission, SubmissionReader.Emptied(code));
        }

        foreach (var answer in all.Where(row => row.Done is not null && row.Answers == (first.Answers ?? first.Number)))
        {
            _store.Sealed.Delete(SealedKind.Submission, answer.Handle);
            _store.Sealed.Delete(SealedKind.Reply, answer.Handle);
        }
    }

    /// <summary>Destroys every message under the code of one, itself with it, and the answers to them. In the caller's transaction.</summary>
    internal void ForgetAll(VaultHandle submission)
    {
        var all = List();
        if (all.FirstOrDefault(row => row.Handle == submission) is { } first)
        {
            foreach (var row in all.Where(row => row.Number == first.Number || row.Answers == (first.Answers ?? first.Number)))
            {
                _store.Submissions.Delete(row.Handle);
            }
        }
    }

    /// <summary>Keeps an answer to a submission, in the place of the one before; <see cref="WriteReplies"/> puts it into the blog folder.</summary>
    /// <exception cref="InboxException">Its writer took no code, the answer is too long, or as many others wait as there are places.</exception>
    public void Answer(long number, Reply reply)
    {
        var opened = Open(number);
        if (opened.Content?.Code is null)
        {
            throw new InboxException($"The writer of submission {number} took no code, so no answer can reach them. Nothing was changed.");
        }

        if (!ReplyBlob.Fits(reply))
        {
            throw new InboxException("An answer has at most about 32,000 bytes, as all of them are of one size. Shorten it, or send it in two parts, one after the other. Nothing was changed.");
        }

        var waiting = _store.Sealed.List(SealedKind.Reply);
        if (waiting.Count >= ReplyFiles.Count && !waiting.Contains(opened.Row.Handle))
        {
            throw new InboxException($"{ReplyFiles.Count} answers wait already, and there are no more places. End one that was read (\"inbox reply N --end\"). Nothing was changed.");
        }

        using var transaction = _store.BeginTransaction();
        _store.Sealed.Put(SealedKind.Reply, opened.Row.Handle, ReplyBlob.Json(reply));
        transaction.Commit();
    }

    /// <summary>Ends the answer to a submission; false where there was none.</summary>
    public bool EndAnswer(long number)
    {
        var row = Find(number);
        using var transaction = _store.BeginTransaction();
        var ended = _store.Sealed.Delete(SealedKind.Reply, row.Handle);
        transaction.Commit();
        return ended;
    }

    /// <summary>Numbers of the submissions to which an answer waits.</summary>
    public IReadOnlyList<long> Answered()
    {
        var replies = _store.Sealed.List(SealedKind.Reply).ToHashSet();
        return [.. List().Where(row => replies.Contains(row.Handle)).Select(row => row.Number)];
    }

    /// <summary>Writes all answers and decoys into the blog folder, each of them anew.</summary>
    public void WriteReplies(BlogFolder folder)
    {
        var blobs = new List<byte[]>();
        foreach (var number in Answered())
        {
            var opened = Open(number);
            if (opened.Content?.Code is { } code && _store.Sealed.TryGet(SealedKind.Reply, opened.Row.Handle, out var json) && ReplyBlob.TryRead(json, out var reply))
            {
                blobs.Add(ReplyBlob.Seal(reply, code.Key.Span, _store.Random));
            }
        }

        ReplyFolder.Write(folder, blobs, _store.Random);
    }

    private VaultSubmission Find(long number) =>
        List().FirstOrDefault(row => row.Number == number) ?? throw new InboxException($"There is no submission {number} (\"inbox list\" shows them). Nothing was changed.");

    /// <summary>Messages that no key opened before are tried again.</summary>
    private void OpenLater(List<EcPrivateKey> keys, SortedDictionary<SubmissionKind, int> opened)
    {
        foreach (var row in List().Where(row => row.Kind == SubmissionKind.Unopened))
        {
            if (!_store.Sealed.TryGet(SealedKind.Submission, row.Handle, out var blob) || !TryContent(blob, keys, out var content))
            {
                continue;
            }

            var (kind, codeMark) = KindOf(content);
            var mark = _store.Submissions.MarkOf(content.Span);
            if (_store.Submissions.Has(mark))
            {
                _store.Submissions.Delete(row.Handle); // the same text came in another message, which could be opened
                continue;
            }

            _store.Submissions.SetOpened(row.Handle, kind, mark, codeMark, content.Span);
            opened[kind] = opened.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Keeps a message; null where it was here before.</summary>
    private SubmissionKind? Keep(ExportedBlob blob, List<EcPrivateKey> keys)
    {
        var table = _store.Submissions;
        var blobMark = table.MarkOf(blob.Bytes.Span);
        if (table.Has(blobMark))
        {
            return null;
        }

        var day = blob.Received is { } given && given <= _store.Keys.Today ? given : _store.Keys.Today;
        if (!TryContent(blob.Bytes, keys, out var content))
        {
            table.Add(SubmissionKind.Unopened, day, blobMark, null, null, blob.Bytes.Span);
            return SubmissionKind.Unopened;
        }

        var contentMark = table.MarkOf(content.Span);
        if (table.Has(contentMark))
        {
            return null; // encrypted twice: a second press of the button, or a saved file sent after all
        }

        var (kind, codeMark) = KindOf(content);
        table.Add(kind, day, blobMark, contentMark, codeMark, content.Span);
        return kind;
    }

    private (SubmissionKind Kind, byte[]? CodeMark) KindOf(ReadOnlyMemory<byte> content) => SubmissionReader.TryRead(content, out var submission)
        ? (submission.Kind, submission.Code is { } code ? _store.Submissions.MarkOf([.. code.Name.Span, .. code.Key.Span]) : null)
        : (SubmissionKind.Other, null);

    /// <summary>What is in a message. One that other tools wrote need not be padded.</summary>
    private static bool TryContent(ReadOnlyMemory<byte> blob, List<EcPrivateKey> keys, out ReadOnlyMemory<byte> content)
    {
        content = default;
        if (!EncryptedMessage.TryOpen(blob, keys, out var opened))
        {
            return false;
        }

        content = PaddedContent.TryUnpad(opened.Bytes, out var unpadded) ? unpadded : opened.Bytes;
        return true;
    }
}
