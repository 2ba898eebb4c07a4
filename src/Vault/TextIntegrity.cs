using System.Globalization;
using Blog.Html;
using Blog.Import;
using Blog.Model;
using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>Compares what the store holds of each post and comment with the hash that was taken when it came: SQLite's own check does not see a flipped bit within a text.</summary>
internal static class TextIntegrity
{
    /// <summary>How many posts and comments are not as they came.</summary>
    public static long Count(SqliteConnection connection) => Read(connection).LongCount(text => !text.IsWhole);

    /// <summary>Every post and comment that has words, with what its hash was made of. Nothing may be written to the texts while they are read.</summary>
    public static IEnumerable<StoredText> Read(SqliteConnection connection) => ReadPosts(connection).Concat(ReadComments(connection));

    private static IEnumerable<StoredText> ReadPosts(SqliteConnection connection)
    {
        using var labels = new Statement(connection, "SELECT name FROM post_label WHERE post_row = ?1 ORDER BY position");
        using var posts = new Statement(connection, """
            SELECT p.row, p.kind, p.visibility, t.title, t.original, t.markdown, t.changes, t.permalink, p.published, p.published_offset, p.published_precision,
                w.row, w.name, w.profile_url, t.author_key, t.author_email, t.author_avatar, p.series_name, p.series_number, p.stated_comments, p.flags, t.hash,
                s.format, s.key, p.source_id, p.handle
            FROM post p JOIN source s ON s.row = p.source_row JOIN post_text t ON t.post_row = p.row LEFT JOIN person w ON w.row = p.author_row WHERE p.present = 1
            """);
        var hash = new EntryHash();
        while (posts.Step())
        {
            var names = new List<string>();
            labels.Bind(1, posts.Long(0));
            while (labels.Step())
            {
                names.Add(labels.Required(0));
            }

            var post = new ImportedPost
            {
                SourceId = string.Empty, // not hashed
                Kind = VaultWords.Kind(posts.Required(1)),
                Visibility = VaultWords.VisibilityOf(posts.Required(2)),
                Title = posts.Text(3),
                Body = Body(posts, 4),
                Permalink = posts.Text(7),
                Published = VaultReader.Time(posts, 8),
                Labels = names,
                Series = posts.IsNull(17) ? null : new SeriesPlace(posts.Required(17), (int?)posts.LongOrNull(18)),
                StatedComments = (int?)posts.LongOrNull(19),
                Flags = Lines(posts.Required(20)),
                Ordinal = 0, // not hashed
            };
            var kept = posts.Blob(21).ToArray();
            var authors = Authors(posts, 11).ToList();
            var author = authors.FindIndex(author => hash.Of(post with { Author = author }).AsSpan().SequenceEqual(kept));
            yield return new StoredText(VaultHandle.Of(posts.Blob(25)), posts.Long(0), null, ErasureList.ThreadScope(posts.Required(22), posts.Required(23), posts.Required(24)), post with { Author = authors[Math.Max(0, author)] }, null, author >= 0);
        }
    }

    private static IEnumerable<StoredText> ReadComments(SqliteConnection connection)
    {
        using var comments = new Statement(connection, """
            SELECT p.source_id, c.parent_source_id, c.number_top, c.number_reply, c.visibility, c.state, t.original, t.markdown, t.changes,
                c.published, c.published_offset, c.published_precision, w.row, w.name, w.profile_url, t.author_key, t.author_email, t.author_avatar, c.flags, t.hash,
                s.format, s.key, p.row, c.row, c.handle, c.ordinal
            FROM comment c JOIN post p ON p.row = ifnull(c.home_row, c.post_row) JOIN source s ON s.row = c.source_row JOIN comment_text t ON t.comment_row = c.row LEFT JOIN person w ON w.row = c.author_row
            """);
        var hash = new EntryHash();
        while (comments.Step())
        {
            var comment = new ImportedComment
            {
                PostSourceId = comments.Required(0),
                ParentSourceId = comments.Text(1),
                Number = comments.IsNull(2) ? null : new CommentNumber((int)comments.Long(2), (int)comments.Long(3)),
                Visibility = VaultWords.VisibilityOf(comments.Required(4)),
                State = VaultWords.State(comments.Required(5)),
                Body = Body(comments, 6),
                Published = VaultReader.Time(comments, 9),
                Flags = Lines(comments.Required(18)),
                Ordinal = comments.Long(25), // not hashed
            };
            var kept = comments.Blob(19).ToArray();
            var authors = Authors(comments, 12).ToList();
            var author = authors.FindIndex(author => hash.Of(comment with { Author = author }).AsSpan().SequenceEqual(kept));
            yield return new StoredText(VaultHandle.Of(comments.Blob(24)), comments.Long(22), comments.Long(23), ErasureList.ThreadScope(comments.Required(20), comments.Required(21), comments.Required(0)), null, comment with { Author = authors[Math.Max(0, author)] }, author >= 0);
        }
    }

    /// <summary>The writer as they may have come: a blank name or link is kept as none (<see cref="PersonTable"/>), but was hashed as it was.</summary>
    private static IEnumerable<ImportedAuthor?> Authors(Statement row, int column)
    {
        if (row.IsNull(column))
        {
            yield return null;
            yield break;
        }

        var (name, url) = (row.Text(column + 1), row.Text(column + 2));
        var author = new ImportedAuthor { Name = name, ProfileUrl = url, Key = row.Text(column + 3), Email = row.Text(column + 4), AvatarUrl = row.Text(column + 5) };
        yield return author;
        if (name is null)
        {
            yield return author with { Name = string.Empty };
        }

        if (url is null)
        {
            yield return author with { ProfileUrl = string.Empty };
        }

        if (name is null && url is null)
        {
            yield return author with { Name = string.Empty, ProfileUrl = string.Empty };
        }
    }

    private static ImportedBody Body(Statement row, int column) => new(
        new RawHtml(row.Required(column)),
        row.Required(column + 1),
        [.. Lines(row.Required(column + 2)).Select(line => new TextChange(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], int.Parse(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture)))]);

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}
