using Blog.Import;
using Blog.Import.Captures;
using Blog.Vault;
using NodaTime;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

/// <summary>Real captures and exports through the store; only numbers are looked at.</summary>
public sealed class RealArchivesInVaultTests : IDisposable
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [SharedFact]
    public void Every_entry_of_the_captures_is_in_the_store_once_and_each_reply_has_its_parent()
    {
        using var store = _fixture.Open();
        var entries = 0;
        var files = Directory.GetFiles(SharedMaterial.File("captures"), "*.txt").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(5, files.Count);
        foreach (var file in files)
        {
            var outcome = TakeIn(store, Read(file));
            Assert.True(outcome.Balances);
            Assert.Equal(outcome.Entries, outcome.New + outcome.Skipped.Sum(skipped => skipped.Count));
            Assert.Equal(0, outcome.ParentsLost);
            entries += outcome.New;
        }

        var posts = store.Posts().ToList();
        var comments = posts.SelectMany(post => store.Comments(post.Row)).ToList();
        Assert.Equal(entries, posts.Count + comments.Count);
        Assert.Equal(entries, posts.Select(post => post.PublicId.Value).Concat(comments.Select(comment => comment.Id.Value)).Distinct().Count());
        Assert.Equal(38, comments.Count(comment => comment.Number is { IsTop: false }));
        Assert.Equal(38, comments.Count(comment => comment.ParentRow is not null));

        var before = Dump(store);
        foreach (var file in files)
        {
            Assert.Equal(0, TakeIn(store, Read(file)).New);
        }

        Assert.Equal(before, Dump(store));
        Assert.Empty(VaultVerifier.Verify(store, []).Faults);
    }

    [SharedFact]
    public void Every_entry_of_the_exports_is_in_the_store_once_and_an_import_again_changes_nothing()
    {
        using var store = _fixture.Open();
        var entries = 0;
        foreach (var job in Importers.Open(SharedMaterial.File("data", "exports", "blogger-classic"), London).Jobs)
        {
            var outcome = TakeIn(store, job.Read());
            Assert.True(outcome.Balances);
            Assert.Equal(0, outcome.Counts.Sum(count => count.Repeated + count.Updated + count.Unchanged));
            Assert.Equal(0, outcome.ParentsLost);
            entries += outcome.New;
        }

        Assert.True(entries > 100);
        var posts = store.Posts().ToList();
        var comments = posts.SelectMany(post => store.Comments(post.Row)).ToList();
        Assert.Equal(entries - store.Stats().OrphanComments, posts.Count + comments.Count);
        Assert.All(posts, post => Assert.Equal(post.SourceId, post.PublicId.Value));
        Assert.All(comments, comment => Assert.Equal(comment.SourceId, comment.Id.Value));

        var before = Dump(store);
        foreach (var job in Importers.Open(SharedMaterial.File("data", "exports", "blogger-classic"), London).Jobs)
        {
            Assert.Equal(0, TakeIn(store, job.Read()).New);
        }

        Assert.Equal(before, Dump(store));
        Assert.Empty(VaultVerifier.Verify(store, []).Faults);
    }

    private static IEnumerable<ImportedEntry> Read(string file)
    {
        using var stream = File.OpenRead(file);
        foreach (var entry in CaptureReader.Read(stream, Path.GetFileName(file), London))
        {
            yield return entry;
        }
    }
}
