using System.Security.Cryptography;
using Blog.Gate;
using Blog.Guests.Replies;
using Blog.Jose;
using Blog.Site;
using Blog.Source;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The sample blog with keys of the test, built and served: what is sent through its pages can be opened here.</summary>
internal sealed class SubmissionSite : IAsyncDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TemporaryFolder _folder = new();

    private SubmissionSite()
    {
    }

    public EcPrivateKey Editor { get; } = EcPrivateKey.Make();

    public EcPrivateKey Recovery { get; } = EcPrivateKey.Make();

    public StaticSite Server { get; private set; } = null!; // set before anybody has it

    public IBrowserContext Context { get; private set; } = null!; // likewise

    public BlogFolder Blog => new(_folder.Root);

    public string Address => Server.Address + "/submit/";

    public static RandomNumberGenerator Random { get; } = RandomNumberGenerator.Create();

    /// <summary>Builds and serves it.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="endpoint">What stands under <c>submissions.endpoint</c>.</param>
    /// <param name="options">Options of the browser's context.</param>
    /// <param name="editor">The editor's key; null for <see cref="Editor"/>.</param>
    public static async Task<SubmissionSite> StartAsync(IBrowser browser, string endpoint = "netlify", BrowserNewContextOptions? options = null, EcPublicKey? editor = null)
    {
        var site = new SubmissionSite();
        SampleSite.CopyFolder(Path.Combine(SharedMaterial.Project, "input"), site._folder.File("input"));
        var settings = site._folder.File("input/site.yml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("endpoint: \"netlify\"", $"endpoint: \"{endpoint}\"", StringComparison.Ordinal));
        var keys = new SubmissionKeys([Key(editor ?? site.Editor.Public, isRecovery: false), Key(site.Recovery.Public, isRecovery: true)]);
        File.WriteAllBytes(site.Blog.SubmissionKeysFile, keys.ToBytes());
        ReplyFolder.Write(site.Blog, [], Random);
        await site.BuildAsync();
        site.Server = await StaticSite.StartAsync(site._folder.File("output"));
        site.Context = await browser.NewContextAsync(options ?? new BrowserNewContextOptions());
        return site;
    }

    /// <summary>Builds again, with the safety check.</summary>
    public async Task<BuildReport> BuildAsync()
    {
        var request = new BuildRequest(Blog, new BlogReader(Blog).ReadSettings(), Day, 2, Durable: false);
        var report = await CheckedBuild.RunAsync(request, new GateInput { Secrets = SecretSet.None, Today = Day, Parallelism = 1 }, new Progress<BuildStep>(), CancellationToken.None);
        Assert.Empty(report.Findings);
        return report;
    }

    /// <summary>Opens a page and notes whatever goes wrong on it.</summary>
    public async Task<(IPage Page, List<string> Trouble, List<IRequest> Requests)> OpenAsync(string? address = null)
    {
        var page = await Context.NewPageAsync();
        var (trouble, requests) = (new List<string>(), new List<IRequest>());
        page.Console += (_, message) => trouble.Add(message.Text);
        page.PageError += (_, error) => trouble.Add(error);
        page.Request += (_, request) => requests.Add(request);
        await page.GotoAsync(address ?? Address);
        return (page, trouble, requests);
    }

    /// <summary>The messages the server was handed, out of the form's field.</summary>
    public IReadOnlyList<string> Blobs() => [.. Server.Posted.Select(body =>
    {
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(body);
        Assert.Equal(["blob", "form-name"], fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("submission", fields["form-name"].ToString());
        return fields["blob"].ToString();
    })];

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Server.DisposeAsync();
        Editor.Dispose();
        Recovery.Dispose();
        _folder.Dispose();
    }

    private static PublishedKey Key(EcPublicKey key, bool isRecovery) => new(isRecovery, new DateOnly(2026, 11, 1), new DateOnly(2090, 1, 1), key.X, key.Y, key.Thumbprint);
}
