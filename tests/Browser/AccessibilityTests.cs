using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

[Collection(nameof(SampleSiteCollection))]
public sealed class AccessibilityTests(SampleSite site)
{
    private static readonly string[] Kinds = ["home", "post", "quoted", "archive", "months", "glance", "label", "labels", "series", "discussions", "page", "search", "submit", "comment-form", "safely", "remove", "offline", "404"];

    private static readonly (ColorScheme Scheme, int Width, bool Script)[] Ways =
        [.. from width in new[] { 360, 768, 1440 } from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } from script in new[] { true, false } select (scheme, width, script)];

    /// <summary>One of the twelve ways to see a page for each kind, another for the next; with BLOG_AXE=all every kind in all of them.</summary>
    public static TheoryData<string, ColorScheme, int, bool> Views()
    {
        var data = new TheoryData<string, ColorScheme, int, bool>();
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var ways = Environment.GetEnvironmentVariable("BLOG_AXE") == "all" ? Enumerable.Range(0, Ways.Length) : [kind * 5 % Ways.Length];
            foreach (var (scheme, width, script) in ways.Select(way => Ways[way]))
            {
                data.Add(Kinds[kind], scheme, width, script);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_no_violation(string kind, ColorScheme scheme, int width, bool script)
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            BypassCSP = true, // axe is a script of the test, not of the site
        });
        var page = await context.NewPageAsync();
        if (!script)
        {
            await page.RouteAsync("**/theme/*.js", route => route.AbortAsync()); // axe is a script itself, so the site's own are kept away
        }

        await page.GotoAsync(site.Address + "/" + SitePages.AddressOf(site, kind));
        if (script && kind is "post")
        {
            await page.Locator(".reader summary").ClickAsync(); // what the script adds, unfolded
            await page.Locator("#reader-remember").CheckAsync();
        }
        else if (kind is "quoted")
        {
            await page.Locator("button[popovertarget]").First.ClickAsync();
        }

        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Target))}")));
        Assert.NotEmpty(result.Passes);
    }
}
