using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Facts;
using Blog.Vault;

namespace Blog.Tests.Commands;

/// <summary>A real letter that names neither its writer nor the town, and identifies all the same: its employer, region and family are redacted by decisions.</summary>
public sealed class CaptureRedactionTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [SharedFact]
    public async Task Employer_region_and_family_go_and_a_stranger_s_search_finds_nothing()
    {
        Assert.Equal(0, (await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git")).ExitCode);
        Assert.Equal(0, (await RunAsync("import", Directory.EnumerateFiles(SharedMaterial.File("captures"), "000_*.txt").Single(), "--blog", "blog")).ExitCode);
        var family = Decide();
        Assert.True(family.Select(place => place.Text).Distinct().Count() >= 2, "The family stands in the post and in a comment.");
        Assert.True(family.Count >= 3, "It stands in both letters of the post and in a comment.");

        var release = await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.True(release.ExitCode == 0, release.ToString());
        var build = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.True(build.ExitCode == 0, build.ToString()); // the safety check looked for all of it

        foreach (var file in Directory.EnumerateFiles(_temporary.File("blog", "output"), "*", SearchOption.AllDirectories))
        {
            var bytes = file + await ReadAsync(file);
            foreach (var pattern in new[] { "mtc ?novo", "thames", @"\bfather", @"\bdad\b" })
            {
                Assert.False(Regex.IsMatch(bytes, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), $"{Path.GetFileName(file)} holds something that was redacted.");
            }
        }
    }

    // The index is packed, and by chance packed bytes may spell a short word; its lists that are not packed hold numbers alone, which the safety check has read.
    private static async Task<string> ReadAsync(string file)
    {
        if (Path.GetExtension(file) != ".bin")
        {
            return await File.ReadAllTextAsync(file);
        }

        var bytes = await File.ReadAllBytesAsync(file);
        return bytes is [0x1F, 0x8B, ..] ? System.Text.Encoding.UTF8.GetString(Blog.Search.Index.ShardFolders.Unpack(bytes)) : string.Empty;
    }

    /// <summary>The decisions of a moderator; the places of the family.</summary>
    private IReadOnlyList<FactPlace> Decide()
    {
        using var store = VaultStore.Open(VaultLocation.Resolve(_temporary.File("blog"), _temporary.File("vault"), _ => null), RandomNumberGenerator.Create(), TimeProvider.System);
        var moderation = new Moderation(store, "Test", TimeProvider.System);
        moderation.Term(new TermRequest { Action = DecisionAction.Redact, Term = "MTCnovo", Scope = DecisionScope.Everywhere, Kind = FindingKind.Organisation });
        moderation.Term(new TermRequest { Action = DecisionAction.Redact, Term = "London and Thames Valley", Scope = DecisionScope.Everywhere, Kind = FindingKind.Place });
        var post = store.Posts().Single();
        var fact = FactFinder.Find(ProseView.Of(post.Markdown), post.Published?.Value.Year).First(found => found is { Kind: FactKind.Family, IsNearMiss: false });
        var places = FactLinks.Same(FactTextReader.Thread(store, post), post.Handle, fact);
        var finder = new UnitFinder(store);
        foreach (var place in places)
        {
            moderation.Place(DecisionAction.Redact, finder.TryFind(place.Text)!, TextField.Body, place.Fact.Range, FindingKind.Family); // not null: read a moment ago
        }

        return places;
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
