using System.Security.Cryptography;
using Blog.Vault;
using FsCheck;
using FsCheck.Fluent;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class VaultBackupTests : IDisposable
{
    private const string Words = "correct horse battery";
    private const int Cost = 1000;

    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_store_comes_back_with_everything_in_it()
    {
        string before;
        AuditHead head;
        using (var store = Filled())
        {
            Directory.CreateDirectory(Path.Combine(store.Location.Folder, "media"));
            File.WriteAllText(Path.Combine(store.Location.Folder, "settings.yml"), "actor: Frank Adze\n");
            File.WriteAllText(Path.Combine(store.Location.Folder, "media", "a b.bin"), string.Empty);
            before = Dump(store, withRuns: true);
            head = Write(store);
            Assert.Equal(AuditVerb.Backup, store.Audit.List()[^1].Verb);
        }

        using (var passphrase = Passphrase.Existing(Words))
        {
            Assert.Equal(head, VaultBackup.ReadHead(Backup, passphrase));
        }

        Assert.Equal(["blog.backup", "store", "store.erasures"], Directory.EnumerateFileSystemEntries(_fixture.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(_fixture.Location().Folder), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        var report = Restore("other");
        Assert.Empty(report.Faults);
        using (var store = _fixture.Open("other"))
        {
            Assert.Equal((AuditVerb.Restore, head.Seq + 1), (store.Audit.List()[^1].Verb, store.Audit.Head.Seq));
            Assert.Empty(VaultVerifier.Verify(store, [head, report.Head]).Faults);
            store.Execute("DROP TRIGGER audit_is_kept; DELETE FROM audit WHERE verb = 'restore'; UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1)");
            Assert.Equal(before, Dump(store, withRuns: true));
            Assert.Equal("actor: Frank Adze\n", File.ReadAllText(Path.Combine(store.Location.Folder, "settings.yml")));
            Assert.Equal(string.Empty, File.ReadAllText(Path.Combine(store.Location.Folder, "media", "a b.bin")));
        }

        Assert.Equal(["blog.backup", "other", "other.erasures", "store", "store.erasures"], Directory.EnumerateFileSystemEntries(_fixture.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_restored_store_is_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var store = Filled())
        {
            Write(store);
        }

        const UnixFileMode Others = (UnixFileMode)63;
        Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(Backup) & Others);
        Restore("other");
        Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(_fixture.Location("other").Folder) & Others);
        foreach (var file in Directory.EnumerateFiles(_fixture.Location("other").Folder))
        {
            Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(file) & Others);
        }
    }

    [Fact]
    public void Nothing_of_the_store_can_be_read_in_a_backup()
    {
        using (var store = _fixture.Open())
        {
            TakeIn(store, Archive(), Post("1", 0, string.Concat(Enumerable.Repeat("canary ", 40_000))));
            Write(store);
        }

        var bytes = File.ReadAllBytes(Backup);
        Assert.True(bytes.Length > 280_000, "the text itself is in it");
        Assert.Equal((-1, -1, -1), (bytes.AsSpan().IndexOf("canary"u8), bytes.AsSpan().IndexOf("SQLite"u8), bytes.AsSpan().IndexOf("vault.db"u8)));
        Assert.Equal(0, bytes.AsSpan().IndexOf("SUBROSAB"u8));
    }

    [Fact]
    public void Two_backups_of_one_store_have_nothing_in_common()
    {
        using var store = Filled();
        Write(store);
        var first = File.ReadAllBytes(Backup);
        File.Delete(Backup);
        Write(store);
        var second = File.ReadAllBytes(Backup);
        var same = first.Skip(20).Zip(second.Skip(20)).Count(pair => pair.First == pair.Second);
        Assert.InRange(same, 0, first.Length / 64); // one in 256 by chance
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        using (var store = Filled())
        {
            File.WriteAllText(Backup, "mine");
            var head = store.Audit.Head;
            Assert.Equal(VaultFault.Exists, Assert.Throws<VaultException>(() => Write(store)).Fault);
            Assert.Equal(VaultFault.Refused, Assert.Throws<VaultException>(() => Write(store, Path.Combine(_fixture.Root, "none", "b"))).Fault);
            Assert.Equal("mine", File.ReadAllText(Backup));
            Assert.Equal(head, store.Audit.Head);
            File.Delete(Backup);
            Write(store);
        }

        Assert.Equal(VaultFault.Exists, Assert.Throws<VaultException>(() => Restore("store")).Fault);
        Directory.CreateDirectory(Path.Combine(_fixture.Root, "full"));
        File.WriteAllText(Path.Combine(_fixture.Root, "full", "note"), "mine");
        Assert.Equal(VaultFault.Exists, Assert.Throws<VaultException>(() => Restore("full")).Fault);
        Directory.CreateDirectory(Path.Combine(_fixture.Root, "empty"));
        Restore("empty");
        _fixture.Open("empty").Dispose();
    }

    [Theory]
    [InlineData("wrong horse battery")]
    [InlineData("correct horse battery ")]
    [InlineData("Correct horse battery")]
    public void A_wrong_passphrase_is_one_clear_error(string wrong)
    {
        using (var store = Filled())
        {
            Write(store);
        }

        var fault = Assert.Throws<VaultException>(() => Restore("other", wrong));
        Assert.Equal((VaultFault.Backup, 2), (fault.Fault, fault.ExitCode));
        Assert.Contains("passphrase", fault.Message, StringComparison.Ordinal);
        NothingAppeared();
    }

    [Fact]
    public void Any_flipped_bit_is_found_and_nothing_appears()
    {
        var good = MakeBackup();
        var bits = Gen.Choose(0, (good.Length * 8) - 1);
        Prop.ForAll(bits.ToArbitrary(), bit => Refused(Flipped(good, bit))).QuickCheckThrowOnFailure();
        foreach (var at in Enumerable.Range(0, BackupHeader.Length)) // each byte of the header
        {
            Assert.True(Refused(Flipped(good, (at * 8) + (at % 8))), $"byte {at}");
        }

        NothingAppeared();
        File.WriteAllBytes(Backup, good);
        Restore("other");
    }

    [Fact]
    public void A_file_that_was_cut_off_or_goes_on_is_refused()
    {
        var good = MakeBackup();
        const int Chunk = BackupHeader.ChunkLength + 16;
        Assert.True(good.Length > BackupHeader.Length + (2 * Chunk), "it has chunks to cut between");
        int[] lengths =
        [
            0, 1, 8, BackupHeader.Length - 1, BackupHeader.Length, BackupHeader.Length + 1, BackupHeader.Length + 15, BackupHeader.Length + 16,
            BackupHeader.Length + Chunk - 1, BackupHeader.Length + Chunk, BackupHeader.Length + Chunk + 1, BackupHeader.Length + (2 * Chunk), good.Length - 17, good.Length - 16, good.Length - 1,
        ];
        foreach (var length in lengths)
        {
            Assert.True(Refused(good[..length]), $"{length} bytes");
        }

        Assert.True(Refused([.. good, 0]), "a byte more");
        Assert.True(Refused([.. good, .. good[^Chunk..]]), "a chunk more");
        NothingAppeared();
    }

    [Fact]
    public void Chunks_in_another_order_or_of_another_backup_are_refused()
    {
        var good = MakeBackup();
        File.Move(Backup, Backup + ".first");
        byte[] other;
        using (var store = _fixture.Open())
        {
            Write(store);
            other = File.ReadAllBytes(Backup);
        }

        const int Chunk = BackupHeader.ChunkLength + 16;
        const int Start = BackupHeader.Length;
        byte[] swapped = [.. good[..Start], .. good[(Start + Chunk)..(Start + (2 * Chunk))], .. good[Start..(Start + Chunk)], .. good[(Start + (2 * Chunk))..]];
        byte[] dropped = [.. good[..Start], .. good[(Start + Chunk)..]];
        byte[] twice = [.. good[..(Start + Chunk)], .. good[Start..]];
        byte[] mixed = [.. good[..(Start + Chunk)], .. other[(Start + Chunk)..]];
        byte[] headed = [.. other[..Start], .. good[Start..]];
        foreach (var bad in new[] { swapped, dropped, twice, mixed, headed })
        {
            Assert.True(Refused(bad));
        }

        NothingAppeared(Path.GetFileName(Backup) + ".first");
    }

    [Fact]
    public void A_file_that_asks_for_endless_work_is_refused_at_once()
    {
        var bad = MakeBackup();
        bad.AsSpan(12, 4).Fill(0xff);
        Assert.True(Refused(bad));
        bad.AsSpan(12, 4).Clear();
        Assert.True(Refused(bad));
    }

    [Fact]
    public void A_sound_file_with_an_unsound_store_in_it_does_not_appear()
    {
        using (var store = Filled())
        {
            store.Execute("PRAGMA foreign_keys = OFF; DELETE FROM person; INSERT INTO post_label VALUES (999, 0, 'x')");
            Write(store);
        }

        Assert.Equal(VaultFault.Damaged, Assert.Throws<VaultException>(() => Restore("other")).Fault);
        NothingAppeared();
    }

    [Fact]
    public void What_killed_runs_left_is_cleared_away()
    {
        using (var store = Filled())
        {
            File.WriteAllText(Path.Combine(store.Location.Folder, "backup-0123456789abcdef.tmp"), "half a copy");
            File.WriteAllText(Path.Combine(_fixture.Root, ".blog.backup.0123456789abcdef.tmp"), "half a backup");
            File.WriteAllText(Path.Combine(_fixture.Root, ".another.backup.0123456789abcdef.tmp"), "another's");
            Write(store);
            Assert.DoesNotContain(Directory.EnumerateFiles(store.Location.Folder), file => file.EndsWith(".tmp", StringComparison.Ordinal));
            Assert.Equal(".another.backup.0123456789abcdef.tmp", Path.GetFileName(Directory.EnumerateFiles(_fixture.Root, ".*.tmp").Single()));
        }

        var half = _fixture.Location("other").Folder + ".restore";
        Directory.CreateDirectory(Path.Combine(half, "media"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(half, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.WriteAllText(Path.Combine(half, "vault.db"), "half a store");
        File.WriteAllText(Path.Combine(half, "media", "x"), "half");
        Restore("other");
        Assert.False(Directory.Exists(half));
        Assert.False(Directory.Exists(Path.Combine(_fixture.Location("other").Folder, "media")));
        using var restored = _fixture.Open("other");
        Assert.Single(restored.Posts());
    }

    [Fact]
    public void Two_restores_at_once_do_not_build_in_one_folder()
    {
        MakeBackup();
        using (new FileStream(_fixture.Location("other").Folder + ".restore.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(VaultFault.Locked, Assert.Throws<VaultException>(() => Restore("other")).Fault);
        }

        Restore("other");
    }

    [Fact]
    public void Sealed_rows_come_back_sealed()
    {
        var item = new VaultHandle(new string('1', 32));
        using (var store = Filled())
        {
            store.Sealed.Cost = Cost;
            store.Sealed.SetPassphrase(null, Passphrase.New("the passphrase of the store"));
            store.Sealed.Unlock(Passphrase.Existing("the passphrase of the store"), keep: false);
            using var batch = store.BeginTransaction();
            store.Sealed.Put(SealedKind.Sender, item, [1, 2, 3]);
            batch.Commit();
            Write(store);
        }

        Restore("other");
        using var restored = _fixture.Open("other");
        Assert.Throws<VaultException>(() => restored.Sealed.TryGet(SealedKind.Sender, item, out _));
        restored.Sealed.Cost = Cost;
        restored.Sealed.Unlock(Passphrase.Existing("the passphrase of the store"), keep: false);
        Assert.True(restored.Sealed.TryGet(SealedKind.Sender, item, out var bytes));
        Assert.Equal([1, 2, 3], bytes);
    }

    [Fact]
    public void A_place_that_is_not_private_is_refused_for_a_restore()
    {
        MakeBackup();
        Directory.CreateDirectory(Path.Combine(_fixture.Root, "repo", ".git"));
        Assert.Equal(VaultFault.Refused, Assert.Throws<VaultException>(() => Restore("repo/store")).Fault);
        Assert.Equal(VaultFault.Missing, Assert.Throws<VaultException>(() => VaultBackup.ReadHead(Path.Combine(_fixture.Root, "none"), Passphrase.Existing(Words))).Fault);
    }

    [Fact]
    public void Bytes_of_any_number_fill_chunks_without_loss()
    {
        foreach (var length in new[] { 0, 1, BackupHeader.ChunkLength - 20, BackupHeader.ChunkLength - 13, BackupHeader.ChunkLength, (3 * BackupHeader.ChunkLength) - 13, 1_000_000 })
        {
            var content = RandomNumberGenerator.GetBytes(length);
            using var file = new MemoryStream();
            using var passphrase = Passphrase.Existing(Words);
            using (var writer = new BackupWriter(file, passphrase, Cost, RandomNumberGenerator.Create()))
            {
                writer.Write("a", new MemoryStream(content), length);
                writer.Write("b", new MemoryStream([7]), 1);
                writer.Finish();
            }

            using var reader = new BackupReader(new MemoryStream(file.ToArray()), passphrase);
            Assert.True(reader.TryNext(out var name, out var size));
            Assert.Equal(("a", length), (name, size));
            using var read = new MemoryStream();
            reader.Copy(read, size);
            Assert.Equal(content, read.ToArray());
            Assert.True(reader.TryNext(out name, out size));
            reader.Copy(read, size);
            Assert.False(reader.TryNext(out _, out _));
        }
    }

    private string Backup => Path.Combine(_fixture.Root, "blog.backup");

    private VaultStore Filled()
    {
        var store = _fixture.Open();
        TakeIn(store, [Archive(), Post("1", 0, "an otter"), .. Enumerable.Range(0, 300).Select(i => Comment("c" + i, "1", i + 1, text: new string('x', 300) + i))]);
        store.CatchUpSearch();
        return store;
    }

    private byte[] MakeBackup()
    {
        using (var store = Filled())
        {
            Write(store);
        }

        return File.ReadAllBytes(Backup);
    }

    private AuditHead Write(VaultStore store, string? path = null)
    {
        using var passphrase = Passphrase.Existing(Words);
        return VaultBackup.Write(store, path ?? Backup, passphrase, Cost);
    }

    private VerifyReport Restore(string name, string words = Words)
    {
        using var passphrase = Passphrase.Existing(words);
        return VaultBackup.Restore(Backup, _fixture.Location(name), passphrase, RandomNumberGenerator.Create(), TimeProvider.System, actor: null, [ErasureList.PathOf(_fixture.Location())], withoutErasures: false);
    }

    private bool Refused(byte[] bytes)
    {
        File.WriteAllBytes(Backup, bytes);
        return Record.Exception(() => Restore("other")) is VaultException { Fault: VaultFault.Backup or VaultFault.Newer } && !Directory.Exists(_fixture.Location("other").Folder);
    }

    private void NothingAppeared(params string[] others) =>
        Assert.Equal(((string[])["blog.backup", "store", "store.erasures", .. others]).Order(StringComparer.Ordinal), Directory.EnumerateFileSystemEntries(_fixture.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
