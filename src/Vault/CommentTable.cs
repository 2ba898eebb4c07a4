using System.Globalization;
using Blog.Import;
using Blog.Model;

namespace Blog.Vault;

/// <summary>Takes comments of one source in; whom they answer is settled at the end (<see cref="ParentTable"/>).</summary>
internal sealed class CommentTable : IDisposable
{
    private readonly VaultStore _store;
    private readonly ImportedPlace _source;
    private readonly PostTable _posts;
    private readonly PersonTable _people;
    private readonly HandleSource _handles;
    private readonly EntryHash _hash;
    private readonly ErasureFilter _erased;
    private readonly KeptTexts _kept;
    private readonly RowSet _seen = new();
    private readonly RowSet _unsettled = new();
    private readonly RowSet _grown = new();
    private readonly Dictionary<long, int> _found = [];
    private readonly Dictionary<string, int> _sameNumber = [];
    private readonly Statement _find;
    private readonly Statement _parent;
    private readonly Statement _insert;
    private readonly Statement _update;
    private readonly Statement _writeText;
    private readonly Statement _move;
    private readonly EntryOrder _order;
    private readonly long _lastRowBefore;
    private long _lastRow;

    public CommentTable(VaultStore store, ImportedPlace source, PostTable posts, PersonTable people, HandleSource handles, EntryHash hash, ErasureFilter erased, KeptTexts kept)
    {
        (_store, _source, _posts, _people, _handles, _hash, _erased, _kept) = (store, source, posts, people, handles, hash, erased, kept);
        _order = new EntryOrder(source);
        var connection = store.Connection;
        _find = new Statement(connection, """
            SELECT c.row, c.post_row, c.ordinal, t.hash, c.standing, c.handle FROM comment c LEFT JOIN comment_text t ON t.comment_row = c.row
            WHERE c.source_row = ?1 AND c.keyed = ?2 AND c.key = ?3
            """);
        _parent = new Statement(connection, """
            SELECT row FROM comment WHERE source_row = ?1 AND keyed = 0 AND key = ?2 AND post_row = ?3
            UNION ALL
            SELECT row FROM comment WHERE source_row = ?1 AND keyed = 1 AND key = ?4 AND post_row = ?3
            LIMIT 1
            """);
        _insert = new Statement(connection, """
            INSERT INTO comment (row, post_row, parent_source_id, number_top, number_reply, visibility, state, published, published_offset,
                published_precision, author_row, flags, ordinal, standing, source_row, keyed, key, handle, public_id, parent_row)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
            """);
        _update = new Statement(connection, """
            UPDATE comment SET post_row = ?2, parent_source_id = ?3, parent_row = NULL, parent_lost = 0, number_top = ?4, number_reply = ?5,
                visibility = ?6, state = ?7, published = ?8, published_offset = ?9, published_precision = ?10, author_row = ?11, flags = ?12,
                ordinal = ?13, standing = ?14, home_row = NULL
            WHERE row = ?1
            """);
        _writeText = new Statement(connection, """
            INSERT INTO comment_text (comment_row, hash, original, markdown, changes, author_key, author_email, author_avatar)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (comment_row) DO UPDATE SET hash = ?2, original = ?3, markdown = ?4, changes = ?5, author_key = ?6, author_email = ?7, author_avatar = ?8
            """);
        _move = new Statement(connection, "UPDATE comment SET ordinal = ?2 WHERE row = ?1");
        using var last = new Statement(connection, "SELECT max(row) FROM comment");
        _lastRowBefore = _lastRow = last.Number() ?? 0;
    }

    /// <summary>Rows of the comments that came in this import.</summary>
    public RowSet Seen => _seen;

    /// <summary>Rows of the posts whose threads are to be settled: a parent was not there yet, or a comment was changed.</summary>
    public RowSet Unsettled => _unsettled;

    /// <summary>Rows of the posts that got new comments, which may be the lost parents of earlier ones.</summary>
    public RowSet Grown => _grown;

    /// <summary>How many comments of a post came in this import.</summary>
    public int FoundUnder(long postRow) => _found.GetValueOrDefault(postRow);

    /// <summary>Takes a comment in.</summary>
    public TakenAs Take(ImportedComment comment)
    {
        var postRow = _posts.RowOf(comment.PostSourceId);
        var key = comment.SourceId ?? KeyOf(comment);
        var isErased = _erased.IsErased(comment, key);
        comment = (isErased ? ErasureFilter.Empty(comment) : _erased.Clean(comment)) with { Ordinal = _order.Of(comment) };
        var hash = _hash.Of(comment);
        var standing = Standing.Of(_source.Rank, comment, hash);
        if (Find(comment, key) is not { } held)
        {
            var row = ++_lastRow;
            _seen.Add(row);
            Count(postRow);
            _grown.Add(postRow);
            Insert(row, postRow, key, standing, comment, isErased ? null : hash);
            return isErased ? TakenAs.Erased : TakenAs.New;
        }

        if (!_seen.Add(held.Row))
        {
            return TakenAs.Repeated;
        }

        Count(postRow);
        if (held.Hash.Length == 0 || isErased)
        {
            return TakenAs.Erased;
        }

        var same = held.Hash.AsSpan().SequenceEqual(hash);
        var isLower = !same && Standing.IsAbove(held.Standing, standing);
        var isKept = !same && !isLower && _kept.Keep(held.Handle, comment is { State: CommentState.Published, Visibility: Visibility.Public });
        if (!same && !isLower && !isKept)
        {
            _unsettled.Add(held.PostRow);
            _unsettled.Add(postRow);
            BindStructure(_update, held.Row, postRow, standing, comment).Run();
            WriteText(held.Row, comment, hash);
            return TakenAs.Updated;
        }

        if (same && (comment.Ordinal < held.Ordinal || (comment.Published is { Precision: DatePrecision.Minute } && comment.Ordinal != held.Ordinal)))
        {
            _move.Bind(1, held.Row).Bind(2, comment.Ordinal).Run();
        }

        return isKept ? TakenAs.Kept : TakenAs.Unchanged;
    }

    /// <summary>Gives the new comments their public ids for good.</summary>
    /// <remarks>
    /// At the end and in the order of their keys, because ids come in no order: claimed one by one as comments arrive, each claim would
    /// land on another page of the table, and an archive greater than SQLite's cache would be written many times over.
    /// </remarks>
    public void ClaimIds(CancellationToken cancellation)
    {
        if (_lastRow == _lastRowBefore)
        {
            return;
        }

        using var rows = new Statement(_store.Connection, "SELECT row, keyed, key FROM comment WHERE source_row = ?1 ORDER BY keyed, key");
        using var expected = new Statement(_store.Connection, "SELECT public_id FROM comment WHERE row = ?1");
        using var change = new Statement(_store.Connection, "UPDATE comment SET public_id = ?2 WHERE row = ?1");
        rows.Bind(1, _source.Row);
        while (rows.Step())
        {
            var (row, keyed, key) = (rows.Long(0), rows.Long(1) != 0, rows.Required(2));
            if (row <= _lastRowBefore)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            var id = _store.PublicIds.ClaimForComment(_source, row, keyed ? null : key, key);
            if (id != expected.Bind(1, row).Word())
            {
                change.Bind(1, row).Bind(2, id).Run();
            }
        }
    }

    public void Dispose()
    {
        _find.Dispose();
        _parent.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _writeText.Dispose();
        _move.Dispose();
    }

    /// <summary>
    /// What makes a comment without an id itself: its post and number; without a number its position. A second one of the same number in
    /// the same import (a numbering that restarts) gets <c>~2</c>, and so on in the order of the source, which is the same every time.
    /// </summary>
    private string KeyOf(ImportedComment comment)
    {
        var key = comment.Number is { } number
            ? $"{comment.PostSourceId}/{number}"
            : string.Create(CultureInfo.InvariantCulture, $"{comment.PostSourceId}/#{comment.Ordinal}");
        if (Find(comment, key) is not { } held || !_seen.Contains(held.Row))
        {
            return key;
        }

        var times = _sameNumber.GetValueOrDefault(key, 1) + 1;
        _sameNumber[key] = times;
        return string.Create(CultureInfo.InvariantCulture, $"{key}~{times}");
    }

    private Held? Find(ImportedComment comment, string key)
    {
        _find.Bind(1, _source.Row).Bind(2, comment.SourceId is null ? 1L : 0L).Bind(3, key);
        Held? held = _find.Step() ? new Held(_find.Long(0), _find.Long(1), _find.Long(2), _find.Blob(3).ToArray(), _find.Text(4), VaultHandle.Of(_find.Blob(5))) : null;
        _find.Rest();
        return held;
    }

    private void Count(long postRow) => _found[postRow] = _found.GetValueOrDefault(postRow) + 1;

    private void Insert(long row, long postRow, string key, string? standing, ImportedComment comment, byte[]? hash)
    {
        var id = _store.PublicIds.ExpectedForComment(_source, comment.SourceId, key);
        var parentRow = ParentOf(comment, postRow);
        if (parentRow is null && comment.ParentSourceId is not null)
        {
            _unsettled.Add(postRow);
        }

        BindStructure(_insert, row, postRow, standing, comment).Bind(15, _source.Row).Bind(16, comment.SourceId is null ? 1L : 0L).Bind(17, key)
            .Bind(18, _handles.Next()).Bind(19, id).Bind(20, parentRow).Run();
        if (hash is not null)
        {
            WriteText(row, comment, hash);
        }
    }

    /// <summary>
    /// The parent, where it is in already and under the same post, as in most archives it is: a thread that is complete as it comes need
    /// not be read again at the end. A link made here leads to an earlier row, so it closes no circle by itself.
    /// </summary>
    private long? ParentOf(ImportedComment comment, long postRow) => comment.ParentSourceId is { } parent
        ? _parent.Bind(1, _source.Row).Bind(2, parent).Bind(3, postRow).Bind(4, $"{comment.PostSourceId}/{parent}").Number()
        : null;

    private Statement BindStructure(Statement statement, long row, long postRow, string? standing, ImportedComment comment)
    {
        var authorRow = _people.RowOf(comment.Author);
        statement.Bind(1, row).Bind(2, postRow).Bind(3, comment.ParentSourceId)
            .Bind(4, (long?)comment.Number?.Top).Bind(5, (long?)comment.Number?.Reply)
            .Bind(6, VaultWords.Of(comment.Visibility)).Bind(7, CommentStateTable.ToWord(comment.State));
        TextColumns.BindTime(statement, 8, comment.Published);
        return statement.Bind(11, authorRow).Bind(12, TextColumns.Lines(comment.Flags)).Bind(13, comment.Ordinal).Bind(14, standing);
    }

    private void WriteText(long row, ImportedComment comment, byte[] hash)
    {
        _writeText.Bind(1, row).Bind(2, hash);
        TextColumns.BindBody(_writeText, 3, comment.Body);
        TextColumns.BindHiddenAuthor(_writeText, 6, comment.Author);
        _writeText.Run();
    }

    /// <summary>What the store holds of a comment; an empty hash where its words were erased.</summary>
    private readonly record struct Held(long Row, long PostRow, long Ordinal, byte[] Hash, string? Standing, VaultHandle Handle);
}
