using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

[Collection(nameof(SampleSiteCollection))]
public sealed class AccessibilityTests(SampleSite site)
{
    public static TheoryData<string, ColorScheme, int> Views()
    {
        var data = new TheoryData<string, ColorScheme, int>();
        foreach (var page in new[] { "home", "post", "archive", "label", "series", "discussions", "page", "search", "submit", "comment-form", "404" })
        {
            data.Add(page, ColorScheme.Light, 1280);
            data.Add(page, ColorScheme.Dark, 360);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_no_violation(string kind, ColorScheme scheme, int width)
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            BypassCSP = true, // axe is a script of the test, not of the site
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/" + SitePages.AddressOf(site, kind));
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Target))}")));
        Assert.NotEmpty(result.Passes);
    }
}
