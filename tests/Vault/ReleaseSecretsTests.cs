using Blog.Text;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class ReleaseSecretsTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_thread_s_secrets_take_the_place_of_those_of_its_last_release()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0), Post("2", 1));
        var posts = store.Posts().Select(post => post.Row).ToList();
        var handle = store.Decisions.NewHandle();
        var first = new ReleaseSecret(ReleaseSecretScope.Unit, "c1", "Ockering", handle, LetterCase.Capitalised);
        var second = new ReleaseSecret(ReleaseSecretScope.Thread, "p2", "Marchbank", null, LetterCase.Any);

        Assert.Throws<InvalidOperationException>(() => store.Secrets.Replace(posts[0], [first]));
        Keep(store, posts[0], [first]);
        Keep(store, posts[1], [second]);
        Assert.Equal([first, second], store.Secrets.List());
        Keep(store, posts[0], []);
        Assert.Equal([second], store.Secrets.List());
    }

    private static void Keep(VaultStore store, long post, IReadOnlyList<ReleaseSecret> secrets)
    {
        using var transaction = store.BeginTransaction();
        store.Secrets.Replace(post, secrets);
        transaction.Commit();
    }
}
