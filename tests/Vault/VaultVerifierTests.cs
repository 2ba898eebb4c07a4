using System.Text.RegularExpressions;
using Blog.Import;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed partial class VaultVerifierTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_whole_store_has_no_fault_and_says_what_cannot_be_known()
    {
        using var store = Filled();
        var report = VaultVerifier.Verify(store, []);
        Assert.Empty(report.Faults);
        Assert.Equal(2, report.Unknown.Count); // the end of the audit, and signed texts
        Assert.Equal(store.Audit.Head, report.Head);
        Assert.Single(VaultVerifier.Verify(store, [report.Head]).Unknown);
        using var empty = _fixture.Open("empty");
        Assert.Empty(VaultVerifier.Verify(empty, []).Faults);
    }

    /// <summary>What another tool could do to a store, and what the check says of it.</summary>
    [Theory]
    [InlineData("UPDATE comment_text SET markdown = markdown || '.'", "1 posts or comments are not as they came")]
    [InlineData("UPDATE comment_text SET original = replace(original, 'comment', 'commend')", "1 posts or comments are not as they came")]
    [InlineData("UPDATE comment_text SET author_email = 'x@example.org'", "1 posts or comments are not as they came")]
    [InlineData("UPDATE comment SET published = published + 1", "1 posts or comments are not as they came")]
    [InlineData("UPDATE comment SET state = 'removed-by-admin'", "1 posts or comments are not as they came")]
    [InlineData("UPDATE person SET name = 'Somebody'", "1 posts or comments are not as they came")]
    [InlineData("UPDATE post_text SET title = NULL", "1 posts or comments are not as they came")]
    [InlineData("UPDATE post SET visibility = 'draft'", "1 posts or comments are not as they came")]
    [InlineData("UPDATE post_label SET name = 'three' WHERE position = 1", "1 posts or comments are not as they came")]
    [InlineData("UPDATE post SET source_id = 'other'", "1 posts or comments are not as they came")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM person", "rows name other rows that are not there")]
    [InlineData("INSERT INTO decision (row, handle, made, actor, action, scope) VALUES (99, randomblob(16), 0, 'x', 'keep', 'everywhere')", "1 decisions have no entry in the audit")]
    [InlineData("DROP TRIGGER decision_is_kept; PRAGMA foreign_keys = OFF; DELETE FROM decision_text; DELETE FROM decision; CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN SELECT raise(ABORT, 'decisions are kept'); END;", "1 decisions stand in the audit but not in the store")]
    [InlineData("UPDATE decision_text SET term = 'canarx'", "1 decisions are not as they were made")]
    [InlineData("DROP TRIGGER decision_is_not_changed; UPDATE decision SET scope = 'writer'; CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision BEGIN SELECT raise(ABORT, 'decisions are not changed'); END;", "1 decisions are not as they were made")]
    [InlineData("INSERT INTO release_run (handle, started) VALUES (randomblob(16), 0)", "1 releases have no entry in the audit")]
    [InlineData("UPDATE released_file SET sha256 = zeroblob(32)", "kept bytes of 1 released files")]
    [InlineData("UPDATE released_text SET deflated = x'00'", "kept bytes of 1 released files")]
    [InlineData("PRAGMA ignore_check_constraints = ON; UPDATE released_file SET sha256 = x'00'", "1 released files have no proper hash")]
    [InlineData("INSERT INTO comment_search (comment_search, rowid, markdown) VALUES ('delete', 1, 'canary of the comment')", "search index does not agree")]
    [InlineData("INSERT INTO post_search (rowid, title, markdown) VALUES (77, 'ghost', 'ghost')", "search index does not agree")]
    [InlineData("DROP TRIGGER audit_is_not_changed", "tables are not as this program makes them")]
    [InlineData("CREATE TABLE extra (a TEXT)", "tables are not as this program makes them")]
    public void Each_fault_is_named(string sql, string fault)
    {
        using var store = Filled();
        store.CatchUpSearch();
        store.Execute(sql);
        var report = VaultVerifier.Verify(store, []);
        Assert.Contains(report.Faults, each => each.Contains(fault, StringComparison.Ordinal));
        Assert.All(report.Faults, each => Assert.DoesNotContain("canary", each, StringComparison.Ordinal));
    }

    [Fact]
    public void A_search_index_is_made_anew()
    {
        using var store = Filled();
        store.CatchUpSearch();
        store.Execute("INSERT INTO comment_search (comment_search, rowid, markdown) VALUES ('delete', 1, 'canary of the comment')");
        Assert.DoesNotContain(store.Search("canary", 10), hit => !hit.IsPost);
        store.RebuildSearch();
        Assert.Empty(VaultVerifier.Verify(store, []).Faults);
        Assert.Single(store.Search("canary", 10), hit => !hit.IsPost);
    }

    /// <summary>Bytes flipped in the closed file, all over it: each is refused at the opening, named by the check, or changes nothing that is kept.</summary>
    [Fact]
    public void A_failing_disk_is_noticed_wherever_it_matters()
    {
        string before;
        using (var store = Filled())
        {
            store.CatchUpSearch();
            before = Dump(store, withRuns: true);
        }

        var database = _fixture.Location().Database;
        var good = File.ReadAllBytes(database);
        var used = Enumerable.Range(0, good.Length).Where(at => good[at] != 0).ToArray(); // most of a small file is empty pages
        var random = new Random(7);
        var (silent, noticed) = (0, 0);
        for (var turn = 0; turn < 150; turn++)
        {
            var bad = (byte[])good.Clone();
            bad[used[random.Next(used.Length)]] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(database, bad);
            try
            {
                using var store = _fixture.Open();
                if (VaultVerifier.Verify(store, []).Faults.Count > 0)
                {
                    noticed++;
                }
                else if (Whole(store) != Whole(before))
                {
                    silent++;
                }
            }
            catch (VaultException)
            {
                noticed++;
            }
        }

        Assert.True(noticed > 10, $"{noticed} of 150 flips were noticed");
        Assert.Equal(0, silent);
        File.WriteAllBytes(database, good);
    }

    /// <summary>What is checked: texts, decisions with the audit, releases. Numbers that the store works out anew, and when a file was last written, are not.</summary>
    private static string Whole(VaultStore store) => Whole(Dump(store, withRuns: true));

    private static string Whole(string dump)
    {
        string[] checkedTables = ["audit", "comment_text", "decision", "decision_text", "post_text", "post_label", "released_file", "released_text"];
        return WrittenAt().Replace(string.Concat(dump.Split("== ").Where(part => checkedTables.Any(table => part.StartsWith(table + "\n", StringComparison.Ordinal)))), "|-|");
    }

    [GeneratedRegex(@"(?<=^posts/[^|]*\|[0-9a-f]{64})\|[0-9]+\|", RegexOptions.Multiline)]
    private static partial Regex WrittenAt();

    private VaultStore Filled()
    {
        var store = _fixture.Open();
        var author = new ImportedAuthor { Name = " ", Key = "pid-1", ProfileUrl = string.Empty, Email = "canary@example.org" };
        TakeIn(store, Archive(), Post("1", 0, "canary of the post"), Comment("10", "1", 1, text: "canary of the comment", author: author with { Name = "Nettlepin" }));
        using var batch = store.BeginTransaction();
        store.Decisions.Add(new VaultDecision
        {
            Handle = store.Decisions.NewHandle(),
            Made = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero),
            Actor = "Patient Lathe",
            Action = DecisionAction.Redact,
            Scope = DecisionScope.Everywhere,
            Term = "canary",
        });
        store.Released.BeginRun();
        store.Released.Record("posts/a.md", [1, 2, 3]);
        store.Released.EndRun();
        batch.Commit();
        return store;
    }
}
