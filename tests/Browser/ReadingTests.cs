using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

[Collection(nameof(SampleSiteCollection))]
public sealed class ReadingTests(SampleSite site)
{
    [Fact]
    public async Task Every_page_kind_reads_without_script_and_without_another_host()
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        var elsewhere = new ConcurrentBag<string>();
        var trouble = new ConcurrentBag<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        page.Console += (_, message) => trouble.Add(message.Text);
        foreach (var kind in new[] { "home", "post", "archive", "label", "series", "discussions", "page", "search", "submit", "comment-form", "safely", "remove" })
        {
            var response = await page.GotoAsync(site.Address + "/" + SitePages.AddressOf(site, kind));
            Assert.Equal(200, response!.Status);
            Assert.NotEmpty(await page.Locator("main h1, main h2").AllInnerTextsAsync());
        }

        Assert.Empty(elsewhere);
        Assert.Empty(trouble);
        Assert.Empty(await context.CookiesAsync());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task No_page_is_wider_than_the_screen(int width)
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        var page = await context.NewPageAsync();
        foreach (var kind in new[] { "home", "post", "archive", "label", "series", "discussions", "page", "search", "submit", "comment-form", "safely", "remove", "404" })
        {
            await page.GotoAsync(site.Address + "/" + SitePages.AddressOf(site, kind));
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{kind} is {overflow} px wider than {width} px.");
        }
    }

    [Fact]
    public async Task A_link_to_a_comment_in_a_closed_fold_shows_it()
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        var address = site.Address + "/" + site.LongestThread();
        await page.GotoAsync(address);
        var reply = page.Locator("li.comment li.comment li.comment").First;
        var id = await reply.GetAttributeAsync("id");
        await page.GotoAsync(address + "#" + id);
        Assert.True(await page.Locator("#" + id + " > article").First.IsVisibleAsync());
        var box = await page.Locator("#" + id).BoundingBoxAsync();
        Assert.InRange(box!.Y, -5, 400);
    }

    [Fact]
    public async Task The_keyboard_reaches_the_text_past_the_navigation_with_two_keys()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/" + site.LongestThread());
        await page.Keyboard.PressAsync("Tab");
        var focused = page.Locator(":focus");
        Assert.StartsWith("#", await focused.GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        Assert.Contains("#", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_shows_every_reply_unfolded()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/" + site.LongestThread());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var hidden = await page.EvaluateAsync<int>("[...document.querySelectorAll('article[data-unit]')].filter(a => a.getClientRects().length === 0).length");
        Assert.Equal(0, hidden);
    }

    [Fact]
    public async Task Following_a_time_citation_lands_on_the_cited_comment_and_back_again()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var withCitation = Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First(file => File.ReadAllText(file).Contains("class=\"cite\"", StringComparison.Ordinal));
        await page.GotoAsync(site.Address + "/" + Path.GetRelativePath(site.Output, withCitation));
        var link = page.Locator("a.cite[href^='#']").First;
        var target = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        Assert.EndsWith(target!, page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator(target! + " > article").First.IsVisibleAsync());
        Assert.True(await page.Locator(target + " > article a[href^='#c']").CountAsync() > 0, "The cited comment lists who cites it.");
        await page.GoBackAsync();
        Assert.DoesNotContain(target!, page.Url, StringComparison.Ordinal);
    }
}
