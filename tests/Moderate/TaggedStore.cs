using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Tests.Vault;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Moderate;

/// <summary>A store of invented threads that the tagger is to read, learn from or guard.</summary>
internal sealed class TaggedStore : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public TaggedStore(params IEnumerable<ImportedEntry> entries)
    {
        Store = _fixture.Open();
        TakeIn(Store, [Archive(), .. entries]);
    }

    public static SiteSettings Settings { get; } = new() { Title = "T", Address = "https://archive.example" };

    public VaultStore Store { get; }

    public Moderation Moderation => new(Store, Store.Actor, TimeProvider.System);

    public TaggerPass Pass() => new(Store, Settings);

    public void Read() => Pass().Run((_, _) => { }, CancellationToken.None);

    public TaggerLessons Lessons() => new(Store, Settings, (_, _) => { }, CancellationToken.None);

    /// <summary>Runs something in a transaction of its own.</summary>
    public void Within(Action work)
    {
        using var transaction = Store.BeginTransaction();
        work();
        transaction.Commit();
    }

    public void Dispose()
    {
        Store.Dispose();
        _fixture.Dispose();
    }
}
