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
        var (first, second) = (new byte[32], Enumerable.Repeat((byte)7, 32).ToArray());
        Assert.Throws<InvalidOperationException>(() => store.Released.Record("a", first));
        Assert.Throws<InvalidOperationException>(() => store.Released.Remove("a"));
        using var batch = store.BeginTransaction();
        store.Released.Record("posts/b.md", first);
        store.Released.Record("posts/a.md", first);
        Assert.True(store.Released.TryGet("posts/b.md", out var written));
        store.Released.Record("posts/b.md", first);
        Assert.Equal(written.Released, Time(store, "posts/b.md"));
        store.Released.Record("posts/b.md", second);
        Assert.True(store.Released.TryGet("posts/b.md", out var again));
        Assert.Equal(second, again.Sha256.ToArray());
        Assert.Equal(["posts/a.md", "posts/b.md"], store.Released.List().Select(file => file.Path));
        Assert.True(store.Released.Remove("posts/a.md"));
        Assert.False(store.Released.Remove("posts/a.md"));
        Assert.False(store.Released.TryGet("posts/a.md", out _));
    }

    private static DateTimeOffset Time(VaultStore store, string path) => store.Released.TryGet(path, out var file) ? file.Released : default;
}
