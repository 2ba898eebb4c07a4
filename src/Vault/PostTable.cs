using Blog.Import;

namespace Blog.Vault;

/// <summary>Takes posts and pages of one source in, and gives comments the row of their post, whether it has come yet or not.</summary>
internal sealed class PostTable : IDisposable
{
    /// <summary>Posts kept at hand for the comments that name them.</summary>
    private const int KeptPosts = 4096;

    private readonly VaultStore _store;
    private readonly ImportedPlace _source;
    private readonly PersonTable _people;
    private readonly HandleSource _handles;
    private readonly EntryHash _hash;
    private readonly ErasureFilter _erased;
    private readonly KeptTexts _keptTexts;
    private readonly RowSet _seen = new();
    private readonly Dictionary<string, long> _kept = [];
    private readonly Statement _find;
    private readonly Statement _expect;
    private readonly Statement _write;
    private readonly Statement _writeText;
    private readonly Statement _move;
    private readonly Statement _dropLabels;
    private readonly Statement _writeLabel;
    private readonly Statement _dropAddresses;
    private readonly Statement _writeAddress;
    private readonly EntryOrder _order;
    private long _lastRow;

    public PostTable(VaultStore store, ImportedPlace source, PersonTable people, HandleSource handles, EntryHash hash, ErasureFilter erased, KeptTexts kept)
    {
        _order = new EntryOrder(source);
        (_store, _source, _people, _handles, _hash, _erased, _keptTexts) = (store, source, people, handles, hash, erased, kept);
        var connection = store.Connection;
        _find = new Statement(connection, """
            SELECT p.row, p.present, p.ordinal, t.hash, p.standing, p.handle FROM post p LEFT JOIN post_text t ON t.post_row = p.row
            WHERE p.source_row = ?1 AND p.source_id = ?2
            """);
        _expect = new Statement(connection, "INSERT INTO post (row, source_row, source_id, handle, present, ordinal) VALUES (?1, ?2, ?3, ?4, 0, 0)");
        _write = new Statement(connection, """
            UPDATE post SET present = 1, public_id = ifnull(public_id, ?2), kind = ?3, visibility = ?4, published = ?5, published_offset = ?6,
                published_precision = ?7, author_row = ?8, series_name = ?9, series_number = ?10, stated_comments = ?11, flags = ?12, ordinal = ?13, standing = ?14
            WHERE row = ?1
            """);
        _writeText = new Statement(connection, """
            INSERT INTO post_text (post_row, hash, title, permalink, original, markdown, changes, author_key, author_email, author_avatar)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            ON CONFLICT (post_row) DO UPDATE SET hash = ?2, title = ?3, permalink = ?4, original = ?5, markdown = ?6, changes = ?7, author_key = ?8,
                author_email = ?9, author_avatar = ?10
            """);
        _move = new Statement(connection, "UPDATE post SET ordinal = ?2 WHERE row = ?1");
        _dropLabels = new Statement(connection, "DELETE FROM post_label WHERE post_row = ?1");
        _writeLabel = new Statement(connection, "INSERT INTO post_label (post_row, position, name) VALUES (?1, ?2, ?3)");
        _dropAddresses = new Statement(connection, "DELETE FROM thread_address WHERE post_row = ?1");
        _writeAddress = new Statement(connection, "INSERT INTO thread_address (post_row, position, address) VALUES (?1, ?2, ?3)");
        using var last = new Statement(connection, "SELECT max(row) FROM post");
        _lastRow = last.Number() ?? 0;
    }

    /// <summary>Rows of the posts that came in this import.</summary>
    public RowSet Seen => _seen;

    /// <summary>Takes a post in.</summary>
    public TakenAs Take(ImportedPost post)
    {
        var isErased = _erased.IsErased(post);
        post = (isErased ? ErasureFilter.Empty(post) : _erased.Clean(post)) with { Ordinal = _order.Of(post) };
        var hash = _hash.Of(post);
        var standing = Standing.Of(_source.Rank, post, hash);
        _find.Bind(1, _source.Row).Bind(2, post.SourceId);
        long row;
        var taken = TakenAs.New;
        if (_find.Step())
        {
            row = _find.Long(0);
            var (present, ordinal, erased, same) = (_find.Long(1) != 0, _find.Long(2), _find.IsNull(3), _find.Blob(3).SequenceEqual(hash));
            var (held, handle) = (_find.Text(4), VaultHandle.Of(_find.Blob(5)));
            _find.Rest();
            if (present)
            {
                if (!_seen.Add(row))
                {
                    return TakenAs.Repeated;
                }

                if (erased || isErased)
                {
                    return TakenAs.Erased;
                }

                if (same || Standing.IsAbove(held, standing))
                {
                    Move(row, ordinal, same ? Math.Min(ordinal, post.Ordinal) : ordinal);
                    return TakenAs.Unchanged;
                }

                if (_keptTexts.Keep(handle, post.Visibility == Visibility.Public))
                {
                    Move(row, ordinal, post.Ordinal);
                    return TakenAs.Kept;
                }

                taken = TakenAs.Updated;
            }
        }
        else
        {
            row = Expect(post.SourceId);
        }

        _seen.Add(row);
        Write(row, post, isErased ? null : hash, standing, taken);
        return isErased ? TakenAs.Erased : taken;
    }

    /// <summary>A page whose text is in another archive: comments will name it, and its addresses say where they belong.</summary>
    public void Expect(ImportedThread thread)
    {
        var row = RowOf(thread.SourceId);
        _dropAddresses.Bind(1, row).Run();
        for (var position = 0; position < thread.Addresses.Count; position++)
        {
            _writeAddress.Bind(1, row).Bind(2, (long)position).Bind(3, thread.Addresses[position]).Run();
        }
    }

    /// <summary>Row of the post that a comment names; a post that has not come is expected from then on.</summary>
    public long RowOf(string sourceId)
    {
        if (_kept.TryGetValue(sourceId, out var row))
        {
            return row;
        }

        _find.Bind(1, _source.Row).Bind(2, sourceId);
        var found = _find.Step();
        row = found ? _find.Long(0) : 0;
        _find.Rest();
        row = found ? row : Expect(sourceId);
        if (_kept.Count == KeptPosts)
        {
            _kept.Clear();
        }

        _kept.Add(sourceId, row);
        return row;
    }

    public void Dispose()
    {
        _find.Dispose();
        _expect.Dispose();
        _write.Dispose();
        _writeText.Dispose();
        _move.Dispose();
        _dropLabels.Dispose();
        _writeLabel.Dispose();
        _dropAddresses.Dispose();
        _writeAddress.Dispose();
    }

    private long Expect(string sourceId)
    {
        var row = ++_lastRow;
        _expect.Bind(1, row).Bind(2, _source.Row).Bind(3, sourceId).Bind(4, _handles.Next()).Run();
        return row;
    }

    private void Move(long row, long from, long to)
    {
        if (from != to)
        {
            _move.Bind(1, row).Bind(2, to).Run();
        }
    }

    private void Write(long row, ImportedPost post, byte[]? hash, string? standing, TakenAs taken)
    {
        var id = taken == TakenAs.New ? _store.PublicIds.ClaimForPost(_source, row, post.SourceId) : null;
        _write.Bind(1, row).Bind(2, id).Bind(3, VaultWords.Of(post.Kind)).Bind(4, VaultWords.Of(post.Visibility));
        TextColumns.BindTime(_write, 5, post.Published);
        _write.Bind(8, _people.RowOf(post.Author)).Bind(9, post.Series?.Name).Bind(10, post.Series?.Number).Bind(11, post.StatedComments)
            .Bind(12, TextColumns.Lines(post.Flags)).Bind(13, post.Ordinal).Bind(14, standing).Run();

        if (hash is null)
        {
            return; // erased: a place without words
        }

        _writeText.Bind(1, row).Bind(2, hash).Bind(3, post.Title).Bind(4, post.Permalink);
        TextColumns.BindBody(_writeText, 5, post.Body);
        TextColumns.BindHiddenAuthor(_writeText, 8, post.Author);
        _writeText.Run();

        _dropLabels.Bind(1, row).Run();
        for (var position = 0; position < post.Labels.Count; position++)
        {
            _writeLabel.Bind(1, row).Bind(2, (long)position).Bind(3, post.Labels[position]).Run();
        }
    }
}
