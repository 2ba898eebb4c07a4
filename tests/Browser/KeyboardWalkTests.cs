using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>One walk through the site by keyboard alone, as a reader takes it: to a discussion, along a time citation and back, by the search to a comment, and onto paper.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class KeyboardWalkTests(SampleSite site)
{
    private const int MostKeys = 250;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_discussion_is_found_read_cited_searched_and_printed_by_keyboard(bool withScript)
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScript, ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/");

        await FollowAsync(page, "nav a[href='/discussions/']");
        var discussion = PageWithCitation();
        await FollowAsync(page, $"ol.rows a[href='/{discussion}']");
        Assert.Equal(site.Address + "/" + discussion, page.Url);

        await FollowAsync(page, "a.cite[href^='#c']");
        var cited = new Uri(page.Url).Fragment;
        await Assertions.Expect(page.Locator(cited + " > article").First).ToBeInViewportAsync();
        await page.GoBackAsync();
        Assert.Equal(site.Address + "/" + discussion, page.Url);

        if (withScript)
        {
            await TabToAsync(page, "header.site input[type=search]");
            await page.Keyboard.TypeAsync("kind:comment keeper");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(site.Address + "/search/")));
            await Assertions.Expect(page.Locator("#search-results > li").First).ToBeVisibleAsync();
            await FollowAsync(page, "#search-results a[href*='#c']");
        }
        else
        {
            await FollowAsync(page, "header.site a[data-search]"); // the page of the search says why it cannot, and leads to the lists
            await FollowAsync(page, "#search-without a[href='/archive/']");
            await FollowAsync(page, ".directory a[href='/2016/05/']");
            await FollowAsync(page, $"ol.rows a[href='/{discussion}']");
            await FollowAsync(page, "li.comment a.num");
        }

        var comment = new Uri(page.Url).Fragment;
        Assert.StartsWith("#c", comment, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(comment + " > article").First).ToBeInViewportAsync();

        Assert.NotEmpty(await page.PdfAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(await page.Locator("li.comment > article").CountAsync(), await page.Locator("li.comment > article:visible").CountAsync());
        await Assertions.Expect(page.Locator("header.site nav")).ToBeHiddenAsync();
    }

    /// <summary>The discussion in May 2016, which cites by time.</summary>
    private string PageWithCitation() => Directory.EnumerateFiles(Path.Combine(site.Output, "2016", "05"), "*.html")
        .Where(file => File.ReadAllText(file).Contains("class=\"cite\" href=\"#c", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(site.Output, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .First();

    private static async Task FollowAsync(IPage page, string selector)
    {
        await TabToAsync(page, selector);
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).Not.ToHaveURLAsync(before); // asks until it is so: an event waited for may have been before anybody waits
    }

    /// <summary>Presses Tab until the focus is on an element; the focus must be there to be seen.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var key = 0; key < MostKeys; key++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }
        }

        Assert.Fail($"{selector} cannot be reached by the Tab key on {page.Url}.");
    }
}
