namespace Blog.Tests.Vault;

public sealed class PseudonymsTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_pseudonym_is_given_once_in_its_scope()
    {
        using var store = _fixture.Open();
        Assert.Throws<InvalidOperationException>(() => store.Pseudonyms.Assign("thread 1", "name:nettlepin", "Amber Otter"));
        using (var batch = store.BeginTransaction())
        {
            store.Pseudonyms.Assign("thread 1", "name:nettlepin", "Amber Otter");
            store.Pseudonyms.Assign("thread 1", "name:nettlepin", "Amber Otter");
            Assert.Throws<InvalidOperationException>(() => store.Pseudonyms.Assign("thread 1", "name:nettlepin", "Quiet Fox"));
            Assert.Throws<InvalidOperationException>(() => store.Pseudonyms.Assign("thread 1", "name:another", "Amber Otter"));
            store.Pseudonyms.Assign("thread 2", "name:another", "Amber Otter");
            batch.Commit();
        }

        Assert.True(store.Pseudonyms.TryGet("thread 1", "name:nettlepin", out var name));
        Assert.Equal("Amber Otter", name);
        Assert.False(store.Pseudonyms.TryGet("thread 2", "name:nettlepin", out _));
        Assert.True(store.Pseudonyms.IsTaken("thread 2", "Amber Otter"));
        Assert.False(store.Pseudonyms.IsTaken("thread 2", "Quiet Fox"));
    }
}
