using System.Globalization;
using Blog.Text;
using Blog.Vault;
using Microsoft.Data.Sqlite;

namespace Blog.Tests.Vault;

/// <summary>Stores as older programs left them, made by their migrations alone, go up without loss.</summary>
public sealed class MigrationTests : IDisposable
{
    private const string Data = """
        INSERT INTO secret VALUES ('vault', x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');
        INSERT INTO source (row, format, key, title, address, review_first) VALUES (1, 'blogger-classic', '1', 'A blog', 'https://example.org', 1), (2, 'capture', '000', NULL, NULL, 0);
        INSERT INTO import_run VALUES (1, 1, 0, 1, 2, 2, 0, 0, 0, 0, 0);
        INSERT INTO person (row, name, profile_url, identity) VALUES (1, 'Nettlepin', NULL, 'name:nettlepin');
        INSERT INTO post (row, source_row, source_id, handle, present, public_id, kind, visibility, published, published_offset, published_precision, author_row, ordinal)
            VALUES (1, 1, '100', x'11111111111111111111111111111111', 1, '100', 'post', 'public', 635857922400000000, 0, 'minute', 1, 0);
        INSERT INTO post_text VALUES (1, zeroblob(32), 'A title', '/a.html', '<p>words of the post</p>', 'words of the post', '', NULL, NULL, NULL);
        INSERT INTO post_label VALUES (1, 0, 'one');
        INSERT INTO comment (row, source_row, keyed, key, handle, post_row, public_id, visibility, state, author_row, ordinal)
            VALUES (1, 1, 0, '200', x'22222222222222222222222222222222', 1, '200', 'public', 'published', 1, 1);
        INSERT INTO comment_text VALUES (1, zeroblob(32), '<p>words of the comment</p>', 'words of the comment', '', NULL, 'n@example.org', NULL);
        INSERT INTO public_id VALUES ('100', 'post', 1), ('200', 'comment', 1);
        INSERT INTO pseudonym VALUES ('thread', 'name:nettlepin', 'Amber Otter');
        INSERT INTO released_file (path, sha256, released) VALUES ('posts/a.md', zeroblob(32), 635857922400000000);
        INSERT INTO given_number VALUES (1, '22', 1, 0);
        """;

    private const string Decisions = """
        INSERT INTO decision (row, handle, made, actor, action, scope) VALUES
            (1, x'33333333333333333333333333333333', 635857922400000000, 'Amber Vice', 'redact', 'everywhere'),
            (2, x'44444444444444444444444444444444', 635857922400000001, 'Frank Winch', 'keep', 'everywhere');
        INSERT INTO decision_text VALUES (1, 'a term', 'a variant', NULL, 'a reason'), (2, NULL, '', NULL, NULL);
        """;

    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_older_store_goes_up_and_keeps_everything(int version)
    {
        var before = Make(version, out var tables);
        using (var store = _fixture.Open())
        {
            Assert.Equal(VaultSchema.Newest, VaultFixture.Scalar<long>(store, "PRAGMA user_version"));
            Assert.Equal(before, Rows(store.Connection, tables));
            var post = store.Posts().Single();
            Assert.Equal(("words of the post", "words of the comment"), (post.Markdown, store.Comments(post.Row).Single().Markdown));
            Assert.Equal([true, false], store.Sources.List().Select(source => source.ReviewFirst));
            Assert.Equal(2, store.Sources.List().Select(source => source.Handle).Distinct().Count());
            Assert.Equal([SourceState.Unknown, SourceState.Unknown], store.Sources.List().Select(source => source.State));
            Assert.True(store.Released.TryGet("posts/a.md", out var file));
            Assert.Null(file.Run);
            Assert.False(store.Released.TryGetBytes("posts/a.md", out _));
            Assert.Equal(2, store.Search("words", 10).Count);
            Assert.Equal(version == 2 ? [("Amber Vice", AuditVerb.DecisionAdopted), ("Frank Winch", AuditVerb.DecisionAdopted)] : [], store.Audit.List().Select(entry => (entry.Actor, entry.Verb)));
            Assert.Equal(store.Decisions.List().Select(decision => (VaultHandle?)decision.Handle), store.Audit.List().Select(entry => entry.Subject));
            Assert.Null(AuditChain.FirstFault(store.Connection, []));
            Assert.True(PenNames.IsUsable(store.Actor));
        }

        using var again = _fixture.Open();
        Assert.Equal(before, Rows(again.Connection, tables));
    }

    [Fact]
    public void A_migration_that_cannot_be_finished_leaves_the_older_store()
    {
        var before = Make(2, out var tables);
        using (var connection = Connect())
        {
            // Another tool's table stands where a migration would put its own: the schema is refused before anything is touched.
            VaultSchema.Execute(connection, "CREATE TABLE finding (a TEXT) STRICT");
        }

        Assert.Equal(VaultFault.Damaged, Assert.Throws<VaultException>(() => _fixture.Open()).Fault);
        using (var connection = Connect())
        {
            Assert.Equal(2, VaultSchema.Pragma(connection, "user_version"));
            VaultSchema.Execute(connection, "DROP TABLE finding");
            Assert.Equal(before, Rows(connection, tables));
        }

        _fixture.Open().Dispose();
    }

    private string Make(int version, out IReadOnlyList<(string Table, string Columns)> tables)
    {
        _fixture.Open().Dispose(); // for the folder and its rights
        File.WriteAllBytes(_fixture.Location().Database, []);
        using var connection = Connect();
        VaultSchema.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {VaultSchema.ApplicationId}"));
        for (var each = 1; each <= version; each++)
        {
            VaultSchema.Execute(connection, EmbeddedText.Read($"Vault.Migrations.{each:0000}.sql"));
            if (each == 1)
            {
                VaultSchema.Execute(connection, Data); // data of version 1 goes up to 2 by SQL, too
            }
        }

        if (version > 1)
        {
            VaultSchema.Execute(connection, Decisions);
        }

        VaultSchema.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
        tables = Tables(connection);
        return Rows(connection, tables);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_fixture.Location().Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<(string Table, string Columns)> Tables(SqliteConnection connection)
    {
        var tables = new List<(string, string)>();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT l.name, group_concat('"' || i.name || '"') FROM pragma_table_list l JOIN pragma_table_info(l.name) i
            WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite%' GROUP BY l.name ORDER BY l.name
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            tables.Add((reader.GetString(0), reader.GetString(1)));
        }

        return tables;
    }

    private static string Rows(SqliteConnection connection, IReadOnlyList<(string Table, string Columns)> tables)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (table, columns) in tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {columns} FROM {table} ORDER BY 1, 2";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                text.Append(table);
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    text.Append('|').Append(reader.IsDBNull(column) ? "NULL" : reader.GetValue(column) is byte[] blob ? Convert.ToHexString(blob) : reader.GetValue(column).ToString());
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
