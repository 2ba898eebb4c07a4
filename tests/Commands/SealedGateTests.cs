using System.Security.Cryptography;
using Blog.Source;

namespace Blog.Tests.Commands;

/// <summary>The sealed way: release beside the private store, build on a machine that has only <c>input/</c> and the key.</summary>
public sealed class SealedGateTests : IDisposable
{
    private const string AsOf = "2026-11-21";
    private readonly TemporaryFolder _temporary = new();
    private readonly string _key;

    public SealedGateTests()
    {
        using var random = RandomNumberGenerator.Create();
        _key = SealKey.Make(random);
    }

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_machine_with_the_key_alone_builds_what_is_clean_and_stops_at_a_leak_without_naming_it()
    {
        await ReleaseSealedAsync();
        var clean = await BuildAsync((SealKey.Variable, _key));
        Assert.True(clean.ExitCode == 0, clean.ToString());

        await File.AppendAllTextAsync(Post(), "\nSeen in ock&#101;**ring** again.\n");
        var leak = await BuildAsync((SealKey.Variable, _key));
        Assert.True(leak.ExitCode == 1, leak.ToString());
        Assert.DoesNotContain("ockering", leak.Output + leak.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_key, leak.Output + leak.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("again", await File.ReadAllTextAsync(_temporary.File("blog", "output", "2015", "12", "a-small-post.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_key_nothing_is_published_unless_a_person_says_so_and_never_on_a_build_service()
    {
        await ReleaseSealedAsync();
        var without = await BuildAsync();
        Assert.Equal(2, without.ExitCode);
        Assert.Contains("BLOG_SEAL_KEY", without.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temporary.File("blog", "output")));

        foreach (var service in new[] { "CI", "NETLIFY" })
        {
            var refused = await BuildAsync(["--unsealed"], (service, "true"));
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains(service, refused.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(_temporary.File("blog", "output")));
        }

        var said = await BuildAsync(["--unsealed"]);
        Assert.True(said.ExitCode == 0, said.ToString());
        Assert.Contains("Warning", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_a_phrase_and_a_broken_file_stop_the_build()
    {
        await ReleaseSealedAsync();
        using var random = RandomNumberGenerator.Create();
        Assert.Equal(2, (await BuildAsync((SealKey.Variable, SealKey.Make(random)))).ExitCode);
        Assert.Equal(2, (await BuildAsync(["--unsealed"], (SealKey.Variable, "a phrase"))).ExitCode);

        var file = _temporary.File("blog", "input", "redactions.sealed");
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..^40]);
        Assert.Equal(2, (await BuildAsync((SealKey.Variable, _key))).ExitCode);
        Assert.False(Directory.Exists(_temporary.File("blog", "output")));
    }

    [Fact]
    public async Task Sealing_needs_a_key_and_a_later_release_without_it_says_that_the_file_is_old()
    {
        await ReleaseSealedAsync();
        var before = await File.ReadAllBytesAsync(_temporary.File("blog", "input", "redactions.sealed"));
        Assert.Equal(2, (await RunAsync([], "release", "--seal", "--blog", "blog")).ExitCode);
        Assert.Contains("earlier release", (await RunAsync([], "release", "--blog", "blog")).Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_temporary.File("blog", "input", "redactions.sealed")));

        Assert.Equal(0, (await RunAsync([(SealKey.Variable, _key)], "release", "--seal", "--blog", "blog")).ExitCode);
        Assert.NotEqual(before, await File.ReadAllBytesAsync(_temporary.File("blog", "input", "redactions.sealed")));
    }

    [Fact]
    public async Task A_key_is_printed_once_and_can_be_used()
    {
        var run = await RunAsync([], "gate", "seal-key");
        Assert.Equal(0, run.ExitCode);
        Assert.True(SealKey.TryParse(run.Output, out _));
    }

    /// <summary>Imports, redacts a place, releases and seals; then the private store is out of reach.</summary>
    private async Task ReleaseSealedAsync()
    {
        Assert.Equal(0, (await RunAsync([], "init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git")).ExitCode);
        var export = (await File.ReadAllTextAsync(Path.Combine(SharedMaterial.Project, "tests", "Commands", "Cases", "small-export.xml")))
            .Replace("Some words about", "In Ockering we have words about", StringComparison.Ordinal);
        _temporary.Put("blog-export.xml", export);
        Assert.Equal(0, (await RunAsync([], "import", "blog-export.xml", "--blog", "blog")).ExitCode);
        Assert.Equal(0, (await RunAsync([], "redact", "term", "Ockering", "--kind", "place", "--blog", "blog")).ExitCode);
        var release = await RunAsync([(SealKey.Variable, _key)], "release", "--as-it-was", "--yes", "--seal", "--blog", "blog");
        Assert.True(release.ExitCode == 0, release.ToString());
        Assert.Contains("Sealed: ", release.Output, StringComparison.Ordinal);
    }

    private string Post() => Directory.EnumerateFiles(_temporary.File("blog", "input", "posts"), "*.md", SearchOption.AllDirectories).Single(file => !file.EndsWith(".thread.md", StringComparison.Ordinal));

    private Task<ProgramRun> BuildAsync(params (string Name, string Value)[] environment) => BuildAsync([], environment);

    private Task<ProgramRun> BuildAsync(string[] arguments, params (string Name, string Value)[] environment) =>
        RunAsync([("BLOG_VAULT", _temporary.File("no-vault")), .. environment], ["build", "--blog", "blog", "--as-of", AsOf, .. arguments]);

    private Task<ProgramRun> RunAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        var all = new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault"), ["CI"] = string.Empty, ["NETLIFY"] = string.Empty, [SealKey.Variable] = string.Empty };
        foreach (var (name, value) in environment)
        {
            all[name] = value;
        }

        return ProgramRun.StartAsync(_temporary.Root, all, arguments);
    }
}
