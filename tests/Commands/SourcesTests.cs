using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blog.Tests.Import.Readers;
using Blog.Tests.Import.Zip;

namespace Blog.Tests.Commands;

/// <summary>Every kind of source from its file to its page: import, release, build.</summary>
public sealed class SourcesTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    // What is given, the path of its page, words of the post, comments on the page, replies among them.
    [Theory]
    [InlineData("takeout", "/2015/12/fog.html", "The fog came.", 2, 1)]
    [InlineData("wordpress", "fog", "The fog came.", 2, 1)]
    [InlineData("blogml", "fog", "The fog came.", 2, 1)]
    [InlineData("movabletype", "fog", "More.", 2, 1)]
    [InlineData("ghost", "fog", "The fog came.", 1, 0)]
    [InlineData("substack", "fog", "The fog came.", 0, 0)]
    [InlineData("medium", "fog", "The fog came.", 0, 0)]
    [InlineData("page", "/2015/12/fog.html", "The fog came.", 3, 1)]
    public async Task From_export_to_page(string kind, string page, string words, int comments, int replies)
    {
        await InitAsync();
        var import = await RunAsync("import", Put(kind), "--blog", "blog");
        Assert.True(import.ExitCode == 0, import.ToString());
        Assert.DoesNotContain("DOES NOT ADD UP", import.Output, StringComparison.Ordinal);
        var document = await PublishAsync(page);

        Assert.Contains(words, document.QuerySelector("main")!.TextContent, StringComparison.Ordinal); // not null: every page has one
        Assert.Equal((comments, replies), (document.QuerySelectorAll("li.comment").Length, document.QuerySelectorAll("li.comment li.comment").Length));
        Assert.DoesNotContain("Buy boats", document.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("quay.example</", document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_temporary.File("blog", "input"), "*.md", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            Assert.DoesNotContain("Not yet.", text, StringComparison.Ordinal); // a draft
            Assert.DoesNotContain("@quay.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("192.0.2.7", text, StringComparison.Ordinal);
        }

        var input = Snapshot();
        Assert.Equal(0, (await RunAsync("import", _temporary.File("source"), "--blog", "blog")).ExitCode);
        Assert.Contains("0 files written, 0 removed", (await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog")).Output, StringComparison.Ordinal);
        Assert.Equal(input, Snapshot());
    }

    [Fact]
    public async Task Disqus_before_its_blog_and_after_give_one_page()
    {
        _temporary.Put("source/disqus.xml", SampleSources.Disqus());
        _temporary.Put("other/wordpress.xml", SampleSources.WordPress(SampleSources.WordPressItem("1", "publish")));
        await InitAsync();
        var first = await RunAsync("import", _temporary.File("source"), "--blog", "blog");
        Assert.Contains("2 comments stand on pages whose posts no archive has brought yet", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("import", _temporary.File("other"), "--blog", "blog")).ExitCode);
        var page = await PublishAsync("fog");

        Assert.Equal(3, page.QuerySelectorAll("li.comment").Length); // two, and the place of the deleted one that was answered
        Assert.Single(page.QuerySelectorAll("li.comment li.comment"));
        Assert.DoesNotContain("Taken back", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Buy boats", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_folder_comes_back_letter_for_letter()
    {
        _temporary.Put("source/feed.atom", SampleSources.Takeout(
            SampleSources.TakeoutEntry("1", "POST", "LIVE", "<blogger:filename>/2015/12/fog.html</blogger:filename>"),
            SampleSources.TakeoutEntry("100002", "COMMENT", "LIVE", "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent>", "It was *thick*.", "Sandpiper")));
        await InitAsync();
        await RunAsync("import", _temporary.File("source"), "--blog", "blog");
        Assert.Equal(0, (await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog")).ExitCode);
        var input = Snapshot().Where(file => file.Contains("/posts/", StringComparison.Ordinal)).ToList();
        Directory.Move(_temporary.File("blog"), _temporary.File("old"));
        Directory.Delete(_temporary.File("vault"), recursive: true);

        await InitAsync();
        var settings = _temporary.File("blog", "input", "site.yml");
        var import = await RunAsync("import", _temporary.File("old"), "--blog", "blog");
        Assert.True(import.ExitCode == 0, import.ToString());
        var kept = (await File.ReadAllTextAsync(settings)).Replace("commenters: pseudonym-per-thread", "commenters: keep", StringComparison.Ordinal);
        await File.WriteAllTextAsync(settings, kept.Contains("commenters: keep", StringComparison.Ordinal) ? kept : kept + "anonymity:\n  commenters: keep\n");
        Assert.Equal(0, (await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog")).ExitCode);
        var again = Snapshot().Where(file => file.Contains("/posts/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(input);
        Assert.Equal(input, again);
        Assert.Contains("It was \\*thick\\*.", string.Join('\n', again), StringComparison.Ordinal);
    }

    private string Put(string kind)
    {
        switch (kind)
        {
            case "takeout":
                const string on = "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent>";
                Directory.CreateDirectory(_temporary.File("source"));
                File.WriteAllBytes(_temporary.File("source", "takeout.zip"), ZipSamples.Of(("Takeout/Blogger/Blogs/Quay/feed.atom", SampleSources.Takeout(
                    SampleSources.TakeoutEntry("100003", "COMMENT", "SPAM_COMMENT", on, "Buy boats."),
                    SampleSources.TakeoutEntry("100002", "COMMENT", "LIVE", on + "<blogger:inReplyTo>tag:blogger.com,1999:blog-77.post-100001</blogger:inReplyTo>", "Very."),
                    SampleSources.TakeoutEntry("1", "POST", "LIVE", "<blogger:filename>/2015/12/fog.html</blogger:filename>"),
                    SampleSources.TakeoutEntry("2", "POST", "DRAFT", content: "Not yet."),
                    SampleSources.TakeoutEntry("100001", "COMMENT", "LIVE", on, "It was thick.", "Sandpiper")))));
                return _temporary.File("source", "takeout.zip");
            case "wordpress":
                _temporary.Put("source/blog.xml", SampleSources.WordPress(
                    SampleSources.WordPressItem("1", "publish", comments: SampleSources.WordPressComment("11", "1") + SampleSources.WordPressComment("12", "1", parent: "11", content: "Very.") + SampleSources.WordPressComment("13", "spam", content: "Buy boats.")),
                    SampleSources.WordPressItem("2", "draft", content: "Not yet.")));
                break;
            case "blogml":
                _temporary.Put("source/blog.xml", SampleSources.BlogML());
                break;
            case "movabletype":
                _temporary.Put("source/export.txt", SampleSources.MovableType);
                break;
            case "ghost":
                _temporary.Put("source/ghost.json", SampleSources.Ghost);
                break;
            case "substack":
                _temporary.Put("source/posts.csv", "post_id,post_date,is_published,type,audience,title\n101.fog,2021-03-01T09:00:00.000Z,true,newsletter,everyone,Fog\n");
                _temporary.Put("source/posts/101.fog.html", "<p>The fog came.</p>");
                break;
            case "medium":
                _temporary.Put("source/posts/2021-03-01_Fog-0123456789ab.html", SampleSources.Medium("Fog", "<h3 class=\"graf graf--title\">Fog</h3><p>The fog came.</p>", "https://medium.com/@thole/fog-0123456789ab"));
                break;
            case "page":
                _temporary.Put("source/fog.html", SampleSources.BloggerPage("1", "Fog", "The fog came.", SampleSources.Threaded));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such source.");
        }

        return _temporary.File("source");
    }

    /// <summary>Publishes what is in the store, and reads the page whose address ends like this.</summary>
    private async Task<IHtmlDocument> PublishAsync(string page)
    {
        var release = await RunAsync("release", "--as-it-was", "--yes", "--blog", "blog");
        Assert.True(release.ExitCode == 0, release.ToString());
        var build = await RunAsync("build", "--blog", "blog", "--as-of", "2026-11-21");
        Assert.True(build.ExitCode == 0, build.ToString());
        var output = _temporary.File("blog", "output");
        var file = page.StartsWith('/') ? output + page : Directory.EnumerateFiles(output, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .First(path => Path.GetFileName(path).StartsWith(page, StringComparison.Ordinal) && new HtmlParser().ParseDocument(File.ReadAllText(path)).QuerySelector("article") is not null);
        return new HtmlParser().ParseDocument(await File.ReadAllTextAsync(file));
    }

    private List<string> Snapshot() => [.. Directory.EnumerateFiles(_temporary.File("blog", "input"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => Path.GetRelativePath(_temporary.File("blog"), file) + "\n" + File.ReadAllText(file))];

    private async Task InitAsync()
    {
        var init = await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git");
        Assert.True(init.ExitCode == 0, init.ToString());
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
