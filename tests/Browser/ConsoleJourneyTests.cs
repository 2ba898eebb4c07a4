using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Moderate;
using Blog.Tests.Commands;
using Blog.Tests.Desk;
using Blog.Vault;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Blog.Tests.Browser;

/// <summary>The whole way by keyboard alone: a real capture brought in, reviewed, written, looked at, checked and published.</summary>
public sealed class ConsoleJourneyTests(ConsoleBrowser browser, ITestOutputHelper output) : IClassFixture<ConsoleBrowser>
{
    private IPage _page = null!; // set by the test
    private int _keys;

    [SharedFact]
    public async Task From_a_capture_to_a_published_site_without_a_mouse()
    {
        await using var host = await ConsoleHost.StartAsync([]);
        _page = await browser.OpenAsync(host);
        Assert.Contains("The private store is empty", await _page.Locator("main").TextContentAsync(), StringComparison.Ordinal);

        await TabToAsync("A file or folder by its path");
        await PressAsync("Enter");
        await PressAsync("Tab");
        await _page.Keyboard.TypeAsync(SharedMaterial.File("captures", "000_f947b0cd034c0c0a.txt"));
        await PressAsync("Enter");
        await DoneAsync();
        Assert.Contains("Done.", await _page.Locator("main").TextContentAsync(), StringComparison.Ordinal);

        await ConsoleKeysTests.SettleAsync(host);
        await TabToAsync("Threads");
        await PressAsync("Enter");
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/threads"));
        await PressAsync("j");
        await PressAsync("Enter");
        await _page.WaitForSelectorAsync("li.finding[aria-current]");

        _keys = 0;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var waits = new List<double>();
        while (await _page.Locator("li.finding.hold, li.finding.mask").CountAsync() is > 0 and var open)
        {
            var before = (await host.DecisionsAsync()).Count;
            waits.Add(await TimeOfAsync("y", open));
            Assert.Equal(before + 1, (await host.DecisionsAsync()).Count);
            if (await _page.Locator("li.finding.hold, li.finding.mask").CountAsync() == 0 && await _page.Locator(".turner a[rel=next]").CountAsync() > 0)
            {
                await PressAsync("Enter");
                await _page.WaitForSelectorAsync("section.unit");
            }
        }

        var decisions = await host.DecisionsAsync();
        Assert.NotEmpty(decisions);
        Assert.All(decisions, decision => Assert.Equal(DecisionAction.Redact, decision.Action));
        waits.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{decisions.Count} decisions, {_keys} key presses ({(double)_keys / decisions.Count:0.00} each), {watch.Elapsed.TotalSeconds / decisions.Count:0.00} s each by a machine; key to paint: median {waits[waits.Count / 2]:0} ms, longest {waits[^1]:0} ms"));
        Assert.True(_keys <= 2 * decisions.Count);

        await ConsoleKeysTests.SettleAsync(host); // the counts follow the decisions in the background
        await TabToAsync("Start");
        await PressAsync("Enter");
        await _page.WaitForSelectorAsync("ol.steps");
        Assert.Contains("0 wait for you", await _page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        await TabToAsync("Write and check the pages");
        await PressAsync("Enter");
        await DoneAsync();
        Assert.False(Directory.Exists(host.Blog.Output));
        await TabToAsync("To the start");
        await PressAsync("Enter");
        await _page.WaitForSelectorAsync("ol.steps");
        Assert.Contains("Nothing found", await _page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        await LookAsync(await _page.GetByText("Look at it as readers will").GetAttributeAsync("href") ?? string.Empty);

        await TabToAsync("Publish ");
        await PressAsync("Enter");
        await DoneAsync();
        Assert.Contains("Done.", await _page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(host.Blog.Output, "index.html")));
        await _page.Context.DisposeAsync();

        var book = DecisionBook.Of(await host.DecisionsAsync());
        Assert.Equal(decisions.Count, book.InForce.Count);
        await host.CloseAsync();
        var gate = await ProgramRun.StartAsync(host.Blog.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = host.Location.Folder }, "gate");
        Assert.True(gate.ExitCode == 0, gate.ToString());
    }

    /// <summary>Milliseconds from a key to the first frame that shows its decision: fewer open findings than before.</summary>
    private async Task<double> TimeOfAsync(string key, int open)
    {
        await _page.EvaluateAsync("""
            open => {
              window.shown = new Promise((resolve) => {
                document.addEventListener("keydown", (event) => {
                  const start = event.timeStamp;
                  const look = (now) => {
                    if (document.querySelectorAll("li.finding.hold, li.finding.mask").length < open) {
                      resolve(performance.now() - start);
                    } else {
                      requestAnimationFrame(look);
                    }
                  };
                  requestAnimationFrame(look);
                }, { once: true, capture: true });
              });
            }
            """, open);
        await PressAsync(key);
        return await _page.EvaluateAsync<double>("() => window.shown");
    }

    private async Task LookAsync(string address)
    {
        var page = await _page.Context.NewPageAsync();
        var answer = await page.GotoAsync(address);
        Assert.Equal(200, answer?.Status);
        Assert.Contains("The Kettle Yard", await page.Locator("body").TextContentAsync(), StringComparison.Ordinal); // its tab is discreet
        await page.CloseAsync();
    }

    private async Task TabToAsync(string words) => _keys += await _page.TabToAsync(words);

    private Task PressAsync(string key)
    {
        _keys++;
        return _page.PressKeyAsync(key);
    }

    private async Task DoneAsync()
    {
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/work$"));
        await _page.WaitForSelectorAsync("#work[data-working=no]", new PageWaitForSelectorOptions { Timeout = 120_000 });
    }
}
