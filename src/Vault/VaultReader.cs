using Blog.Import;
using Blog.Model;
using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>Reads posts, comments and writers back out of the store.</summary>
internal sealed class VaultReader : IDisposable
{
    private const string CommentColumns = """
        SELECT c.row, c.keyed, c.key, c.public_id, c.parent_source_id, c.parent_row, c.parent_lost, c.number_top, c.number_reply,
            c.visibility, c.state, c.published, c.published_offset, c.published_precision, c.flags, c.ordinal, t.markdown,
            w.row, w.name, w.identity, w.profile_url, w.handle, c.handle, c.post_row
        FROM comment c
            LEFT JOIN comment_text t ON t.comment_row = c.row
            LEFT JOIN person w ON w.row = c.author_row
        """;

    private readonly SqliteConnection _connection;
    private readonly Statement _post;
    private readonly Statement _labels;
    private readonly Statement _comments;
    private readonly Statement _comment;

    public VaultReader(SqliteConnection connection)
    {
        _connection = connection;
        _post = new Statement(connection, """
            SELECT p.row, s.format, s.key, s.address, p.source_id, p.public_id, p.kind, p.visibility, p.published, p.published_offset,
                p.published_precision, p.series_name, p.series_number, p.flags, p.ordinal, t.title, t.permalink, t.markdown,
                w.row, w.name, w.identity, w.profile_url, w.handle, s.review_first, p.handle
            FROM post p JOIN source s ON s.row = p.source_row
                LEFT JOIN post_text t ON t.post_row = p.row
                LEFT JOIN person w ON w.row = p.author_row
            WHERE p.row = ?1
            """);
        _labels = new Statement(connection, "SELECT name FROM post_label WHERE post_row = ?1 ORDER BY position");
        _comments = new Statement(connection, CommentColumns + " WHERE c.post_row = ?1 AND c.same_row IS NULL ORDER BY c.ordinal, c.published, length(c.key), c.key, c.row");
        _comment = new Statement(connection, CommentColumns + " WHERE c.row = ?1");
    }

    public IEnumerable<VaultPost> Posts()
    {
        // Rows first, texts one by one: a sort that carried the texts would hold the whole archive in memory.
        var rows = new List<long>();
        using (var order = new Statement(_connection, """
            SELECT p.row FROM post p JOIN source s ON s.row = p.source_row WHERE p.present = 1 AND p.same_row IS NULL
            ORDER BY p.published IS NULL, p.published, s.format, s.key, p.ordinal, length(p.source_id), p.source_id
            """))
        {
            while (order.Step())
            {
                rows.Add(order.Long(0));
            }
        }

        foreach (var row in rows)
        {
            yield return Post(row);
        }
    }

    public IReadOnlyList<VaultComment> Comments(long postRow)
    {
        var comments = new List<VaultComment>();
        _comments.Bind(1, postRow);
        while (_comments.Step())
        {
            comments.Add(Comment(_comments));
        }

        return comments;
    }

    public VaultComment Comment(long row)
    {
        _comment.Bind(1, row);
        if (!_comment.Step())
        {
            throw new InvalidOperationException("There is no such comment, or it was deleted while the comments were read.");
        }

        var comment = Comment(_comment);
        _comment.Rest();
        return comment;
    }

    /// <summary>Every post and comment by its names.</summary>
    public IReadOnlyList<VaultUnit> Units()
    {
        using var units = new Statement(_connection, """
            SELECT handle, row, NULL, public_id, fresh_id FROM post WHERE present = 1
            UNION ALL SELECT c.handle, c.post_row, c.row, c.public_id, c.fresh_id FROM comment c JOIN post p ON p.row = c.post_row WHERE p.present = 1
            """);
        var list = new List<VaultUnit>();
        while (units.Step())
        {
            list.Add(new VaultUnit(VaultHandle.Of(units.Blob(0)), units.Long(1), units.LongOrNull(2), units.Required(3), units.Text(4)));
        }

        return list;
    }

    /// <summary>Rows of the posts that a writer wrote or commented on, the latest first.</summary>
    public IReadOnlyList<long> PostsOf(string identity)
    {
        using var posts = new Statement(_connection, """
            SELECT p.row FROM post p WHERE p.present = 1 AND p.same_row IS NULL AND (p.author_row IN (SELECT row FROM person WHERE identity = ?1)
                OR p.row IN (SELECT c.post_row FROM comment c WHERE c.author_row IN (SELECT row FROM person WHERE identity = ?1)))
            ORDER BY p.published DESC, p.row DESC
            """);
        posts.Bind(1, identity);
        var rows = new List<long>();
        while (posts.Step())
        {
            rows.Add(posts.Long(0));
        }

        return rows;
    }

    public IReadOnlyList<VaultPerson> People()
    {
        using var people = new Statement(_connection, "SELECT row, name, identity, profile_url, handle FROM person ORDER BY row");
        var list = new List<VaultPerson>();
        while (people.Step())
        {
            list.Add(Person(people, 0)!); // not null: row is the key
        }

        return list;
    }

    public VaultCounts Stats() => new(
        Count("SELECT count(*) FROM source"),
        Count("SELECT count(*) FROM post WHERE present = 1 AND kind = 'post'"),
        Count("SELECT count(*) FROM post WHERE present = 1 AND kind = 'page'"),
        Count("SELECT count(*) FROM comment"),
        Count("SELECT count(*) FROM comment c JOIN post p ON p.row = c.post_row WHERE p.present = 0"),
        Count("SELECT count(*) FROM post WHERE present = 1 AND visibility = 'public' AND same_row IS NULL"),
        Count("SELECT count(*) FROM comment WHERE visibility = 'public' AND same_row IS NULL"),
        Count("SELECT count(*) FROM person"),
        Count("SELECT count(*) FROM import_run"),
        Count("SELECT count(*) FROM released_file"),
        Count("SELECT count(*) FROM pseudonym"),
        Count("SELECT (SELECT count(*) FROM post_text) + (SELECT count(*) FROM comment_text)"),
        Count("SELECT count(*) FROM finding_set"),
        Count("SELECT count(*) FROM finding"),
        Count("SELECT count(*) FROM decision"),
        DecisionsInForce(),
        Count("SELECT count(*) FROM release_run"),
        Count($"SELECT count(*) FROM sealed_item WHERE kind <> '{VaultWords.Of(SealedKind.AuditHead)}'"),
        Count("SELECT count(*) FROM audit"));

    public void Dispose()
    {
        _post.Dispose();
        _labels.Dispose();
        _comments.Dispose();
        _comment.Dispose();
    }

    public VaultPost Post(long row)
    {
        _post.Bind(1, row);
        if (!_post.Step())
        {
            throw new InvalidOperationException("There is no such post, or it was deleted while the posts were read.");
        }

        var post = new VaultPost
        {
            Row = row,
            Handle = VaultHandle.Of(_post.Blob(24)),
            SourceFormat = _post.Required(1),
            SourceKey = _post.Required(2),
            SourceAddress = _post.Text(3),
            SourceId = _post.Required(4),
            PublicId = PostId.Parse(_post.Required(5)),
            Kind = VaultWords.Kind(_post.Required(6)),
            Visibility = VaultWords.VisibilityOf(_post.Required(7)),
            Published = Time(_post, 8),
            Series = _post.IsNull(11) ? null : new SeriesPlace(_post.Required(11), (int?)_post.LongOrNull(12)),
            Flags = Lines(_post.Required(13)),
            Ordinal = _post.Long(14),
            Title = _post.Text(15),
            Permalink = _post.Text(16),
            Markdown = _post.Text(17) ?? string.Empty,
            Author = Person(_post, 18),
            Labels = Labels(row),
            ReviewFirst = _post.Long(23) != 0,
        };
        _post.Rest();
        return post;
    }

    private List<string> Labels(long postRow)
    {
        var labels = new List<string>();
        _labels.Bind(1, postRow);
        while (_labels.Step())
        {
            labels.Add(_labels.Required(0));
        }

        return labels;
    }

    /// <summary>From the last decision back: one holds unless a later one that holds replaces it.</summary>
    private long DecisionsInForce()
    {
        using var decisions = new Statement(_connection, "SELECT handle, replaces, action FROM decision ORDER BY row DESC");
        var replaced = new HashSet<VaultHandle>();
        var count = 0L;
        while (decisions.Step())
        {
            if (replaced.Contains(VaultHandle.Of(decisions.Blob(0))))
            {
                continue;
            }

            if (!decisions.IsNull(1))
            {
                replaced.Add(VaultHandle.Of(decisions.Blob(1)));
            }

            count += decisions.Required(2) == VaultWords.Of(DecisionAction.Undo) ? 0 : 1;
        }

        return count;
    }

    private long Count(string sql)
    {
        using var statement = new Statement(_connection, sql);
        return statement.Number() ?? 0;
    }

    private static VaultComment Comment(Statement statement) => new()
    {
        Row = statement.Long(0),
        Handle = VaultHandle.Of(statement.Blob(22)),
        PostRow = statement.Long(23),
        SourceId = statement.Long(1) == 0 ? statement.Required(2) : null,
        Id = CommentId.Parse(statement.Required(3)),
        ParentSourceId = statement.Text(4),
        ParentRow = statement.LongOrNull(5),
        ParentLost = statement.Long(6) != 0,
        Number = statement.IsNull(7) ? null : new CommentNumber((int)statement.Long(7), (int)statement.Long(8)),
        Visibility = VaultWords.VisibilityOf(statement.Required(9)),
        State = VaultWords.State(statement.Required(10)),
        Published = Time(statement, 11),
        Flags = Lines(statement.Required(14)),
        Ordinal = statement.Long(15),
        Markdown = statement.Text(16) ?? string.Empty,
        Author = Person(statement, 17),
    };

    /// <summary>A time of three columns: ticks in UTC, offset in minutes, precision.</summary>
    internal static ImportedTime? Time(Statement statement, int column)
    {
        if (statement.IsNull(column))
        {
            return null;
        }

        var offset = TimeSpan.FromMinutes(statement.Long(column + 1));
        var local = new DateTime(statement.Long(column) + offset.Ticks, DateTimeKind.Unspecified);
        return new ImportedTime(new DateTimeOffset(local, offset), VaultWords.Precision(statement.Required(column + 2)));
    }

    private static VaultPerson? Person(Statement statement, int column) => statement.IsNull(column)
        ? null
        : new VaultPerson
        {
            Row = statement.Long(column),
            Name = statement.Text(column + 1),
            Identity = statement.Text(column + 2),
            ProfileUrl = statement.Text(column + 3),
            Handle = VaultHandle.Of(statement.Blob(column + 4)),
        };

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}
