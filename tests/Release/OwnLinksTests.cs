using Blog.Html;
using Blog.Import;
using Blog.Moderate;
using Blog.Release;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Release;

/// <summary>Every form in which texts link to their own blog leads to what is here, or leaves its words and is named.</summary>
public sealed class OwnLinksTests : IDisposable
{
    private readonly VaultFixture _fixture = new();
    private readonly VaultStore _store;
    private readonly BlogFolder _folder;

    public OwnLinksTests()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.BlogFolder, "input"));
        File.WriteAllText(Path.Combine(_fixture.BlogFolder, "input", "site.yml"), "title: The Kettle Yard\naddress: https://kettle.example\n");
        _folder = new BlogFolder(_fixture.BlogFolder);
        _store = _fixture.Open();
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    public static TheoryData<string, string> Forms() => new()
    {
        { "https://yard.blogspot.com/2015/12/the-kiln.html", "/2015/12/the-kiln.html" },
        { "http://yard.blogspot.com/2015/12/the-kiln.html", "/2015/12/the-kiln.html" },
        { "http://www.yard.blogspot.co.uk/2015/12/the-kiln.html?m=1", "/2015/12/the-kiln.html" },
        { "https://yard.blogspot.de/2015/12/the-kiln.html?showComment=1450000000000#c123", "/2015/12/the-kiln.html" },
        { "https://yard.blogspot.com/2015/12/the-kiln.html?commentPage=2", "/2015/12/the-kiln.html" },
        { "https://yard.blogspot.com/2015/12/the-kiln.html#comment-form", "/2015/12/the-kiln.html#comments" },
        { "https://kettle.example/2015/12/the-kiln.html", "/2015/12/the-kiln.html" },
        { "https://yard.blogspot.com/2015/12/caf%C3%A9.html", "/2015/12/cafe-days.html" },
        { "https://yard.blogspot.com/2015/12/café.html", "/2015/12/cafe-days.html" },
        { "https://yard.blogspot.com/search/label/Guest%20posts?max-results=20", "/search/label/Guest%20posts" },
        { "https://yard.blogspot.com/search/label/Never", "" },
        { "https://yard.blogspot.com/2015_12_01_archive.html", "/2015/12/" },
        { "https://yard.blogspot.com/2015_12_13_archive.html", "/2015/12/" },
        { "https://yard.blogspot.com/2014_01_01_archive.html", "" },
        { "https://yard.blogspot.com/2015/", "/2015/" },
        { "https://yard.blogspot.com/2013/", "" },
        { "https://yard.blogspot.com/feeds/posts/default?alt=rss", "/feed.atom" },
        { "https://yard.blogspot.com/search?q=kiln", "/search/" },
        { "https://yard.blogspot.com/", "/" },
        { "https://yard.blogspot.com", "/" },
        { "https://yard.blogspot.com/?p=12", "" },
        { "https://yard.blogspot.com/2015/12/the-secret.html", "" },
        { "https://yard.blogspot.com/p/gone.html", "" },
        { "https://yard.blogspot.com/2015/12/20/another/", "" },
        { "https://elsewhere.example/2015/12/the-kiln.html", "https://elsewhere.example/2015/12/the-kiln.html" },
        { "https://otheryard.blogspot.com/2015/12/the-kiln.html", "https://otheryard.blogspot.com/2015/12/the-kiln.html" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_leads_where_its_page_is_now(string address, string expected)
    {
        var report = Release($"See [the other]({address}) and {address} too.");
        var text = File.ReadAllText(Path.Combine(_folder.Input, "posts", "2016", "01", "links.md"));
        if (expected.Length == 0)
        {
            Assert.Contains("See the other and another page of this blog too.", text, StringComparison.Ordinal);
            Assert.Equal([new LostLink("/2016/01/links.html", address), new LostLink("/2016/01/links.html", address)], report.LostLinks);
        }
        else
        {
            Assert.Contains($"See [the other]({expected}) and {(expected.StartsWith('/') ? $"[{expected}]({expected})" : expected)} too.", text, StringComparison.Ordinal);
            Assert.Empty(report.LostLinks);
        }
    }

    [Fact]
    public void An_address_that_cannot_stand_leads_on_by_an_alias_and_not_where_it_tells()
    {
        Release("x");
        Assert.Contains("aliases: [\"/2015/12/caf%C3%A9.html\"]", File.ReadAllText(Path.Combine(_folder.Input, "posts", "2015", "12", "cafe-days.md")), StringComparison.Ordinal);
        Assert.DoesNotContain("aliases", File.ReadAllText(Path.Combine(_folder.Input, "posts", "2015", "12", "the-kiln.md")), StringComparison.Ordinal);

        new Moderation(_store, _store.Actor, TimeProvider.System).Term(new TermRequest { Action = DecisionAction.Redact, Term = "Café", Scope = DecisionScope.Everywhere });
        Releaser.Run(_store, _folder, new BlogReader(_folder).ReadSettings(), new ReleaseOptions(false, null, false, []), null, CancellationToken.None);
        Assert.All(Directory.EnumerateFiles(_folder.Input, "*.md", SearchOption.AllDirectories), file => Assert.DoesNotContain("aliases", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private ReleaseReport Release(string links)
    {
        VaultFixture.TakeIn(
            _store, VaultFixture.Archive() with { Address = "https://yard.blogspot.com" },
            Post("p1", 0, "/2015/12/the-kiln.html", "The kiln", "Words."),
            Post("p2", 1, "/2015/12/café.html", "Café days", "Words."),
            Post("p3", 40 * 24 * 60, "/2016/01/links.html", "Links", links));
        return Releaser.Run(_store, _folder, new BlogReader(_folder).ReadSettings(), new ReleaseOptions(false, null, false, []), null, CancellationToken.None);
    }

    private static ImportedPost Post(string id, int minute, string path, string title, string markdown)
    {
        var post = VaultFixture.Post(id, minute, markdown);
        return post with { Permalink = path, Title = title, Labels = ["Guest posts"], Body = new ImportedBody(new RawHtml("<p>x</p>"), markdown, []) };
    }
}
