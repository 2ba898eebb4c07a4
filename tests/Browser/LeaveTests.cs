using Microsoft.Playwright;

namespace Blog.Tests.Browser;

[Collection(nameof(SampleSiteCollection))]
public sealed class LeaveTests(SampleSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_leads_away_and_with_script_the_button_back_does_not_lead_here(bool script)
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = script });
        string? referrer = "not asked";
        await context.RouteAsync("https://www.bbc.co.uk/**", async route =>
        {
            referrer = route.Request.Headers.GetValueOrDefault("referer");
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<title>Weather</title><p>Rain." });
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/search/");
        await page.GotoAsync(site.Address + "/" + site.LongestThread());
        await page.Locator("[data-leave]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("https://www.bbc.co.uk/weather"); // asks until it is so: an event waited for may have been before anybody waits
        Assert.Null(referrer);
        await page.GoBackAsync();
        Assert.Equal(site.Address + (script ? "/search/" : "/" + site.LongestThread()), page.Url);
    }

    [Fact]
    public async Task Tabs_and_previews_show_the_kind_of_page_and_no_more()
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        foreach (var kind in new[] { "home", "post", "label", "series", "page", "search", "submit" })
        {
            await page.GotoAsync(site.Address + "/" + SitePages.AddressOf(site, kind));
            var title = await page.TitleAsync();
            Assert.InRange(title.Length, 1, 40);
            var preview = await page.Locator("meta[property='og:title'], meta[name=description], meta[property='og:description']").EvaluateAllAsync<string[]>("all => all.map(one => one.content)");
            var heading = await page.Locator("h1").First.InnerTextAsync();
            Assert.All(preview.Append(title), text => Assert.DoesNotContain("Wick", text, StringComparison.OrdinalIgnoreCase));
            Assert.True(kind is "search" || !preview.Append(title).Any(text => text.Contains(heading, StringComparison.OrdinalIgnoreCase)), kind);
        }
    }
}
