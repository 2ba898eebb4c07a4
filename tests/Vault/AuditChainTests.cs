using System.Globalization;
using Blog.Vault;
using FsCheck;
using FsCheck.Fluent;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class AuditChainTests : IDisposable
{
    private const string Off = "DROP TRIGGER audit_goes_on; DROP TRIGGER audit_moves_head; DROP TRIGGER audit_is_kept; DROP TRIGGER audit_is_not_changed; ";

    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void What_is_done_to_the_store_stands_in_its_audit()
    {
        using var store = _fixture.Open();
        Assert.Equal(0, store.Audit.Head.Seq);
        Assert.True(PenNames.IsUsable(store.Actor));
        TakeIn(store, Archive(), Post("1", 0));
        var source = store.Sources.List().Single();
        var decision = Decision(store);
        VaultHandle run;
        using (var batch = store.BeginTransaction())
        {
            store.Decisions.Add(decision);
            store.Sources.Set(source.Handle, SourceState.Closed);
            run = store.Released.BeginRun();
            store.Released.EndRun();
            store.Audit.Append(AuditVerb.Lock, null, "Somebody Else");
            batch.Commit();
        }

        (AuditVerb, VaultHandle?, string)[] expected =
        [
            (AuditVerb.Import, source.Handle, store.Actor),
            (AuditVerb.Decision, decision.Handle, "Patient Lathe"),
            (AuditVerb.SourceClosed, source.Handle, store.Actor),
            (AuditVerb.Release, run, store.Actor),
            (AuditVerb.ReleaseDone, run, store.Actor),
            (AuditVerb.Lock, null, "Somebody Else"),
        ];
        Assert.Equal(expected, store.Audit.List().Select(entry => (entry.Verb, entry.Subject, entry.Actor)));
        Assert.Equal(6, store.Audit.Head.Seq);
        Assert.Null(AuditChain.FirstFault(store.Connection, [store.Audit.Head]));
        Assert.Equal([1L, 3L], store.Audit.Of(source.Handle).Select(entry => entry.Seq));
    }

    [Fact]
    public void Every_verb_has_its_word()
    {
        foreach (var verb in Enum.GetValues<AuditVerb>())
        {
            Assert.Equal(verb, VaultWords.Verb(VaultWords.Of(verb)));
        }
    }

    [Fact]
    public void An_entry_stands_and_falls_with_what_it_tells_of()
    {
        using var store = _fixture.Open();
        Assert.Throws<InvalidOperationException>(() => store.Audit.Append(AuditVerb.Lock, null));
        using (store.BeginTransaction())
        {
            store.Decisions.Add(Decision(store));
        }

        Assert.Empty(store.Audit.List());
        Assert.Empty(store.Decisions.List());
    }

    [Theory]
    [InlineData("")]
    [InlineData("somebody@example.org")]
    [InlineData("two\nlines")]
    [InlineData(" ")]
    [InlineData("a name that goes on and on and on and on!")]
    public void An_actor_is_a_pen_name(string actor)
    {
        using var store = _fixture.Open();
        using var batch = store.BeginTransaction();
        Assert.Throws<ArgumentException>(() => store.Audit.Append(AuditVerb.Lock, null, actor));
    }

    [Theory]
    [InlineData("DELETE FROM audit WHERE seq = 2")]
    [InlineData("UPDATE audit SET actor = 'x' WHERE seq = 2")]
    [InlineData("INSERT INTO audit VALUES (9, 0, 'x', 'lock', NULL, zeroblob(32), randomblob(32))")]
    [InlineData("INSERT INTO audit VALUES (6, 0, 'x', 'lock', NULL, zeroblob(32), randomblob(32))")]
    public void The_store_itself_refuses_to_change_the_audit(string sql)
    {
        using var store = Filled(5);
        Assert.Throws<VaultException>(() => store.Execute(sql));
        Assert.Null(AuditChain.FirstFault(store.Connection, []));
    }

    /// <summary>Each change is one that somebody with another SQLite tool could make.</summary>
    [Theory]
    [InlineData("UPDATE audit SET made = made + 1 WHERE seq = 3", "Entry 3 of the audit was changed")]
    [InlineData("UPDATE audit SET actor = actor || ' ' WHERE seq = 3", "Entry 3 of the audit was changed")]
    [InlineData("UPDATE audit SET verb = 'unlock' WHERE seq = 3", "Entry 3 of the audit was changed")]
    [InlineData("UPDATE audit SET subject = NULL WHERE seq = 3", "Entry 3 of the audit was changed")]
    [InlineData("UPDATE audit SET hash = randomblob(32) WHERE seq = 3", "Entry 3 of the audit was changed")]
    [InlineData("UPDATE audit SET previous = randomblob(32) WHERE seq = 3", "Entry 3 of the audit does not follow")]
    [InlineData("DELETE FROM audit WHERE seq = 1", "Entry 1 of the audit is missing")]
    [InlineData("DELETE FROM audit WHERE seq = 3", "Entry 3 of the audit is missing")]
    [InlineData("DELETE FROM audit WHERE seq = 5", "The audit ends at entry 4")]
    [InlineData("DELETE FROM audit", "The audit ends at entry 0")]
    [InlineData("UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 99", "Entry 2 of the audit does not follow")]
    [InlineData("INSERT INTO audit SELECT 6, made, actor, verb, subject, previous, randomblob(32) FROM audit WHERE seq = 5", "Entry 6 of the audit does not follow")]
    [InlineData("UPDATE audit_head SET seq = 4", "its head names entry 4")]
    [InlineData("UPDATE audit_head SET hash = randomblob(32)", "its head names")]
    [InlineData("UPDATE audit_head SET origin = randomblob(32)", "Entry 1 of the audit does not follow")]
    [InlineData("DELETE FROM audit_head", "head of the audit is gone")]
    public void A_change_behind_its_back_is_found(string sql, string fault)
    {
        using var store = Filled(5);
        store.Execute(Off + sql);
        Assert.Contains(fault, AuditChain.FirstFault(store.Connection, []), StringComparison.Ordinal);
    }

    /// <summary>Any cell of any entry, any entry gone, any two changed over: found, each time.</summary>
    [Fact]
    public void Any_single_change_is_found()
    {
        using var store = Filled(7);
        store.Execute(Off);
        var change =
            from seq in Gen.Choose(1, 7)
            from other in Gen.Choose(1, 7).Where(other => other != seq)
            from what in Gen.Elements(
                "UPDATE audit SET made = made + {0} WHERE seq = {1}",
                "UPDATE audit SET actor = actor || {0} WHERE seq = {1}",
                "UPDATE audit SET verb = verb || {0} WHERE seq = {1}",
                "UPDATE audit SET subject = randomblob(16) WHERE seq = {1}",
                "UPDATE audit SET previous = randomblob(32) WHERE seq = {1}",
                "UPDATE audit SET hash = randomblob(32) WHERE seq = {1}",
                "DELETE FROM audit WHERE seq = {1}",
                "DELETE FROM audit WHERE seq >= {1}",
                "UPDATE audit SET (made, actor, verb, subject) = (SELECT made, actor, verb, subject FROM audit WHERE seq = {2}) WHERE seq = {1}",
                "UPDATE audit SET seq = -1 WHERE seq = {1}; UPDATE audit SET seq = {1} WHERE seq = {2}; UPDATE audit SET seq = {2} WHERE seq = -1")
            from amount in Gen.Choose(1, 9)
            select string.Format(CultureInfo.InvariantCulture, what, amount, seq, other);
        store.Execute("PRAGMA ignore_check_constraints = ON");
        Prop.ForAll(change.ToArbitrary(), sql =>
        {
            store.Execute("SAVEPOINT before");
            store.Execute(sql);
            var fault = AuditChain.FirstFault(store.Connection, []);
            store.Execute("ROLLBACK TO before; RELEASE before");
            return (fault is not null).Label(sql);
        }).QuickCheckThrowOnFailure();
        Assert.Null(AuditChain.FirstFault(store.Connection, []));
    }

    [Fact]
    public void A_head_that_was_noted_shows_what_the_chain_alone_cannot()
    {
        AuditHead noted;
        using (var store = Filled(5))
        {
            noted = store.Audit.Head;
            Assert.True(AuditHead.TryParse(noted.ToString(), out var read));
            Assert.Equal(noted, read);
            Add(store, 2);
            Assert.Null(AuditChain.FirstFault(store.Connection, [noted, store.Audit.Head]));
        }

        // The end taken away, with the head set back by somebody who knows how: the chain looks whole.
        using (var cut = _fixture.Open())
        {
            cut.Execute(Off + "DELETE FROM audit WHERE seq > 4; UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4)");
            Assert.Null(AuditChain.FirstFault(cut.Connection, []));
            Assert.Contains("before the head that was noted", AuditChain.FirstFault(cut.Connection, [noted]), StringComparison.Ordinal);

            // And grown again: as long as before, but not the same.
            AddWithoutTriggers(cut, 3);
            Assert.Null(AuditChain.FirstFault(cut.Connection, []));
            Assert.Contains("Entry 5 of the audit is not the one that was noted", AuditChain.FirstFault(cut.Connection, [noted]), StringComparison.Ordinal);
            Assert.Contains("begins at another origin", AuditChain.FirstFault(cut.Connection, [new AuditHead(0, new string('0', 64))]), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5:")]
    [InlineData("-5:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("5:000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("5:g000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_head_is_not_read_as_one(string text) => Assert.False(AuditHead.TryParse(text, out _));

    [Fact]
    public void Two_stores_have_two_chains()
    {
        using var first = _fixture.Open("a");
        using var second = _fixture.Open("b");
        Assert.NotEqual(first.Audit.Head, second.Audit.Head);
    }

    private VaultStore Filled(int entries)
    {
        var store = _fixture.Open();
        Add(store, entries);
        return store;
    }

    private static void Add(VaultStore store, int entries)
    {
        using var batch = store.BeginTransaction();
        for (var i = 0; i < entries; i++)
        {
            store.Audit.Append(AuditVerb.Decision, store.Decisions.NewHandle(), string.Create(CultureInfo.InvariantCulture, $"Actor {i}"));
        }

        batch.Commit();
    }

    /// <summary>As <see cref="Add(VaultStore, int)"/> where the triggers are gone: the head is moved by hand.</summary>
    private static void AddWithoutTriggers(VaultStore store, int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            Add(store, 1);
            store.Execute("UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1)");
        }
    }

    private static VaultDecision Decision(VaultStore store) => new()
    {
        Handle = store.Decisions.NewHandle(),
        Made = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero),
        Actor = "Patient Lathe",
        Action = DecisionAction.Redact,
        Scope = DecisionScope.Everywhere,
        Term = "a term",
    };
}
