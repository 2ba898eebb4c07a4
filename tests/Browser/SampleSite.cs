using Blog.Gate;
using Blog.Site;
using Blog.Source;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The sample blog, built once, served by a plain static server, and a Chromium to look at it.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    /// <summary>Milliseconds until something that never comes is given up: tests are no clocks, and a machine may be busy with ten other things.</summary>
    public const int Patience = 120_000;

    private readonly TemporaryFolder _folder = new();
    private StaticSite? _server;
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!; // set before any test runs

    public string Address => _server!.Address;

    public StaticSite Server => _server!;

    public string Output => _folder.File("output");

    public async Task InitializeAsync()
    {
        CopyFolder(Path.Combine(SharedMaterial.Project, "input"), _folder.File("input"));
        var blog = new BlogFolder(_folder.Root);
        var request = new BuildRequest(blog, new BlogReader(blog).ReadSettings(), new DateOnly(2026, 11, 21), 2, Durable: false);
        var report = await CheckedBuild.RunAsync(request, new GateInput { Secrets = SecretSet.None, Today = request.AsOf, Parallelism = 1 }, new Progress<BuildStep>(), CancellationToken.None);
        Assert.Empty(report.Findings);

        Assertions.SetDefaultExpectTimeout(Patience); // of every browser test in the run
        _server = await StaticSite.StartAsync(Output);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = FindBrowser(),
            Headless = true,
            Args = BrowserArguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>The site's address of the page with most comments, without a slash in front.</summary>
    public string LongestThread() => Directory.EnumerateFiles(Output, "*.html", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(Output, file), Comments: File.ReadAllText(file).Split("class=\"comment").Length))
        .OrderByDescending(page => page.Comments)
        .ThenBy(page => page.Path, StringComparer.Ordinal)
        .First().Path;

    internal static readonly string[] BrowserArguments =
        ["--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    internal static string? FindBrowser()
    {
        var named = Environment.GetEnvironmentVariable("BLOG_BROWSER");
        if (named == "playwright")
        {
            return null; // the one that Playwright installed
        }

        string?[] candidates = [named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        return candidates.FirstOrDefault(candidate => candidate is not null && File.Exists(candidate));
    }

    internal static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
