using System.Security.Cryptography;
using System.Text;
using Blog.Vault;
using FsCheck;
using FsCheck.Fluent;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class SealedItemsTests : IDisposable
{
    private const string First = "correct horse battery";
    private const string Second = "another long passphrase";

    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_row_comes_back_as_it_was_sealed_and_is_not_in_the_file()
    {
        var item = Item(1);
        using (var store = Unlocked())
        {
            Put(store, SealedKind.Sender, item, "canary-of-the-sender");
            Put(store, SealedKind.GuestOriginal, item, string.Empty);
            Put(store, SealedKind.Sender, item, "canary-of-the-sender, later");
            Assert.Equal("canary-of-the-sender, later", Get(store, SealedKind.Sender, item));
            Assert.Equal(string.Empty, Get(store, SealedKind.GuestOriginal, item));
            Assert.False(store.Sealed.TryGet(SealedKind.Key, item, out _));
            Assert.Equal([item], store.Sealed.List(SealedKind.Sender));
            Assert.Equal(2, store.Sealed.Count);
            Assert.Equal(2, Scalar<long>(store, "SELECT version FROM sealed_item WHERE kind = 'sender'"));
        }

        Assert.Equal(-1, File.ReadAllBytes(_fixture.Location().Database).AsSpan().IndexOf("canary"u8));
    }

    [Fact]
    public void Locked_rows_can_be_listed_and_deleted_but_not_read_or_written()
    {
        var item = Item(1);
        using var store = Unlocked();
        Put(store, SealedKind.Request, item, "x");
        store.Sealed.Lock();
        Assert.False(store.Sealed.IsUnlocked);
        var refused = Assert.Throws<VaultException>(() => Get(store, SealedKind.Request, item));
        Assert.Equal((VaultFault.Sealed, 2), (refused.Fault, refused.ExitCode));
        Assert.Contains("vault unlock", refused.Message, StringComparison.Ordinal);
        Assert.Throws<VaultException>(() => Put(store, SealedKind.Request, item, "y"));
        Assert.Equal([item], store.Sealed.List(SealedKind.Request));
        using var batch = store.BeginTransaction();
        Assert.True(store.Sealed.Delete(SealedKind.Request, item));
        Assert.False(store.Sealed.Delete(SealedKind.Request, item));
        batch.Commit();
        Assert.Equal(0, store.Sealed.Count);
    }

    [Fact]
    public void Without_a_passphrase_nothing_is_kept_there()
    {
        using var store = Open();
        Assert.False(store.Sealed.IsSetUp);
        Assert.Contains("vault passphrase", Assert.Throws<VaultException>(() => Put(store, SealedKind.Sender, Item(1), "x")).Message, StringComparison.Ordinal);
        Assert.Throws<VaultException>(() => Unlock(store, First));
        Assert.Throws<VaultException>(() => Passphrase.New("short"));
        Assert.Throws<VaultException>(() => Passphrase.New(new string(' ', 20)));
        Assert.Throws<VaultException>(() => Passphrase.Existing(string.Empty));
        Assert.DoesNotContain("correct", Passphrase.New(First).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_passphrase_opens_nothing_and_changes_nothing()
    {
        using var store = Unlocked();
        Put(store, SealedKind.Sender, Item(1), "x");
        store.Sealed.Lock();
        var before = Dump(store, withRuns: true);
        foreach (var wrong in new[] { Second, First + " ", First.ToUpperInvariant(), "x" })
        {
            Assert.Equal(VaultFault.Passphrase, Assert.Throws<VaultException>(() => Unlock(store, wrong)).Fault);
            Assert.Equal(VaultFault.Passphrase, Assert.Throws<VaultException>(() => store.Sealed.SetPassphrase(Passphrase.Existing(wrong), Passphrase.New(Second))).Fault);
        }

        Assert.Equal(VaultFault.Passphrase, Assert.Throws<VaultException>(() => store.Sealed.SetPassphrase(null, Passphrase.New(Second))).Fault);
        Assert.False(store.Sealed.IsUnlocked);
        Assert.Equal(before, Dump(store, withRuns: true));
    }

    [Fact]
    public void Another_passphrase_makes_another_key_and_the_old_one_opens_nothing()
    {
        using var store = Unlocked();
        Put(store, SealedKind.Sender, Item(1), "x");
        Put(store, SealedKind.Key, Item(2), "y");
        var before = Scalar<byte[]>(store, "SELECT sealed FROM sealed_item WHERE kind = 'sender'");
        store.Sealed.SetPassphrase(Passphrase.Existing(First), Passphrase.New(Second));
        Assert.False(store.Sealed.IsUnlocked);
        Assert.Throws<VaultException>(() => Unlock(store, First));
        Unlock(store, Second);
        Assert.Equal(("x", "y"), (Get(store, SealedKind.Sender, Item(1)), Get(store, SealedKind.Key, Item(2))));
        Assert.NotEqual(before, Scalar<byte[]>(store, "SELECT sealed FROM sealed_item WHERE kind = 'sender'"));
        Assert.Equal(1, Scalar<long>(store, "SELECT count(*) FROM sealed_key"));
        Assert.Equal(
            [AuditVerb.Passphrase, AuditVerb.Unlock, AuditVerb.Sealed, AuditVerb.Sealed, AuditVerb.Passphrase, AuditVerb.Unlock],
            store.Audit.List().Select(entry => entry.Verb));
    }

    [Fact]
    public void A_cost_that_was_raised_is_taken_up_at_the_next_opening()
    {
        using var store = Unlocked();
        Put(store, SealedKind.Sender, Item(1), "x");
        store.Sealed.Lock();
        store.Sealed.Cost = 2000;
        Unlock(store, First);
        Assert.Equal(2000, Scalar<long>(store, "SELECT cost FROM sealed_key"));
        Assert.Equal("x", Get(store, SealedKind.Sender, Item(1)));
        store.Sealed.Lock();
        store.Sealed.Cost = 1000;
        Unlock(store, First);
        Assert.Equal(2000, Scalar<long>(store, "SELECT cost FROM sealed_key"));
    }

    /// <summary>Each is a change that somebody with another SQLite tool could make.</summary>
    [Theory]
    [InlineData("UPDATE sealed_item SET sealed = (SELECT sealed FROM sealed_item WHERE item = x'02020202020202020202020202020202'), nonce = (SELECT nonce FROM sealed_item WHERE item = x'02020202020202020202020202020202') WHERE kind = 'sender' AND item = x'01010101010101010101010101010101'")]
    [InlineData("UPDATE sealed_item SET item = x'03030303030303030303030303030303' WHERE item = x'02020202020202020202020202020202'; UPDATE sealed_item SET item = x'02020202020202020202020202020202' WHERE item = x'01010101010101010101010101010101'; UPDATE sealed_item SET item = x'01010101010101010101010101010101' WHERE item = x'03030303030303030303030303030303'")]
    [InlineData("DELETE FROM sealed_item WHERE item = x'01010101010101010101010101010101'; UPDATE sealed_item SET item = x'01010101010101010101010101010101' WHERE item = x'02020202020202020202020202020202'")]
    [InlineData("UPDATE sealed_item SET kind = 'sender', item = x'01010101010101010101010101010101' WHERE kind = 'request'")]
    [InlineData("UPDATE sealed_item SET version = version + 1 WHERE item = x'01010101010101010101010101010101'")]
    [InlineData("UPDATE sealed_item SET nonce = randomblob(12) WHERE item = x'01010101010101010101010101010101'")]
    [InlineData("UPDATE sealed_item SET sealed = substr(sealed, 1, length(sealed) - 1) WHERE item = x'01010101010101010101010101010101'")]
    [InlineData("UPDATE sealed_item SET sealed = randomblob(16) WHERE item = x'01010101010101010101010101010101'")]
    [InlineData("UPDATE sealed_item SET sealed = CAST(sealed || x'00' AS BLOB) WHERE item = x'01010101010101010101010101010101'")]
    public void A_row_that_was_changed_or_put_in_anothers_place_is_refused(string sql)
    {
        using var store = Unlocked();
        Put(store, SealedKind.Sender, Item(1), "first");
        Put(store, SealedKind.Sender, Item(2), "second");
        store.Execute("PRAGMA foreign_keys = OFF");
        if (sql.Contains("'request'", StringComparison.Ordinal))
        {
            Put(store, SealedKind.Request, Item(4), "request");
            store.Execute("DELETE FROM sealed_item WHERE kind = 'sender' AND item = x'01010101010101010101010101010101'");
        }

        store.Execute(sql);
        var fault = Assert.Throws<VaultException>(() => Get(store, SealedKind.Sender, Item(1)));
        Assert.Equal(VaultFault.Damaged, fault.Fault);
        Assert.Contains(VaultVerifier.Verify(store, []).Faults, each => each.Contains("sealed rows do not open", StringComparison.Ordinal));
        Assert.Throws<VaultException>(() => store.Sealed.SetPassphrase(Passphrase.Existing(First), Passphrase.New(Second)));
        store.Sealed.Lock();
        Unlock(store, First); // the old passphrase still holds
    }

    [Fact]
    public void Any_flipped_bit_of_a_row_or_of_the_wrapped_key_is_found()
    {
        using var store = Unlocked();
        Put(store, SealedKind.Sender, Item(1), "a text of some length");
        var flips =
            from column in Gen.Elements("nonce", "sealed")
            from bit in Gen.Choose(0, (21 + 16) * 8 - 1)
            select (column, bit);
        Prop.ForAll(flips.ToArbitrary(), flip =>
        {
            var bytes = Scalar<byte[]>(store, $"SELECT {flip.column} FROM sealed_item WHERE kind = 'sender'");
            var bit = flip.bit % (bytes.Length * 8);
            Flip(store, $"UPDATE sealed_item SET {flip.column} = $x WHERE kind = 'sender'", bytes, bit);
            var found = Record.Exception(() => Get(store, SealedKind.Sender, Item(1))) is VaultException { Fault: VaultFault.Damaged };
            Flip(store, $"UPDATE sealed_item SET {flip.column} = $x WHERE kind = 'sender'", bytes, bit);
            return found;
        }).QuickCheckThrowOnFailure();
        Assert.Equal("a text of some length", Get(store, SealedKind.Sender, Item(1)));
        store.Sealed.Lock();
        foreach (var column in new[] { "handle", "salt", "nonce", "wrapped" })
        {
            var bytes = Scalar<byte[]>(store, $"SELECT {column} FROM sealed_key");
            Flip(store, $"UPDATE sealed_key SET {column} = $x", bytes, (bytes.Length * 8) - 3);
            Assert.Equal(VaultFault.Passphrase, Assert.Throws<VaultException>(() => Unlock(store, First)).Fault);
            Flip(store, $"UPDATE sealed_key SET {column} = $x", bytes, (bytes.Length * 8) - 3);
        }

        store.Execute("UPDATE sealed_key SET cost = cost - 1");
        Assert.Throws<VaultException>(() => Unlock(store, First));
        store.Execute("UPDATE sealed_key SET cost = 2000000000");
        Assert.Equal(VaultFault.Newer, Assert.Throws<VaultException>(() => Unlock(store, First)).Fault);
        store.Execute("UPDATE sealed_key SET cost = 1000, derivation = 'argon2id'");
        Assert.Equal(VaultFault.Newer, Assert.Throws<VaultException>(() => Unlock(store, First)).Fault);
    }

    [Fact]
    public void What_is_open_stays_open_for_the_next_command_until_nobody_has_used_it_for_a_while()
    {
        using (var store = Unlocked())
        {
            Put(store, SealedKind.Sender, Item(1), "x");
        }

        for (var command = 0; command < 3; command++)
        {
            _time.Now += TimeSpan.FromMinutes(14); // each use begins the while anew
            using var store = Open();
            Assert.Equal("x", Get(store, SealedKind.Sender, Item(1)));
        }

        _time.Now += TimeSpan.FromMinutes(14);
        using (var store = Open())
        {
            Assert.True(store.Sealed.IsUnlocked); // looking is no use
            _time.Now += TimeSpan.FromMinutes(2);
            Assert.False(store.Sealed.IsUnlocked); // also within one command, such as the console
        }

        using (var store = Open())
        {
            Assert.False(store.Sealed.IsUnlocked);
        }

        Assert.False(File.Exists(SessionPath));
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_keep_it_open()
    {
        Unlocked().Dispose();
        _time.Now -= TimeSpan.FromHours(2);
        using var store = Open();
        Assert.False(store.Sealed.IsUnlocked);
    }

    [Fact]
    public void Locking_takes_hold_at_once_in_every_command()
    {
        using var store = Unlocked();
        Put(store, SealedKind.Sender, Item(1), "x");
        var session = Session();
        session.End(); // what "vault lock" does from elsewhere
        Assert.False(store.Sealed.IsUnlocked);
        Assert.Throws<VaultException>(() => Get(store, SealedKind.Sender, Item(1)));
        Assert.False(File.Exists(SessionPath));
        session.End();
    }

    [Fact]
    public void What_is_opened_for_one_command_leaves_no_session()
    {
        using (var store = Open())
        {
            store.Sealed.SetPassphrase(null, Passphrase.New(First));
            Assert.False(store.Sealed.Unlock(Passphrase.Existing(First), keep: false));
            Assert.True(store.Sealed.IsUnlocked);
            Assert.False(File.Exists(SessionPath));
        }

        using var next = Open();
        Assert.False(next.Sealed.IsUnlocked);
    }

    [Fact]
    public void The_session_is_the_owners_alone_and_a_foreign_or_damaged_one_opens_nothing()
    {
        Unlocked().Dispose();
        var good = File.ReadAllBytes(SessionPath);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SessionPath));
        }

        for (var at = 0; at < good.Length; at += 7)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 1;
            Write(bad);
            using var store = Open();
            Assert.False(store.Sealed.IsUnlocked, $"byte {at}");
            Assert.False(File.Exists(SessionPath));
        }

        foreach (var bad in new[] { [], good[..^1], [.. good, 0], RandomNumberGenerator.GetBytes(good.Length) })
        {
            Write(bad);
            using var store = Open();
            Assert.False(store.Sealed.IsUnlocked);
        }

        if (!OperatingSystem.IsWindows())
        {
            Write(good, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            using (var store = Open())
            {
                Assert.False(store.Sealed.IsUnlocked);
            }

            var elsewhere = Path.Combine(_fixture.Root, "elsewhere");
            Write(good);
            File.Move(SessionPath, elsewhere);
            File.CreateSymbolicLink(SessionPath, elsewhere);
            using (var store = Open())
            {
                Assert.False(store.Sealed.IsUnlocked);
            }

            File.Delete(SessionPath);
        }

        Write(good);
        using (var store = Open())
        {
            Assert.True(store.Sealed.IsUnlocked); // and the whole one does
        }

        Write(good);
        using (var store = Open("boot two"))
        {
            Assert.False(store.Sealed.IsUnlocked); // the machine was started anew
        }
    }

    [Fact]
    public void A_session_of_before_the_passphrase_was_changed_opens_nothing()
    {
        Unlocked().Dispose();
        var old = File.ReadAllBytes(SessionPath);
        using (var store = Open())
        {
            store.Sealed.SetPassphrase(Passphrase.Existing(First), Passphrase.New(Second));
            Assert.False(File.Exists(SessionPath));
        }

        Write(old);
        using var again = Open();
        Assert.False(again.Sealed.IsUnlocked);
    }

    [Fact]
    public void Where_no_session_can_be_kept_the_rows_are_open_in_this_command_only()
    {
        using var store = Open(folder: Path.Combine(_fixture.Root, "not", "there"));
        store.Sealed.SetPassphrase(null, Passphrase.New(First));
        Assert.False(store.Sealed.Unlock(Passphrase.Existing(First), keep: true));
        Put(store, SealedKind.Sender, Item(1), "x");
        Assert.Equal("x", Get(store, SealedKind.Sender, Item(1)));
    }

    [Fact]
    public void The_sealed_head_shows_that_the_end_of_the_audit_was_taken_away()
    {
        using var store = Unlocked();
        TakeIn(store, Archive(), Post("1", 0));
        TakeIn(store, Archive(), Post("1", 0));
        Assert.Empty(VaultVerifier.Verify(store, []).Faults);
        store.Execute("DROP TRIGGER audit_is_kept; DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit); UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1)");
        store.Execute("CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit is kept'); END");
        Assert.Contains(VaultVerifier.Verify(store, []).Faults, fault => fault.Contains("before the head that was noted", StringComparison.Ordinal));
    }

    [Fact]
    public void The_stores_own_row_is_nobody_elses()
    {
        using var store = Unlocked();
        using var batch = store.BeginTransaction();
        Assert.Throws<InvalidOperationException>(() => store.Sealed.Put(SealedKind.AuditHead, Item(0), [1]));
        Assert.Throws<InvalidOperationException>(() => store.Sealed.Delete(SealedKind.AuditHead, Item(0)));
    }

    [Fact]
    public void This_machine_has_a_place_for_a_session()
    {
        var session = SealedSession.Of(_fixture.Location(), Environment.GetEnvironmentVariable, _time);
        Assert.True(Directory.Exists(session.Folder) || session.Folder == _fixture.Location().Folder);
        Assert.Equal(_fixture.Location().Folder, OperatingSystem.IsLinux() && Directory.Exists("/dev/shm") ? _fixture.Location().Folder : session.Folder);
        Assert.False(MountTable.IsInMemory(Path.Combine(_fixture.Root, "none")) && !Path.GetTempPath().StartsWith("/dev/shm", StringComparison.Ordinal) && !MountTable.IsInMemory(Path.GetTempPath()));
    }

    private string SessionPath => Path.Combine(_fixture.Root, "test.session");

    private SealedSession Session(string boot = "boot one", string? folder = null) => new(Path.Combine(folder ?? _fixture.Root, "test.session"), isInMemory: false, _time, boot);

    private VaultStore Open(string boot = "boot one", string? folder = null)
    {
        var store = VaultStore.OpenOrCreate(_fixture.Location(), RandomNumberGenerator.Create(), _time);
        store.Sealed.Cost = 1000;
        store.Sealed.Use(Session(boot, folder));
        return store;
    }

    private VaultStore Unlocked()
    {
        var store = Open();
        store.Sealed.SetPassphrase(null, Passphrase.New(First));
        Assert.False(store.Sealed.IsUnlocked);
        Assert.True(store.Sealed.Unlock(Passphrase.Existing(First), keep: true));
        return store;
    }

    private static void Unlock(VaultStore store, string passphrase) => store.Sealed.Unlock(Passphrase.Existing(passphrase), keep: true);

    private static void Put(VaultStore store, SealedKind kind, VaultHandle item, string text)
    {
        using var batch = store.BeginTransaction();
        store.Sealed.Put(kind, item, Encoding.UTF8.GetBytes(text));
        batch.Commit();
    }

    private static string? Get(VaultStore store, SealedKind kind, VaultHandle item) => store.Sealed.TryGet(kind, item, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private static VaultHandle Item(byte number) => new(Convert.ToHexStringLower(Enumerable.Repeat(number, 16).ToArray()));

    private static void Flip(VaultStore store, string sql, byte[] bytes, int bit)
    {
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        using var command = store.Connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$x", bytes);
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private void Write(byte[] bytes, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        File.Delete(SessionPath);
        File.WriteAllBytes(SessionPath, bytes);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(SessionPath, mode);
        }

        File.SetLastWriteTimeUtc(SessionPath, _time.Now.UtcDateTime);
    }
}
