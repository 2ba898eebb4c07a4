using System.Security.Cryptography;
using System.Text;
using Blog.Text;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class VaultStoreTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_new_store_is_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var location = _fixture.Location("made/here/store");
        using var store = _fixture.Open("made/here/store");
        TakeIn(store, Archive(), Post("1", 0));
        using var writing = store.BeginTransaction();
        store.Released.Record("a", [1]);
        Assert.Equal("-rwx------", Mode(location.Folder));
        Assert.Equal("-rwx------", Mode(Path.GetDirectoryName(location.Folder)!));
        var files = Directory.GetFiles(location.Folder);
        Assert.Equal(["vault.db", "vault.db-shm", "vault.db-wal", "vault.lock"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal("-rw-------", Mode(file)));
    }

    [Theory]
    [InlineData("", UnixFileMode.GroupRead)]
    [InlineData("", UnixFileMode.OtherExecute)]
    [InlineData("vault.db", UnixFileMode.OtherRead)]
    [InlineData("vault.db", UnixFileMode.GroupWrite)]
    [InlineData("vault.lock", UnixFileMode.OtherWrite)]
    [InlineData("vault.db-wal", UnixFileMode.GroupRead)]
    [InlineData("vault.db-journal", UnixFileMode.GroupRead)]
    public void A_store_that_others_may_use_is_refused_with_the_command_that_mends_it(string file, UnixFileMode extra)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _fixture.Open().Dispose();
        var path = Path.Combine(_fixture.Location().Folder, file).TrimEnd('/');
        if (file.Contains("db-", StringComparison.Ordinal))
        {
            File.WriteAllText(path, string.Empty);
        }

        var usual = file.Length == 0 ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute : UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(path, usual | extra);
        var refused = Assert.Throws<VaultException>(() => _fixture.Open());
        Assert.Equal(VaultFault.Refused, refused.Fault);
        Assert.Contains(file.Length == 0 ? $"chmod 700 '{path}'" : $"chmod 600 '{path}'", refused.Message, StringComparison.Ordinal);
        File.SetUnixFileMode(path, usual);
        _fixture.Open().Dispose();
    }

    [Fact]
    public void A_store_whose_file_is_a_link_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _fixture.Open().Dispose();
        var database = _fixture.Location().Database;
        File.Move(database, Path.Combine(_fixture.Root, "elsewhere.db"));
        File.CreateSymbolicLink(database, Path.Combine(_fixture.Root, "elsewhere.db"));
        Assert.Contains("is a link", Assert.Throws<VaultException>(() => _fixture.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_one_run_has_the_store()
    {
        var first = _fixture.Open();
        var refused = Assert.Throws<VaultException>(() => _fixture.Open());
        Assert.Equal((VaultFault.Locked, 3), (refused.Fault, refused.ExitCode));
        Assert.Contains("vault.lock", refused.Message, StringComparison.Ordinal);
        first.Dispose();
        _fixture.Open().Dispose();
    }

    [Fact]
    public void Making_and_opening_are_told_apart()
    {
        var location = _fixture.Location();
        Assert.False(VaultStore.Exists(location));
        Assert.Equal(VaultFault.Missing, Assert.Throws<VaultException>(() => VaultStore.Open(location, RandomNumberGenerator.Create(), TimeProvider.System)).Fault);
        Assert.False(Directory.Exists(location.Folder));
        VaultStore.Create(location, RandomNumberGenerator.Create(), TimeProvider.System).Dispose();
        Assert.True(VaultStore.Exists(location));
        Assert.Equal(VaultFault.Exists, Assert.Throws<VaultException>(() => VaultStore.Create(location, RandomNumberGenerator.Create(), TimeProvider.System)).Fault);
        VaultStore.Open(location, RandomNumberGenerator.Create(), TimeProvider.System).Dispose();
    }

    [Fact]
    public void The_store_of_a_moved_blog_is_pointed_at()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string? Data(string name) => name == "XDG_DATA_HOME" ? Path.Combine(_fixture.Root, "data") : null;
        var before = VaultLocation.Resolve(Path.Combine(_fixture.Root, "old", "blog"), null, Data);
        VaultStore.Create(before, RandomNumberGenerator.Create(), TimeProvider.System).Dispose();
        var after = VaultLocation.Resolve(Path.Combine(_fixture.Root, "new", "blog"), null, Data);
        Assert.Contains(before.Folder, Assert.Throws<VaultException>(() => VaultStore.Open(after, RandomNumberGenerator.Create(), TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_store_that_was_killed_while_it_was_made_is_made_again(bool hasHeader)
    {
        var location = _fixture.Location();
        _fixture.Open().Dispose();
        File.WriteAllBytes(location.Database, []);
        if (hasHeader)
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={location.Database};Pooling=False");
            connection.Open();
            VaultSchema.Execute(connection, "PRAGMA journal_mode = WAL");
        }

        Assert.Equal(VaultFault.Missing, Assert.Throws<VaultException>(() => VaultStore.Open(location, RandomNumberGenerator.Create(), TimeProvider.System)).Fault);
        using var store = VaultStore.Create(location, RandomNumberGenerator.Create(), TimeProvider.System);
        Assert.Equal(1, Scalar<long>(store, "SELECT count(*) FROM secret"));
    }

    [Fact]
    public void It_is_set_up_to_keep_what_it_acknowledged_and_to_wipe_what_was_deleted()
    {
        using var store = _fixture.Open();
        Assert.Equal("wal", Scalar<string>(store, "PRAGMA journal_mode"));
        Assert.Equal(2, Scalar<long>(store, "PRAGMA synchronous"));
        Assert.Equal(1, Scalar<long>(store, "PRAGMA foreign_keys"));
        Assert.Equal(1, Scalar<long>(store, "PRAGMA secure_delete"));
        Assert.Equal(2, Scalar<long>(store, "PRAGMA temp_store"));
        Assert.Equal(VaultSchema.ApplicationId, Scalar<long>(store, "PRAGMA application_id"));
        Assert.Equal(VaultSchema.Newest, Scalar<long>(store, "PRAGMA user_version"));
        Assert.Equal(0, Scalar<long>(store, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND strict = 0"));
    }

    [Fact]
    public void Deleted_text_is_not_in_the_file_any_more()
    {
        using (var store = _fixture.Open())
        {
            TakeIn(store, Archive(), Post("1", 0, "canary-of-the-text"));
            store.Execute("DELETE FROM post_text");
        }

        Assert.Equal(-1, File.ReadAllBytes(_fixture.Location().Database).AsSpan().IndexOf("canary-of-the-text"u8));
        Assert.Equal(["vault.db", "vault.lock"], Directory.GetFiles(_fixture.Location().Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void After_an_import_the_log_is_empty()
    {
        using var store = _fixture.Open();
        TakeIn(store, ManyComments(500));
        Assert.Equal(0, new FileInfo(_fixture.Location().Database + "-wal").Length);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused_and_left_alone()
    {
        using (var store = _fixture.Open())
        {
            store.Execute("PRAGMA user_version = 99");
        }

        var before = File.ReadAllBytes(_fixture.Location().Database);
        Assert.Equal(VaultFault.Newer, Assert.Throws<VaultException>(() => _fixture.Open()).Fault);
        Assert.Equal(before, File.ReadAllBytes(_fixture.Location().Database));
    }

    [Theory]
    [InlineData("CREATE TABLE extra (a TEXT) STRICT")]
    [InlineData("DROP TABLE pseudonym")]
    [InlineData("ALTER TABLE person ADD COLUMN note TEXT")]
    [InlineData("CREATE TRIGGER spy AFTER INSERT ON person BEGIN DELETE FROM person; END")]
    public void A_store_whose_tables_were_altered_is_refused(string alteration)
    {
        using (var store = _fixture.Open())
        {
            store.Execute(alteration);
        }

        Assert.Equal(VaultFault.Damaged, Assert.Throws<VaultException>(() => _fixture.Open()).Fault);
    }

    [Fact]
    public void A_store_that_lost_its_key_is_refused()
    {
        using (var store = _fixture.Open())
        {
            store.Execute("DELETE FROM secret");
        }

        Assert.Contains("key", Assert.Throws<VaultException>(() => _fixture.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_in_its_place_is_refused_and_left_alone()
    {
        _fixture.Open().Dispose();
        var letter = Encoding.UTF8.GetBytes(new string('x', 5000));
        File.WriteAllBytes(_fixture.Location().Database, letter);
        Assert.Equal(VaultFault.Damaged, Assert.Throws<VaultException>(() => _fixture.Open()).Fault);
        Assert.Equal(letter, File.ReadAllBytes(_fixture.Location().Database));
    }

    [Fact]
    public void A_migration_that_was_released_is_never_changed()
    {
        // A change of the schema is a new file; this hash changes only while no store with it exists anywhere.
        string[] hashes =
        [
            "d0d4d74d2480e7b224302cddacbd3d56f04692315eda674f807c5c05901aa202",
            "f8759785348863b84dd490cbdcc2a51310d8c092521c4b7580db7f164faa3f20",
            "810509ef07bfc3569e52036768142e0929fa5550c280e3c3d3751616ee1d043f",
            "e45cc93ec83e6d38cdd3d54f4d0e98af610ca99ad81cf0c1abfddc0d51368dee",
            "b1ac25de49d3f7795367cc8fa9114b7eaaaf2ddd5c49fc058daa91f12a70326a",
            "145ba7f46fa8cf6cfdbd3bda89e8ae35c3ad2ae9e571dbfcc0cc9da669a34377",
            "e49c38b7125cb86bd5342315b4ea7bbbe4b4689232e425d10f30c64b44e5badc",
            "f5f7e0b5bfbd622949597606d6cd61b17a89f71232c29e39b7f45a45958aa3de",
            "cdafd070537062c996fd7ee73ba21984bf9db8af5e1c01cf7994928254d0d443",
            "f4f4b1a7875f5481c8e70253e87595d43e44117916fa2c4d9c8be1bdfbf563ca",
            "3ce48db6a7bd96b9e2c1fcf2cdbdf6980d006741737ab21a9630a0919ede9e78",
            "796d4ba14789422e4e7b5418cf5d66d5e0a269402a13c4792233479b14ade812",
                "a00dde30d50194453399c4d868e195f565deee88e83f94d2adce49ef3ad297b8",
        ];
        Assert.Equal(hashes, Enumerable.Range(1, VaultSchema.Newest).Select(version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EmbeddedText.Read($"Vault.Migrations.{version:0000}.sql"))))));
    }

    [Fact]
    public void Keys_differ_by_purpose_and_store_and_stay()
    {
        byte[] first;
        using (var store = VaultStore.Create(_fixture.Location("a"), RandomNumberGenerator.Create(), TimeProvider.System))
        {
            first = store.DeriveKey("pseudonym");
            Assert.Equal(32, first.Length);
            Assert.NotEqual(first, store.DeriveKey("citation"));
        }

        using (var store = VaultStore.Open(_fixture.Location("a"), RandomNumberGenerator.Create(), TimeProvider.System))
        {
            Assert.Equal(first, store.DeriveKey("pseudonym"));
            Assert.NotEqual(first, Scalar<byte[]>(store, "SELECT value FROM secret"));
        }

        using var other = VaultStore.Create(_fixture.Location("b"), RandomNumberGenerator.Create(), TimeProvider.System);
        Assert.NotEqual(first, other.DeriveKey("pseudonym"));
    }

    [Fact]
    public void A_batch_is_kept_whole_or_not_at_all()
    {
        using var store = _fixture.Open();
        using (store.BeginTransaction())
        {
            store.Pseudonyms.Assign("s", "i", "Amber Otter");
            store.Released.Record("posts/a.md", [1]);
        }

        Assert.False(store.Pseudonyms.TryGet("s", "i", out _));
        Assert.Empty(store.Released.List());
        using (var batch = store.BeginTransaction())
        {
            store.Pseudonyms.Assign("s", "i", "Amber Otter");
            Assert.Throws<InvalidOperationException>(store.BeginTransaction);
            batch.Commit();
        }

        Assert.True(store.Pseudonyms.TryGet("s", "i", out _));
        using var next = store.BeginTransaction();
    }

    [Fact]
    public void A_message_of_a_fault_never_holds_what_is_in_the_store()
    {
        using var store = _fixture.Open();
        var fault = Assert.Throws<VaultException>(() => store.Execute("INSERT INTO pseudonym (scope, identity, name) VALUES ('canary', 'canary', 1), ('canary', 'canary', 'canary')"));
        Assert.DoesNotContain("canary", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_undoes_the_import_and_says_so()
    {
        using var store = _fixture.Open();
        var before = Dump(store, withRuns: true);
        var pages = Scalar<long>(store, "PRAGMA page_count");
        store.Execute($"PRAGMA max_page_count = {pages + 20}"); // SQLite answers as on a full disk
        var fault = Assert.Throws<VaultException>(() => TakeIn(store, ManyComments(2000)));
        Assert.Equal((VaultFault.Disk, 3), (fault.Fault, fault.ExitCode));
        Assert.Equal(before, Dump(store, withRuns: true));
        store.Execute("PRAGMA max_page_count = 1000000");
        TakeIn(store, ManyComments(200));
    }

    private static string Mode(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return string.Empty;
        }

        var mode = (int)File.GetUnixFileMode(path);
        return "-" + string.Concat(Enumerable.Range(0, 9).Select(bit => (mode & (256 >> bit)) == 0 ? '-' : "rwx"[bit % 3]));
    }
}
