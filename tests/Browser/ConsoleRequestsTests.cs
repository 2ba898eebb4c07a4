using Blog.Requests;
using Blog.Tests.Desk;
using Blog.Tests.Vault;
using Blog.Vault;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The queue and the screen of a request in a browser: with every kind, in both colour schemes, wide and narrow; and by keyboard alone without script.</summary>
public sealed class ConsoleRequestsTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    /// <summary>Light and wide, dark and narrow; all four with <c>BLOG_AXE=all</c>.</summary>
    public static TheoryData<ColorScheme, int> Views() => Environment.GetEnvironmentVariable("BLOG_AXE") == "all"
        ? new() { { ColorScheme.Light, 1440 }, { ColorScheme.Dark, 1440 }, { ColorScheme.Light, 320 }, { ColorScheme.Dark, 360 } }
        : new() { { ColorScheme.Light, 1440 }, { ColorScheme.Dark, 360 } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_no_violation_and_nothing_is_wider_than_the_window(ColorScheme scheme, int width)
    {
        await using var host = await ConsoleHost.StartAsync(prepare: Fill);
        var page = await browser.OpenAsync(host, scheme, width, bypass: true);
        string[] screens = ["/", "/requests", .. (await host.ReadAsync(store => store.Requests.List())).Select(request => "/request/" + request.Handle.Hex)];
        for (var i = 0; i < screens.Length; i++)
        {
            await page.GotoAsync(host.Server.Address.TrimEnd('/') + screens[i]);
            await page.EvaluateAsync("for (const closed of document.querySelectorAll('details')) closed.open = true");
            if (Environment.GetEnvironmentVariable("BLOG_SCREENSHOTS") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"request-{i}-{scheme}-{width}.png"), FullPage = true });
            }

            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), screens[i] + " is wider than the window");
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            if (scheme == ColorScheme.Light != width > 320)
            {
                continue; // axe sees colours by scheme and layout by width: two of the four views show it both of each
            }

            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, screens[i] + "\n" + string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}")));
            Assert.NotEmpty(result.Passes);
        }
    }

    [Fact]
    public async Task By_keyboard_and_without_script_a_request_is_kept_ticked_and_closed()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await browser.OpenAsync(host, script: false);
        await page.GotoAsync(host.Server.Address.TrimEnd('/') + "/requests");
        await page.Locator("#kind").FocusAsync();
        await page.Keyboard.TypeAsync("Data prot");
        await page.Locator("textarea[name=units]").FocusAsync();
        await page.Keyboard.TypeAsync(await host.ReadAsync(store => store.Units().First(unit => unit.CommentRow is not null).Handle.Hex[..12]));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1", new PageLocatorOptions { HasText = "Data protection" }).WaitForAsync();

        await page.Locator("#s-acknowledge button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#s-acknowledge .badge.ready").WaitForAsync();
        Assert.Equal(RequestStepState.Done, (await host.ReadAsync(store => store.Requests.List()))[0].Steps["acknowledge"].State);

        // A letter can be opened and taken by keyboard.
        await page.Locator("details summary", new PageLocatorOptions { HasText = "The request has arrived" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Contains("confirms or denies", await page.Locator("textarea.letter:focus").InputValueAsync(), StringComparison.Ordinal);

        await page.Locator("button[value=close]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".note", new PageLocatorOptions { HasText = "Nobody has asked" }).WaitForAsync();
        Assert.NotNull((await host.ReadAsync(store => store.Requests.List()))[0].Done);
    }

    /// <summary>One request of each kind, some overdue, some with steps ticked, one closed.</summary>
    private static void Fill(VaultStore store)
    {
        var book = new RequestBook(store, new ManualTime());
        var units = store.Units().Take(2).Select(unit => unit.Handle).ToList();
        for (var i = 0; i < RequestKindTable.All.Count; i++)
        {
            var request = book.Add(RequestKindTable.All[i], new DateTime(2026, 11, 21, 9, 30, 0).AddDays(-5 * i), i % 3 == 2 ? [] : units, null);
            book.SetStep(request, request.Steps[0].Word, i % 2 == 0 ? RequestStepState.Done : RequestStepState.NotNeeded);
        }

        book.SetDone(book.Queue()[^1], isDone: true, forget: false);
    }
}
