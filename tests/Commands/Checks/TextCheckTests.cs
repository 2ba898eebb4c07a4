using Blog.Bench.Import;
using Blog.Commands.Checks;
using Blog.Import.Fetching;
using Blog.Model;
using Blog.Site;
using Blog.Tests.Content;
using Blog.Tests.Import.Fetching;
using Microsoft.AspNetCore.Http;

namespace Blog.Tests.Commands.Checks;

public sealed class TextCheckTests
{
    private static readonly DateOnly Today = new(2030, 1, 1);

    [Fact]
    public void A_link_that_leads_nowhere_is_named_with_the_line_of_its_file()
    {
        using var blog = new InventedBlog()
            .Post("/2020/01/one.html", "First.\n\nSee [this](/2020/01/none.html) and [that](/2020/01/two.html).", "title: One", "date: 2020-01-02")
            .Post("/2020/01/two.html", "Second.", "title: Two", "date: 2020-01-03")
            .Thread("/2020/01/one.html", "a 1 -|fine", "b 2 -|[lost](#czzz)");
        WriteSettings(blog);
        var check = TextCheck.Run(blog.Reader, Today)!;
        Assert.NotNull(check);
        Assert.Equal(["posts/2020/01/one.md", "posts/2020/01/one.thread.md"], check.Findings.Select(finding => finding.Path));
        Assert.All(check.Findings, finding => Assert.Contains(finding.Path.Contains("thread", StringComparison.Ordinal) ? "lost" : "none.html", LineOf(blog, finding.Path, finding.Line), StringComparison.Ordinal));
    }

    [Fact]
    public void Drafts_and_posts_of_days_to_come_are_looked_at_too()
    {
        using var blog = new InventedBlog()
            .Post("/2020/01/draft.html", "[a](/nowhere.html)", "title: D", "draft: true")
            .Post("/2031/01/later.html", "[a](/nowhere.html)", "title: L", "date: 2031-01-02")
            .Post("/2020/01/over.html", "[a](/nowhere.html)", "title: O", "date: 2020-01-02", "until: 2020-02-01");
        WriteSettings(blog);
        Assert.Equal(["posts/2020/01/draft.md", "posts/2031/01/later.md"], TextCheck.Run(blog.Reader, Today)!.Findings.Select(finding => finding.Path));
    }

    [Fact]
    public void A_name_that_is_nearly_a_public_one_is_a_doubt_and_the_name_itself_is_none()
    {
        using var blog = new InventedBlog().Post("/2020/01/one.html", "The Northreach Courier wrote.\nThen the Northreach Courrier's man came, and Orin Vaske.\n\nNorthreach couriers are others.", "title: One");
        WriteSettings(blog, "publicNames: [Northreach Courier, Orrin Vaske, May]");
        var doubts = TextCheck.Run(blog.Reader, Today)!.Doubts;
        Assert.Equal(
            ["Northreach Courier: Northreach", "Northreach Courier: Then", "Orrin Vaske: Then"],
            doubts.Select(doubt => $"{doubt.Message.Split('"')[1]}: {LineOf(blog, doubt.Path, doubt.Line).Split(' ')[0]}").Order(StringComparer.Ordinal));
        Assert.All(doubts, doubt => Assert.DoesNotContain("Courrier", doubt.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_a_host_says_is_gone_is_dead_and_a_place_for_a_copy_is_named_without_asking()
    {
        using var blog = new InventedBlog().Post(
            "/2020/01/one.html",
            "[a](http://quay.example/here) [b](http://quay.example/gone#x)\n[c](http://quay.example/shut) [d](http://quay.example/secret) [e](http://127.0.0.1/in) [f](https://quay.example:8443/port)\n\n[g](http://quay.example/gone)",
            "title: One",
            "date: 2020-01-02");
        WriteSettings(blog);
        var links = TextCheck.Run(blog.Reader, Today)!.Links;
        await using var web = await StandInWeb.StartAsync(AnswerAsync, "quay.example");
        using var fetcher = new WebFetcher(FetchLimits.Default, web.ConnectAsync, FetchPurpose.Links, new JumpingClock());
        using var output = new StringWriter();

        Assert.Equal(2, await new OutsideLinkCheck(fetcher, output).RunAsync(links, new Progress<BuildStep>(), CancellationToken.None));

        var lines = output.ToString().Split('\n');
        Assert.Matches(@"^posts/2020/01/one\.md:\d+: http://quay\.example/gone#x is dead \(the host answers 404\)\. A copy may be at https://web\.archive\.org/web/20200102/http://quay\.example/gone#x$", lines[0]);
        Assert.Matches(@"^posts/2020/01/one\.md:\d+: http://quay\.example/gone is dead", lines[1]);
        Assert.Equal(
            ["1 not told: the host gives the page to no program (401, 403 and the like)", "1 not told: the host's robots.txt asks programs not to look", "2 not told: on no public host, or on a port that is not the web's"],
            lines.Where(line => line.Contains("not told", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["quay.example/gone", "quay.example/here", "quay.example/robots.txt", "quay.example/shut"], web.Asked.Order(StringComparer.Ordinal)); // each address once, the archive not at all
    }

    [Theory]
    [InlineData("{\"archived_snapshots\": {\"closest\": {\"available\": true, \"url\": \"http://web.archive.org/web/20200103/http://quay.example/gone\"}}}", "A copy is at https://web.archive.org/web/20200103/http://quay.example/gone")]
    [InlineData("{\"archived_snapshots\": {}}", "The Internet Archive has no copy")]
    [InlineData("{\"archived_snapshots\": {\"closest\": {\"url\": \"https://elsewhere.example/\"}}}", "The Internet Archive did not say; a copy may be at https://web.archive.org/web/202001/http://quay.example/gone")]
    [InlineData("<p>Busy", "The Internet Archive did not say; a copy may be at https://web.archive.org/web/202001/http://quay.example/gone")]
    public async Task Asked_for_it_the_archive_says_where_a_copy_is(string answer, string said)
    {
        var asked = string.Empty;
        await using var web = await StandInWeb.StartAsync(
            (path, context) =>
            {
                asked = path.EndsWith("robots.txt", StringComparison.Ordinal) ? asked : context.Request.QueryString.Value!;
                return context.Response.WriteAsync(path.EndsWith("robots.txt", StringComparison.Ordinal) ? string.Empty : answer, context.RequestAborted);
            },
            "archive.example");
        using var fetcher = new WebFetcher(FetchLimits.Default, web.ConnectAsync, FetchPurpose.Copies, new JumpingClock());
        PublicDate.TryParse("2020-01", out var month);
        Assert.Equal(said, await ArchivedCopy.LookAsync(new OutsideLink("a.md", 1, month, "http://quay.example/gone"), "http://archive.example/wayback/available", fetcher, CancellationToken.None));
        Assert.Equal("?url=http%3A%2F%2Fquay.example%2Fgone&timestamp=202001", asked);
    }

    private static Task AnswerAsync(string asked, HttpContext context)
    {
        context.Response.StatusCode = asked switch { "quay.example/gone" => 404, "quay.example/shut" => 403, _ => 200 };
        return context.Response.WriteAsync(asked == "quay.example/robots.txt" ? "User-agent: *\nDisallow: /secret\n" : "a page", context.RequestAborted);
    }

    private static void WriteSettings(InventedBlog blog, string more = "") =>
        File.WriteAllText(blog.Reader.Folder.SettingsFile, "title: Ledger Office\naddress: https://archive.example\n" + more + "\n");

    private static string LineOf(InventedBlog blog, string path, int line) => File.ReadAllLines(blog.Reader.Folder.InputFile(path))[line - 1];
}
