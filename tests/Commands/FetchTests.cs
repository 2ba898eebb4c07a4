using System.Globalization;
using Blog.Bench.Import;
using Blog.Commands;
using Blog.Commands.Pictures;
using Blog.Import;
using Blog.Import.Fetching;
using Blog.Site;
using Blog.Source;
using Blog.Tests.Import;
using Blog.Tests.Redact.Pictures;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Blog.Tests.Commands;

/// <summary>Pictures that nobody gave, fetched with the archive from hosts that stand in, taken in one by one, and shown when somebody has said so.</summary>
public sealed class FetchTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Pictures_are_fetched_once_in_their_largest_size_and_what_is_missing_is_said()
    {
        await using var web = await StandInWeb.StartAsync(AnswerAsync, "1.bp.blogspot.com", "4.bp.blogspot.com", "quay.example");
        var blog = await ArchiveAsync(
            Show("http://1.bp.blogspot.com/-Zz/s320/gate.png", "A gate in a garden") + Link("http://4.bp.blogspot.com/-Zz/s1600-h/gate.png"),
            Show("http://4.bp.blogspot.com/-Zz/w640-h480/gate.png", "The gate again") + Show("http://quay.example/desk.png", "A desk") + Show("http://quay.example/none.png", "A picture that is gone"),
            Show("http://quay.example/draft.png", "Not for you"));

        var (exit, output) = await ImportAsync(blog, web);
        Assert.Equal(0, exit);
        Assert.Contains("2 of 3 pictures fetched, 0 addresses are other sizes", output, StringComparison.Ordinal);
        Assert.Contains("1 not: the host has them no more (quay.example)", output, StringComparison.Ordinal);
        Assert.Contains("4.bp.blogspot.com/-Zz/s0/gate.png", web.Asked);
        Assert.DoesNotContain(web.Asked, asked => asked.Contains("s320", StringComparison.Ordinal) || asked.Contains("draft", StringComparison.Ordinal));

        var asked = web.Asked.Count;
        (exit, output) = await ImportAsync(blog, web);
        Assert.Equal(0, exit);
        Assert.Contains("0 of 1 pictures fetched", output, StringComparison.Ordinal);
        Assert.Equal(["quay.example/none.png", "quay.example/robots.txt"], web.Asked.Skip(asked).Order(StringComparer.Ordinal)); // what is here is not asked for again

        await ReleaseAsync();
        Assert.Contains("\\[picture not shown: A gate in a garden\\]", Texts(), StringComparison.Ordinal);
        foreach (var name in await WaitingAsync())
        {
            await RunAsync("redact", "picture", name, "--publish", "--blog", "blog");
        }

        await ReleaseAsync();
        Assert.Matches(@"!\[A gate in a garden\]\(/media/[0-9a-f]{64}\.png\)", Texts());
        Assert.Matches(@"\[in full\]\(/media/[0-9a-f]{64}\.png\)", Texts()); // the link around it leads to the released picture
        Assert.Matches(@"!\[The gate again\]\(/media/", Texts());
        Assert.Contains("\\[picture not shown: A picture that is gone\\]", Texts(), StringComparison.Ordinal);
        Assert.DoesNotContain("blogspot", Texts(), StringComparison.Ordinal);
        Assert.DoesNotContain("quay.example/none", Texts(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cut_off_is_gone_on_with()
    {
        using var stop = new CancellationTokenSource();
        await using var web = await StandInWeb.StartAsync(
            async (asked, context) =>
            {
                if (asked == "quay.example/c.png" && !stop.IsCancellationRequested)
                {
                    await stop.CancelAsync();
                }

                await AnswerAsync(asked, context);
            },
            "quay.example");
        var blog = await ArchiveAsync(string.Concat("abcde".Select(letter => Show($"http://quay.example/{letter}.png", $"Picture {letter}"))));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(blog, web, stop.Token));
        var (exit, output) = await ImportAsync(blog, web);

        Assert.Equal(0, exit);
        Assert.Contains("3 of 3 pictures fetched", output, StringComparison.Ordinal);
        Assert.Equal([1, 1, 2, 1, 1], "abcde".Select(letter => web.Asked.Count(asked => asked == $"quay.example/{letter}.png")));
    }

    [Fact]
    public async Task Without_the_word_nobody_is_asked_and_no_option_lets_it_ask_at_home()
    {
        await ArchiveAsync(Show("http://127.0.0.1/a.png", "A") + Show("http://localhost/b.png", "B"));
        Assert.DoesNotContain("fetched", (await RunAsync("import", "export.xml", "--blog", "blog")).Output, StringComparison.Ordinal);

        await using var web = await StandInWeb.StartAsync(AnswerAsync);
        await ArchiveAsync(Show($"http://127.0.0.1:{web.Port}/a.png", "A") + Show($"http://localhost:{web.Port}/b.png", "B") + Show("http://127.0.0.1/a.png", "C") + Show("http://[::1]/a.png", "D"));
        var run = await RunAsync("import", "export.xml", "--fetch", "--blog", "blog");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("0 of 4 pictures fetched", run.Output, StringComparison.Ordinal);
        Assert.Contains("4 not: on no public host", run.Output, StringComparison.Ordinal);
        Assert.Empty(web.Asked);
    }

    private async Task<BlogFolder> ArchiveAsync(params string[] posts)
    {
        if (!Directory.Exists(_temporary.File("blog")))
        {
            Assert.Equal(0, (await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git")).ExitCode);
        }

        var entries = posts.Select((content, i) => Reading.Post((i + 1).ToString(CultureInfo.InvariantCulture), i == 2 ? "<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>" : string.Empty)
            .Replace("The boat was late.", System.Security.SecurityElement.Escape(content), StringComparison.Ordinal));
        _temporary.Put("export.xml", Reading.Feed(string.Concat(entries)));
        return CommonOptions.Folder(_temporary.File("blog"));
    }

    private async Task<(int Exit, string Output)> ImportAsync(BlogFolder blog, StandInWeb web, CancellationToken token = default)
    {
        using var output = new StringWriter();
        using var store = VaultAccess.OpenOrCreate(blog, _temporary.File("vault"));
        var stages = new VerbStages(stage => stage(new Progress<BuildStep>()), output, TextWriter.Null);
        var settings = new BlogReader(blog).ReadSettings();
        var limits = new FetchLimits { HostDelaySeconds = 0 };
        var exit = await ImportCommand.RunAsync(blog, store, Importers.Open(_temporary.File("export.xml"), DateTimeZone.Utc), settings, stages, new ImportAsked(null, IsNewer: false, [], () => new WebFetcher(limits, web.ConnectAsync, FetchPurpose.Pictures(PictureFetch.IsPicture), TimeProvider.System)), token);
        return (exit, output.ToString());
    }

    private static async Task AnswerAsync(string asked, HttpContext context)
    {
        if (asked.EndsWith("/robots.txt", StringComparison.Ordinal) || asked.EndsWith("/none.png", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 404;
            return;
        }

        await context.Response.Body.WriteAsync(SamplePictures.Png(10 + asked.Length, 8));
    }

    private async Task<List<string>> WaitingAsync()
    {
        await RunAsync("redact", "pictures", "--blog", "blog");
        var sheet = await File.ReadAllTextAsync(_temporary.File("vault", "contact-sheet-1.html"));
        return [.. sheet.Split("<li id=\"").Skip(1).Select(item => item[..8])];
    }

    private async Task ReleaseAsync()
    {
        var release = await RunAsync("release", "--blog", "blog", "--as-it-was", "--yes");
        Assert.True(release.ExitCode == 0, release.ToString());
    }

    private string Texts() => string.Concat(Directory.EnumerateFiles(_temporary.File("blog", "input", "posts"), "crossing*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    private static string Show(string address, string words) => $"<p><img src='{address}' alt='{words}'/></p>";

    private static string Link(string address) => $"<p><a href='{address}'>in full</a></p>";

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
