using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class SourcesTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_source_stands_as_unknown_until_somebody_says_and_a_later_import_leaves_it()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0));
        TakeIn(store, Archive("000", "capture"), Post("1", 0));
        Assert.Equal([SourceState.Unknown, SourceState.Unknown], store.Sources.List().Select(source => source.State));
        Assert.All(store.Sources.List(), source => Assert.Null(source.StateSet));
        var source = store.Sources.List()[0];
        Assert.Throws<InvalidOperationException>(() => store.Sources.Set(source.Handle, SourceState.Closed));
        foreach (var state in Enum.GetValues<SourceState>().Reverse())
        {
            using var batch = store.BeginTransaction();
            store.Sources.Set(source.Handle, state);
            Assert.Throws<InvalidOperationException>(() => store.Sources.Set(new VaultHandle(new string('0', 32)), state));
            batch.Commit();
            TakeIn(store, Archive(), Post("2", 1));
            Assert.Equal([state, SourceState.Unknown], store.Sources.List().Select(each => each.State));
        }

        Assert.Equal(
            [AuditVerb.Import, AuditVerb.SourceClosed, AuditVerb.Import, AuditVerb.SourcePublic, AuditVerb.Import, AuditVerb.SourceUnknown, AuditVerb.Import],
            store.Audit.Of(source.Handle).Select(entry => entry.Verb));
    }
}
