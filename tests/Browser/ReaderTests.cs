using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Blog.Tests.Browser;

/// <summary>What readers can do on a page beyond reading it: with the script, and what of it works without.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class ReaderTests(SampleSite site)
{
    [Fact]
    public async Task Keys_go_from_comment_to_comment_and_can_be_switched_off()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await OpenThreadAsync(context);
        var ids = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('li.comment')].map(c => c.id)");
        await page.EvaluateAsync("document.querySelector('#comments details').open = false");
        foreach (var id in ids.Take(3))
        {
            await page.Keyboard.PressAsync("c");
            Assert.Equal(id, await FocusedAsync(page));
        }

        await page.Keyboard.PressAsync("Shift+C");
        Assert.Equal(ids[1], await FocusedAsync(page));
        await page.Locator(".reader summary").ClickAsync();
        await page.Locator("#reader-keys").UncheckAsync();
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("c");
        Assert.Null(await FocusedAsync(page));
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("c");
        Assert.Null(await FocusedAsync(page)); // the choice lasts
    }

    [Fact]
    public async Task Comments_can_be_read_by_time_and_the_thread_comes_back_as_it_was()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await OpenThreadAsync(context);
        const string Thread = "document.querySelector('#comments > ol').textContent.replace(/\\s+/g, ' ')";
        var before = await page.EvaluateAsync<string>(Thread);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "by time" }).ClickAsync();
        var days = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#comments > ol > li.comment > article time')].map(t => t.dateTime)");
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('li.comment > article')].filter(a => a.getClientRects().length === 0).length"));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "by thread" }).ClickAsync();
        Assert.Equal(before, await page.EvaluateAsync<string>(Thread));
    }

    [Fact]
    public async Task A_discussion_in_parts_is_read_by_time_as_a_whole_and_comes_back_as_it_was()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/parts*.html", async route =>
        {
            var part = route.Request.Url.EndsWith("parts.html", StringComparison.Ordinal) ? 1 : 2;
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = await PartAsync(part) });
        });
        await page.GotoAsync(site.Address + "/parts.html");
        const string Thread = "document.querySelector('#comments > ol').innerHTML + [...document.querySelectorAll('.elsewhere a')].map(a => a.id)";
        var before = await page.EvaluateAsync<string>(Thread);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "by time" }).ClickAsync();
        await Expect(page.Locator(".order [role=status]")).ToHaveTextAsync("All parts, oldest first; each says what it answers.");
        Assert.Equal(["c1", "c3", "c2", "c4"], await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#comments > ol > li')].map(c => c.id)"));
        Assert.Equal("LI", await page.EvaluateAsync<string>("document.getElementById('c4').tagName")); // the anchor of the other part makes room
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "by thread" }).ClickAsync();
        await Expect(page.Locator("#comments > ol > li")).ToHaveCountAsync(1);
        Assert.Equal(before, await page.EvaluateAsync<string>(Thread));
    }

    [Theory]
    [InlineData("/far.html#c3")]
    [InlineData("/far.html")]
    public async Task An_old_link_to_a_comment_of_another_part_ends_at_the_comment(string address)
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/far*.html", async route =>
        {
            var body = route.Request.Url.EndsWith("/far.html", StringComparison.Ordinal)
                ? (await PartAsync(1)).Replace("<nav class=\"elsewhere\">", "<nav class=\"elsewhere\"><h3><a id=\"c8\"></a><a id=\"c3\"></a><a href=\"/far.p2.html#comments\">On part 2</a></h3>", StringComparison.Ordinal).Replace("<a id=\"c3\" href=", "<a href=", StringComparison.Ordinal)
                : await PartAsync(2);
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = body });
        });
        await page.GotoAsync(site.Address + address);
        if (!address.EndsWith("#c3", StringComparison.Ordinal))
        {
            await Expect(page.Locator(".reader")).ToBeAttachedAsync();
            await page.EvaluateAsync("location.hash = 'c3'"); // as a link of the page itself
        }

        await Assertions.Expect(page).ToHaveURLAsync(site.Address + "/far.p2.html#c3");
        Assert.Equal("LI", await page.EvaluateAsync<string>("document.querySelector(':target').tagName"));
    }

    [Theory]
    [InlineData("cy", "Trafodaethau", "20 Mai 2016", "mewn ateb i")]
    [InlineData("pl", "Dyskusje", "20 maja 2016", "w odpowiedzi na")]
    public async Task Labels_are_said_in_another_language_and_texts_are_not(string language, string discussions, string day, string reply)
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await OpenThreadAsync(context);
        var texts = await page.Locator(".e-content, .p-author, h1").AllInnerTextsAsync();
        await page.Locator(".reader summary").ClickAsync();
        await page.Locator("#reader-language").SelectOptionAsync(language);
        var link = page.Locator("nav a[href='/discussions/']");
        await Expect(link).ToHaveTextAsync(discussions);
        Assert.Equal(language, await link.GetAttributeAsync("lang"));
        await Expect(page.Locator("li.comment time").First).ToHaveTextAsync(day);
        await Expect(page.Locator("li.comment li.comment header").First).ToContainTextAsync(reply);
        Assert.Equal(texts, await page.Locator(".e-content, .p-author, h1").AllInnerTextsAsync());
        Assert.Empty(await page.Locator($"[lang={language}] .p-author:not([lang]), .e-content [lang={language}]").AllAsync());
        await page.ReloadAsync();
        await Expect(link).ToHaveTextAsync(discussions); // the choice lasts
        await page.Locator(".reader summary").ClickAsync();
        await page.Locator("#reader-language").SelectOptionAsync("en");
        await Expect(page.Locator("nav a[href='/discussions/']")).ToHaveTextAsync("Discussions");
        Assert.Equal(0, await page.Locator($"[lang={language}]:not(option)").CountAsync());
        Assert.Empty(await KeysAsync(page));
    }

    [Fact]
    public async Task No_label_of_any_page_is_missing_in_a_language()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await OpenThreadAsync(context);
        foreach (var kind in new[] { "post", "home", "months", "glance", "label", "series", "discussions", "search", "404" })
        {
            await page.GotoAsync(site.Address + "/" + SitePages.AddressOf(site, kind));
            foreach (var language in new[] { "cy", "pl" })
            {
                await page.EvaluateAsync("language => { const choice = document.querySelector('#reader-language'); choice.value = language; choice.dispatchEvent(new Event('change')); }", language);
                await Expect(page.Locator($"footer.site[lang={language}]")).ToBeAttachedAsync();
                Assert.Empty(await page.EvaluateAsync<string[]>(LeftOver));
            }
        }
    }

    [Fact]
    public async Task Nothing_lies_on_the_device_before_a_reader_asks_for_it_and_nothing_after()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await OpenThreadAsync(context);
        Assert.Empty(await KeysAsync(page));
        Assert.Equal(0, await page.Locator(".keep, .fresh").CountAsync());

        await page.Locator(".reader summary").ClickAsync();
        await page.Locator("#reader-remember").CheckAsync();
        await page.Locator(".keep").Nth(1).ClickAsync();
        Assert.Equal(["subrosa-bookmarks", "subrosa-seen", "subrosa-settings"], await KeysAsync(page));
        await page.EvaluateAsync("""
            const seen = JSON.parse(localStorage.getItem("subrosa-seen"));
            const here = seen[location.pathname];
            here.ids = here.ids.split(" ").slice(0, -2).join(" ");
            here.count -= 2;
            localStorage.setItem("subrosa-seen", JSON.stringify(seen));
            """);
        var address = page.Url;
        await page.GotoAsync(site.Address + "/discussions/");
        await Expect(page.Locator(".fresh")).ToHaveTextAsync(["2 new"]);
        await page.Locator(".reader summary").ClickAsync();
        await page.Locator(".kept a").ClickAsync(); // a kept comment is found from any page
        Assert.StartsWith(address + "#c", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator(".since")).ToContainTextAsync("2 new since you were here.");
        Assert.Equal(2, await page.Locator("li.comment .fresh").CountAsync());
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator(".fresh").CountAsync());

        await page.Locator(".reader summary").ClickAsync();
        await page.Locator("#reader-remember").UncheckAsync();
        Assert.Empty(await KeysAsync(page));
        Assert.Equal(0, await page.Locator(".keep, .kept:visible").CountAsync());
    }

    [Fact]
    public async Task A_citation_names_who_what_where_when_and_the_address()
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await OpenThreadAsync(context);
        var comment = page.Locator("li.comment").First;
        await comment.Locator(".tools button").First.ClickAsync();
        await Expect(comment.Locator(".tools button").First).ToHaveTextAsync("copied comment 1");
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Matches($"^{await comment.Locator(".p-author").First.InnerTextAsync()}, comment 1 on \u201C.+\u201D, Trim the Wick, .*20\\d\\d, https://trimthewick.example/.+#{await comment.GetAttributeAsync("id")}$", copied);
    }

    [Fact]
    public async Task An_abbreviation_explains_itself_without_a_script()
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/2016/09/inspectors-at-sallow-bay.html");
        var button = page.Locator("button[popovertarget=g-lib]").First;
        var note = page.Locator("#g-lib");
        await Expect(note).ToBeHiddenAsync();
        await button.ClickAsync();
        await Expect(note).ToContainTextAsync("Lights Inspection Board");
        await Expect(note).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(note).ToBeHiddenAsync();
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(note).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Larger_text_is_larger_on_every_page_and_none_grows_out_of_a_phone()
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 700 } });
        var page = await OpenThreadAsync(context);
        await page.Locator(".reader summary").ClickAsync();
        var before = await SizeAsync(page);
        await page.Locator("#reader-size").SelectOptionAsync("larger");
        Assert.InRange(await SizeAsync(page), before * 1.2, before * 2);
        foreach (var address in new[] { "/", "/search/", "/archive/at-a-glance.html", new Uri(page.Url).AbsolutePath })
        {
            await page.GotoAsync(site.Address + address);
            Assert.Equal("text-larger", await page.EvaluateAsync<string>("document.documentElement.className"));
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, address);
        }
    }

    // Words of the interface that stand in the page's own language, but for names that people gave and texts told in sentences.
    private const string LeftOver = """
        () => {
          const given = ".e-content, .post, .p-name, .p-summary, .p-author, .labels li, .about, .submit, .write > p, .glossary dl, .kind, .directory a[href*='/labels/'], .directory a[href*='/series/'], .directory p, .series p > a, .related li, .name, nav a[href*='/p/'], select:not(#reader-size) option, .glance th, .redacted, #search-without, code, svg, script, [data-unit]:not(article, li)";
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const left = [];
          while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            if (/[a-z]{3}/.test(data) && parentElement.closest(given) === null && parentElement.closest("[lang]").lang.startsWith("en")) {
              left.push(data.trim());
            }
          }
          return left;
        }
        """;

    private async Task<string> PartAsync(int part)
    {
        static string Comment(string id, string day) => $"<li id=\"{id}\" class=\"comment\"><article class=\"u-comment\"><header><p class=\"who\"><a class=\"num\" href=\"#{id}\">{id[1..]}</a></p><time datetime=\"{day}\">{day}</time></header><div class=\"body\">x</div></article>";
        var links = string.Concat(Enumerable.Range(1, 2).Select(n => $"<a href=\"/parts{(n == 1 ? "" : ".p2")}.html\"{(n == part ? " aria-current=\"page\"" : "")}>Part {n}</a>"));
        var list = part == 1 ? Comment("c1", "2016-01-01") + "<ol class=\"comments\">" + Comment("c2", "2016-01-09") + "</li></ol></li>" : Comment("c3", "2016-01-02") + "</li>" + Comment("c4", "2016-02") + "</li>";
        var script = await File.ReadAllTextAsync(Path.Combine(site.Output, "index.html"));
        script = script[script.IndexOf("<script type=\"module\"", StringComparison.Ordinal)..];
        return $"<!doctype html><title>x</title>{script[..(script.IndexOf("</script>", StringComparison.Ordinal) + 9)]}<section id=\"comments\"><h2 id=\"comments-heading\">4 comments</h2><nav class=\"parts\">{links}</nav><ol class=\"comments\">{list}</ol><nav class=\"elsewhere\">{(part == 1 ? "<a id=\"c3\" href=\"/parts.p2.html#c3\">3</a><a id=\"c4\" href=\"/parts.p2.html#c4\">4</a>" : "")}</nav></section><footer class=\"site\"></footer>";
    }

    private async Task<IPage> OpenThreadAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/" + site.LongestThread());
        await Expect(page.Locator(".reader")).ToBeVisibleAsync();
        return page;
    }

    private static Task<string?> FocusedAsync(IPage page) => page.EvaluateAsync<string?>("document.activeElement.closest('li.comment')?.id ?? null");

    private static Task<double> SizeAsync(IPage page) => page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('.comment .body')).fontSize)");

    private static async Task<IEnumerable<string>> KeysAsync(IPage page) => (await page.EvaluateAsync<string[]>("Object.keys(localStorage)")).Order(StringComparer.Ordinal);
}
