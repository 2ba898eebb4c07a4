using Blog.Tests.Desk;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>A Chromium for tests of the console; each test has a console and a browser window of its own.</summary>
public sealed class ConsoleBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!; // set before any test runs

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = SampleSite.FindBrowser(), Headless = true, Args = SampleSite.BrowserArguments });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window in which the console's opening link was opened.</summary>
    internal async Task<IPage> OpenAsync(ConsoleHost host, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool script = true, bool bypass = false)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            BypassCSP = bypass,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(SampleSite.Patience);
        await page.GotoAsync(host.Server.NewLink());
        return page;
    }
}
