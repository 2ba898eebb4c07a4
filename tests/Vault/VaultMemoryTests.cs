using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

[Collection(MeasuredAlone.Name)]
public sealed class VaultMemoryTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Memory_does_not_grow_with_the_archive()
    {
        using var store = _fixture.Open();
        long Kept(int comments)
        {
            var most = 0L;
            new VaultImporter(store).TakeIn(ManyComments(comments), count => most = count % 10_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most, CancellationToken.None);
            return Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }

        var few = Kept(4_000);
        var many = Kept(60_000);
        Assert.True(many - few < 4_000_000, $"{few} bytes were kept with 4,000 comments, {many} with 60,000");
    }
}
