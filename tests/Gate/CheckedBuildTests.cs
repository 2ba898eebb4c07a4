using Blog.Gate;
using Blog.Site;
using Blog.Source;

namespace Blog.Tests.Gate;

public sealed class CheckedBuildTests : IDisposable
{
    private readonly TemporaryFolder _blog = new();

    public CheckedBuildTests()
    {
        _blog.Put("input/site.yml", "title: The Example Review\naddress: https://example.org\n");
        _blog.Put("input/posts/one.md", "---\nid: one\ntitle: One\ndate: 2026-01-02\nurl: /2026/01/one.html\nprovenance: editor\n---\n\nA text about a harbour.\n");
        _blog.Put("input/posts/one.thread.md", "thread: one\nformat: 1\n\n--- comment\nid: c-1\nnumber: 1\nauthor: Amber Heron\nstate: published\n\nThanks to Linnet **Quay** for this.\n");
    }

    private BlogFolder Folder => new(_blog.Root);

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task A_site_that_holds_a_secret_is_deleted_and_the_published_one_stays()
    {
        Assert.Empty((await BuildAsync(SecretSet.None)).Findings);
        var before = Contents();
        _blog.Put("input/posts/two.md", "---\nid: two\ntitle: Two\ndate: 2026-01-03\nurl: /2026/01/two.html\nprovenance: editor\n---\n\nMore.\n");

        var report = await BuildAsync(SecretSet.Of([new Secret("12", "Linnet Quay", SecretScope.Everywhere)]));

        Assert.Contains(report.Findings, finding => finding is { Case: "12", Place: "2026/01/one.html#c-1" });
        Assert.Equal(before, Contents());
        Assert.Empty(Directory.EnumerateDirectories(Folder.Build));
    }

    [Fact]
    public async Task A_first_site_that_holds_a_secret_publishes_nothing()
    {
        await BuildAsync(SecretSet.Of([new Secret("12", "Linnet Quay", SecretScope.Everywhere)]));

        Assert.False(Directory.Exists(Folder.Output));
        Assert.Empty(Directory.EnumerateDirectories(Folder.Build));
    }

    [Fact]
    public async Task A_secret_of_another_comment_stops_nothing()
    {
        var report = await BuildAsync(SecretSet.Of([new Secret("12", "Linnet Quay", SecretScope.Of(["c-2"]))]));

        Assert.Empty(report.Findings);
        Assert.True(File.Exists(Path.Combine(Folder.Output, "2026", "01", "one.html")));
    }

    private string Contents() => string.Join('\n', Directory.EnumerateFiles(Folder.Output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));

    private Task<BuildReport> BuildAsync(SecretSet secrets)
    {
        var day = new DateOnly(2026, 11, 21);
        var request = new BuildRequest(Folder, new BlogReader(Folder).ReadSettings(), day, 2, Durable: false);
        return CheckedBuild.RunAsync(request, new GateInput { Secrets = secrets, Today = day, Parallelism = 2 }, new Progress<BuildStep>(), CancellationToken.None);
    }
}
