using System.Diagnostics;
using Blog.Site;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The copy on a reader's device: nothing before it is asked for, nothing that was taken out, nothing after "Forget everything".</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class OfflineCopyTests(SampleSite site) : IAsyncLifetime
{
    private const string Post = "/2016/02/why-a-keeper-is-writing.html";
    private const string Other = "/p/house-rules.html";

    private readonly TemporaryFolder _folder = new();
    private StaticSite _server = null!; // set before any test runs
    private IBrowserContext _context = null!; // as above
    private IPage _page = null!; // as above

    public async Task InitializeAsync()
    {
        SampleSite.CopyFolder(site.Output, _folder.File("output"));
        _server = await StaticSite.StartAsync(_folder.File("output"));
        _context = await site.Browser.NewContextAsync();
        _page = await _context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nothing_is_kept_before_it_is_asked_for()
    {
        await _page.GotoAsync(_server.Address + Post);
        await _page.GotoAsync(_server.Address + "/p/offline.html");
        Assert.Equal("0 0", await KeptAsync());
        await Assertions.Expect(_page.Locator("#offline-start")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_is_read_again_without_a_line_and_is_dropped_when_it_was_taken_out()
    {
        await StartAsync();
        await _page.GotoAsync(_server.Address + Post);
        await _page.GotoAsync(_server.Address + Other);
        var asked = _server.Log.Count(line => line.StartsWith($"GET {Post[1..]} ", StringComparison.Ordinal));
        await _page.GotoAsync(_server.Address + Post);
        Assert.Equal(asked, _server.Log.Count(line => line.StartsWith($"GET {Post[1..]} ", StringComparison.Ordinal))); // a visit fewer
        Assert.NotEmpty(await _page.Locator("article.h-entry").AllAsync());
        Assert.DoesNotContain(_server.Log, line => line.Contains("offline.txt", StringComparison.Ordinal) && line.Contains("Cookie", StringComparison.Ordinal));

        // the list did not change: the answer says so and no more
        Assert.Contains(_server.Log, line => line.StartsWith("GET offline.txt ", StringComparison.Ordinal) && line.Contains("If-None-Match", StringComparison.OrdinalIgnoreCase));

        // one page is changed and one goes: seen when the next page is opened, whichever it is
        var changed = _folder.File("output") + Other;
        await File.WriteAllTextAsync(changed, (await File.ReadAllTextAsync(changed)).Replace("Say what you saw", "Say what you heard", StringComparison.Ordinal));
        File.Delete(_folder.File("output") + Post);
        await RewriteListAsync();
        await _page.GotoAsync(_server.Address + Other);
        Assert.Contains("Say what you heard", await _page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var answer = await _page.GotoAsync(_server.Address + Post);
        Assert.Equal(404, answer!.Status);
        Assert.DoesNotContain(await NamesAsync(), name => name == Post);

        // a network's sign-in page in the list's place is no list: nothing is dropped for it
        await File.WriteAllTextAsync(_folder.File("output", "offline.txt"), "<!doctype html><title>Sign in</title>");
        await _page.GotoAsync(_server.Address + Other);
        Assert.Contains(await NamesAsync(), name => name == Other);

        // without a line
        await _server.DisposeAsync();
        await _page.GotoAsync(_server.Address + Other);
        Assert.Contains("Say what you heard", await _page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(503, (await _page.GotoAsync(_server.Address + Post))!.Status);

        // a month without contact
        await _page.GotoAsync(_server.Address + Other);
        await AgeAsync("offline.txt", hours: 24 * 31);
        Assert.Equal(503, (await _page.GotoAsync(_server.Address + Other))!.Status);
    }

    [Fact]
    public async Task A_page_that_was_taken_down_is_not_shown_once_more()
    {
        await StartAsync();
        await _page.GotoAsync(_server.Address + Post);
        File.Delete(_folder.File("output") + Post);
        await RewriteListAsync();
        Assert.Equal(404, (await _page.GotoAsync(_server.Address + Post))!.Status); // opened a second later, and the copy has it
        await _server.DisposeAsync();
        Assert.Equal(503, (await _page.GotoAsync(_server.Address + Post))!.Status);
    }

    [Fact]
    public async Task A_page_is_shown_for_thirty_days()
    {
        await StartAsync();
        await _page.GotoAsync(_server.Address + Other);
        await AgeAsync(Other, hours: 24 * 31);
        var asked = _server.Log.Count;
        await _page.GotoAsync(_server.Address + Other);
        Assert.Contains(_server.Log.Skip(asked), line => line.StartsWith($"GET {Other[1..]} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_that_offers_no_copy_any_more_ends_it()
    {
        await StartAsync();
        await _page.GotoAsync(_server.Address + Other);
        File.Delete(_folder.File("output", "offline.txt"));
        await _page.GotoAsync(_server.Address + Post);
        await UntilAsync("async () => !(await caches.has('subrosa-offline')) && (await navigator.serviceWorker.getRegistrations()).length === 0");
    }

    [Fact]
    public async Task Forgetting_leaves_nothing()
    {
        await StartAsync();
        await _page.GotoAsync(_server.Address + Post);
        await _page.EvaluateAsync("""
            async () => {
              localStorage.setItem("subrosa-bookmarks", "x");
              localStorage.setItem("other", "x");
              sessionStorage.setItem("subrosa-here", "x");
              await caches.open("other");
              await new Promise((done) => { indexedDB.open("subrosa-db").onsuccess = (event) => { event.target.result.close(); done(); }; });
            }
            """);
        await _page.Locator("footer .forget").ClickAsync();
        await Assertions.Expect(_page.Locator("footer [role=status]")).ToContainTextAsync("Nothing of this site is kept");
        Assert.Equal("0 0", await KeptAsync());
        await _page.GotoAsync(_server.Address + Other);
        await _page.GotoAsync(_server.Address + Post);
        Assert.Equal("0 0", await KeptAsync());
        Assert.Equal("0 0 0", await _page.EvaluateAsync<string>("async () => `${localStorage.length} ${sessionStorage.length} ${(await indexedDB.databases()).length}`"));
    }

    private async Task StartAsync()
    {
        await _page.GotoAsync(_server.Address + "/p/offline.html");
        await _page.Locator("#offline-start").ClickAsync();
        await Assertions.Expect(_page.Locator("#offline-status")).ToContainTextAsync("A copy is kept from now on");
        await UntilAsync("navigator.serviceWorker.controller !== null");
    }

    /// <summary>Waits from outside: what a page asks itself again and again is evaluated there, which the site's policy forbids.</summary>
    private async Task UntilAsync(string condition)
    {
        var patience = Stopwatch.StartNew();
        while (!await _page.EvaluateAsync<bool>(condition))
        {
            Assert.True(patience.Elapsed.TotalMilliseconds < SampleSite.Patience, $"never came true: {condition}");
            await Task.Delay(30);
        }
    }

    private Task<string> KeptAsync() => _page.EvaluateAsync<string>("async () => `${(await caches.keys()).length} ${(await navigator.serviceWorker.getRegistrations()).length}`");

    private Task<string[]> NamesAsync() => _page.EvaluateAsync<string[]>("async () => (await (await caches.open('subrosa-offline')).keys()).map((request) => new URL(request.url).pathname)");

    /// <summary>Makes what is kept older, as if the reader had come back later.</summary>
    private Task AgeAsync(string name, int hours) => _page.EvaluateAsync("""
        async ([name, hours]) => {
          const cache = await caches.open("subrosa-offline");
          const address = new URL(name, location.origin + "/").href;
          const kept = await cache.match(address);
          const headers = new Headers(kept.headers);
          headers.set("x-kept", String(Number(headers.get("x-kept")) - hours * 3600e3));
          await cache.put(address, new Response(await kept.blob(), { headers }));
        }
        """, new object[] { name, hours });

    private async Task RewriteListAsync()
    {
        var output = _folder.File("output");
        var entries = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Select(file => new ManifestEntry(Path.GetRelativePath(output, file).Replace('\\', '/'), 1, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))));
        await File.WriteAllBytesAsync(_folder.File("output", "offline.txt"), OfflineList.Of(new Manifest(new DateOnly(2026, 11, 21), [.. entries]), "https://trimthewick.example").Bytes.ToArray());
    }
}
