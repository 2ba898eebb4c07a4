using System.Security.Cryptography;
using Blog.Vault;

namespace Blog.Tests.Vault;

public sealed class ReleasedFilesTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void What_was_written_is_remembered_by_its_path()
    {
        using var store = _fixture.Open();
        byte[] first = [1, 2, 3];
        var second = new byte[100_000];
        Assert.Throws<InvalidOperationException>(() => store.Released.Record("a", first));
        Assert.Throws<InvalidOperationException>(() => store.Released.Remove("a"));
        using var batch = store.BeginTransaction();
        store.Released.Record("posts/b.md", first);
        store.Released.Record("posts/a.md", []);
        Assert.True(store.Released.TryGet("posts/b.md", out var written));
        Assert.Equal(SHA256.HashData(first), written.Sha256.ToArray());
        store.Released.Record("posts/b.md", first);
        Assert.True(store.Released.TryGet("posts/b.md", out var same));
        Assert.Equal(written.Released, same.Released);
        store.Released.Record("posts/b.md", second);
        Assert.True(store.Released.TryGetBytes("posts/b.md", out var bytes));
        Assert.Equal(second, bytes);
        Assert.True(store.Released.TryGetBytes("posts/a.md", out var empty));
        Assert.Empty(empty);
        Assert.Equal(["posts/a.md", "posts/b.md"], store.Released.List().Select(file => file.Path));
        Assert.True(store.Released.Remove("posts/a.md"));
        Assert.False(store.Released.Remove("posts/a.md"));
        Assert.False(store.Released.TryGet("posts/a.md", out _));
        Assert.False(store.Released.TryGetBytes("posts/a.md", out _));
        Assert.Equal(1, VaultFixture.Scalar<long>(store, "SELECT count(*) FROM released_text"));
    }

    [Fact]
    public void Each_run_says_what_it_wrote_and_removed()
    {
        using var store = _fixture.Open();
        using (var batch = store.BeginTransaction())
        {
            Assert.Throws<InvalidOperationException>(store.Released.EndRun);
            var first = store.Released.BeginRun();
            store.Released.Record("a.md", [1]);
            store.Released.Record("b.md", [2]);
            store.Released.EndRun();
            var second = store.Released.BeginRun();
            store.Released.Record("a.md", [1]); // as before
            store.Released.Record("b.md", [3]);
            store.Released.Record("c.md", [4]);
            store.Released.Remove("c.md");
            batch.Commit();

            Assert.Equal([("a.md", true), ("b.md", true)], store.Released.FilesOf(first).Select(file => (file.Path, file.Sha256 is not null)));
            Assert.Equal([("b.md", true), ("c.md", false)], store.Released.FilesOf(second).Select(file => (file.Path, file.Sha256 is not null)));
            Assert.Equal([first, second], store.Released.List().Select(file => file.Run));
            Assert.Equal([true, false], store.Released.Runs().Select(run => run.Finished is not null));
        }
    }

    [Fact]
    public void Bytes_that_are_not_as_they_were_written_are_not_merged_against()
    {
        using var store = _fixture.Open();
        using var batch = store.BeginTransaction();
        store.Released.Record("a.md", [1, 2, 3]);
        store.Released.Record("b.md", [4, 5, 6]);
        store.Execute("UPDATE released_text SET deflated = (SELECT deflated FROM released_text WHERE path = 'b.md') WHERE path = 'a.md'; UPDATE released_text SET deflated = x'ff00' WHERE path = 'b.md'");
        Assert.Equal(VaultFault.Damaged, Assert.Throws<VaultException>(() => store.Released.TryGetBytes("a.md", out _)).Fault);
        Assert.Equal(VaultFault.Damaged, Assert.Throws<VaultException>(() => store.Released.TryGetBytes("b.md", out _)).Fault);
    }
}
