using Blog.Tests.Desk;
using Blog.Tests.Vault;
using Blog.Vault;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>Every screen of the console, in both colour schemes, wide and as narrow as a phone.</summary>
public sealed class ConsoleScreensTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static readonly string[] Screens = ["/", "/terms", "/terms?list=facts", "/held", "/elsewhere", "/twice", "/writer/{post}", "/threads?list=all", "/thread/{post}?texts=all&show=all", "/thread/{post}", "/history", "/history/{post}", "/audit", "/keys", "/work", "/tagger", "/glossary", "/search", "/guests", "/guest/{guest}", "/guest/{agreed}", "/inbox", "/message/1", "/message/2", "/message/4", "/message/5", "/message/6", "/none"];

    /// <summary>Light and wide, dark and narrow; all four with <c>BLOG_AXE=all</c>.</summary>
    public static TheoryData<ColorScheme, int> Views() => Environment.GetEnvironmentVariable("BLOG_AXE") == "all"
        ? new() { { ColorScheme.Light, 1440 }, { ColorScheme.Dark, 1440 }, { ColorScheme.Light, 320 }, { ColorScheme.Dark, 320 } }
        : new() { { ColorScheme.Light, 1440 }, { ColorScheme.Dark, 320 } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_no_violation_and_nothing_is_wider_than_the_window(ColorScheme scheme, int width)
    {
        VaultHandle guest = default, agreed = default;
        await using var host = await ConsoleHost.StartAsync(prepare: store =>
        {
            (guest, agreed) = GuestScreensTests.Prepare(store, new ManualTime());
            InboxScreensTests.Prepare(store);
        });
        await ConsoleKeysTests.SettleAsync(host);
        var page = await browser.OpenAsync(host, scheme, width, bypass: true);
        var post = host.Post;
        await host.PostAsync("/unlock", "passphrase=" + Uri.EscapeDataString(GuestScreensTests.Words));
        await host.PostAsync("/words", $"unit={post}&words=Ockering&kind=place");
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal)) { errors.Add(message.Text); } };
        page.PageError += (_, error) => errors.Add(error);
        foreach (var screen in Screens)
        {
            await page.GotoAsync(host.Server.Address.TrimEnd('/') + screen.Replace("{post}", post, StringComparison.Ordinal).Replace("{guest}", guest.Hex, StringComparison.Ordinal).Replace("{agreed}", agreed.Hex, StringComparison.Ordinal));
            await page.WaitForTimeoutAsync(150);
            await PictureAsync(page, screen, scheme, width);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), screen + " is wider than the window");
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.Equal(1, await page.Locator("main").CountAsync());
            if (scheme == ColorScheme.Light != width > 320)
            {
                continue; // axe sees colours by scheme and layout by width: two of the four views show it both of each
            }

            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, screen + "\n" + string.Join('\n', result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}")));
            Assert.NotEmpty(result.Passes);
        }

        Assert.Empty(errors);
    }

    /// <summary>Keeps what was seen where somebody asks for it (BLOG_SCREENSHOTS names a folder), to be looked at.</summary>
    private static async Task PictureAsync(IPage page, string screen, ColorScheme scheme, int width)
    {
        if (Environment.GetEnvironmentVariable("BLOG_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = string.Concat(screen.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{scheme}-{width}.png"), FullPage = true });
        }
    }
}
