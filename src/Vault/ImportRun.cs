using Blog.Html;
using Blog.Import;

namespace Blog.Vault;

/// <summary>One import while it runs: hands each entry to its table, then settles parents and writes the run down.</summary>
internal sealed class ImportRun : IDisposable
{
    private readonly VaultStore _store;
    private readonly ImportedPlace _source;
    private readonly PersonTable _people;
    private readonly PostTable _posts;
    private readonly CommentTable _comments;
    private readonly ParentTable _parents;
    private readonly KeptTexts _kept;
    private readonly ImportTally _tally = new();
    private readonly long _started;

    public ImportRun(VaultStore store, ImportedSource source, bool? reviewFirst, IReadOnlySet<VaultHandle>? decided)
    {
        _store = store;
        if (decided is not null && !store.Sources.List().Any(known => known.Format == source.Format && known.Key == source.Key))
        {
            throw new ImportException("This is no newer export of an archive that is here: the private store knows no such blog. Take it in without --newer. Nothing was changed.");
        }

        _started = store.Time.GetUtcNow().UtcTicks;
        _source = new ImportedPlace(RowOf(source, reviewFirst), source.Format, source.Key, source.Rank);
        var handles = new HandleSource(store.Random);
        var hash = new EntryHash();
        var erased = new ErasureFilter(ErasureList.Of(store), _source);
        _people = new PersonTable(store.Connection);
        _kept = new KeptTexts(decided ?? new HashSet<VaultHandle>());
        _posts = new PostTable(store, _source, _people, handles, hash, erased, _kept);
        _comments = new CommentTable(store, _source, _posts, _people, handles, hash, erased, _kept);
        _parents = new ParentTable(store.Connection);
    }

    /// <summary>Takes a picture in that stands in a text itself; null for none.</summary>
    public Action<EmbeddedPicture>? TakePicture { get; init; }

    public void Take(ImportedEntry entry)
    {
        switch (entry)
        {
            case ImportedPost post:
                var postTaken = _posts.Take(post);
                _tally.Add(post, postTaken);
                TakePictures(post.Body, postTaken);
                break;
            case ImportedComment comment:
                var commentTaken = _comments.Take(comment);
                _tally.Add(comment, commentTaken);
                TakePictures(comment.Body, commentTaken);
                break;
            case ImportedThread thread:
                _posts.Expect(thread);
                break;
            case SkippedEntry skipped:
                _tally.Add(skipped);
                break;
            case ImportedSource:
                throw new InvalidOperationException("An importer names its source once.");
            default:
                throw new InvalidOperationException($"No table takes a {entry.GetType().Name}.");
        }
    }

    /// <summary>The pictures of a text that is here; those of an erased one stay away with it.</summary>
    private void TakePictures(ImportedBody body, TakenAs taken)
    {
        if (taken is TakenAs.New or TakenAs.Updated or TakenAs.Unchanged)
        {
            foreach (var picture in body.Pictures)
            {
                TakePicture?.Invoke(picture);
            }
        }
    }

    public ImportOutcome Finish(CancellationToken cancellation)
    {
        _comments.ClaimIds(cancellation);
        var unsettled = _comments.Unsettled;
        foreach (var post in _parents.PostsWithLostParents(_source.Row, _comments.Grown))
        {
            unsettled.Add(post);
        }

        var merge = SourceMerge.Settle(_store, cancellation);
        foreach (var post in merge.Touched)
        {
            unsettled.Add(post);
        }

        foreach (var post in unsettled.Rows())
        {
            cancellation.ThrowIfCancellationRequested();
            _parents.Settle(post);
        }

        var (resolved, lost) = _parents.Count(_source.Row);
        var (statedPosts, unbalanced) = Balance();
        var held = Count("SELECT count(*) FROM post WHERE source_row = ?1 AND present = 1") + Count("SELECT count(*) FROM comment WHERE source_row = ?1 AND NOT (keyed = 0 AND key LIKE 'form-%')");
        var outcome = new ImportOutcome
        {
            SourceFormat = _source.Format,
            Entries = _tally.Entries,
            Counts = _tally.Counts(),
            Skipped = _tally.Skipped(),
            Changes = _tally.Changes(),
            Flags = _tally.Flags(),
            StatedPosts = statedPosts,
            Unbalanced = unbalanced,
            ParentsResolved = resolved,
            ParentsLost = lost,
            MergedPosts = merge.Posts,
            MergedComments = merge.Comments,
            WaitingComments = merge.Waiting,
            KeptTexts = _kept.Met,
            NotInThisImport = held - _posts.Seen.Count - _comments.Seen.Count,
        };
        WriteDown(outcome);
        return outcome;
    }

    public void Dispose()
    {
        _people.Dispose();
        _posts.Dispose();
        _comments.Dispose();
        _parents.Dispose();
    }

    private long RowOf(ImportedSource source, bool? reviewFirst)
    {
        using var statement = new Statement(_store.Connection, """
            INSERT INTO source (format, key, title, address, review_first) VALUES (?1, ?2, ?3, ?4, ifnull(?5, 0))
            ON CONFLICT (format, key) DO UPDATE SET title = excluded.title, address = excluded.address, review_first = ifnull(?5, review_first)
                WHERE title IS NOT excluded.title OR address IS NOT excluded.address OR review_first <> ifnull(?5, review_first)
            """);
        statement.Bind(1, source.Format).Bind(2, source.Key).Bind(3, source.Title).Bind(4, source.Address).Bind(5, reviewFirst is { } held ? (held ? 1L : 0L) : (long?)null).Run();
        using var row = new Statement(_store.Connection, "SELECT row FROM source WHERE format = ?1 AND key = ?2");
        return row.Bind(1, source.Format).Bind(2, source.Key).Number() ?? throw new InvalidOperationException("The source was not written.");
    }

    private (int StatedPosts, IReadOnlyList<CommentBalance> Unbalanced) Balance()
    {
        using var posts = new Statement(_store.Connection, """
            SELECT row, source_id, present, stated_comments FROM post
            WHERE source_row = ?1 AND (present = 0 OR stated_comments IS NOT NULL) AND row NOT IN (SELECT post_row FROM thread_address) ORDER BY present DESC, ordinal, row
            """);
        posts.Bind(1, _source.Row);
        var (stated, unbalanced) = (0, new List<CommentBalance>());
        while (posts.Step())
        {
            var (row, present) = (posts.Long(0), posts.Long(2) != 0);
            var found = _comments.FoundUnder(row);
            if (!present && found > 0)
            {
                unbalanced.Add(new CommentBalance(posts.Required(1), null, found));
            }
            else if (present && _posts.Seen.Contains(row))
            {
                stated++;
                if (posts.Long(3) != found)
                {
                    unbalanced.Add(new CommentBalance(posts.Required(1), (int)posts.Long(3), found));
                }
            }
        }

        return (stated, unbalanced);
    }

    private long Count(string sql)
    {
        using var statement = new Statement(_store.Connection, sql);
        return statement.Bind(1, _source.Row).Number() ?? 0;
    }

    private void WriteDown(ImportOutcome outcome)
    {
        using var run = new Statement(_store.Connection, """
            INSERT INTO import_run (source_row, started, finished, entries, added, updated, unchanged, repeated, skipped, lost)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """);
        run.Bind(1, _source.Row).Bind(2, _started).Bind(3, _store.Time.GetUtcNow().UtcTicks).Bind(4, (long)outcome.Entries)
            .Bind(5, (long)_tally.Of(TakenAs.New)).Bind(6, (long)_tally.Of(TakenAs.Updated)).Bind(7, (long)_tally.Of(TakenAs.Unchanged))
            .Bind(8, (long)_tally.Of(TakenAs.Repeated)).Bind(9, (long)outcome.Skipped.Sum(skipped => skipped.Count))
            .Bind(10, (long)outcome.Skipped.Where(skipped => skipped.Lost).Sum(skipped => skipped.Count)).Run();
        using var source = new Statement(_store.Connection, "SELECT handle FROM source WHERE row = ?1");
        source.Bind(1, _source.Row).Step();
        var handle = VaultHandle.Of(source.Blob(0));
        source.Rest();
        _store.Audit.Append(AuditVerb.Import, handle);
    }
}
