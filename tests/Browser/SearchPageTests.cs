using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Blog.Gate;
using Blog.Site;
using Blog.Source;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

[Collection(nameof(SampleSiteCollection))]
public sealed class SearchPageTests(SampleSite site)
{
    [Fact]
    public async Task What_is_typed_is_answered_here_and_never_sent()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var asked = new ConcurrentBag<string>();
        var trouble = new ConcurrentBag<string>();
        page.Request += (_, request) => asked.Add(Uri.UnescapeDataString(request.Url + " " + request.PostData));
        page.Console += (_, message) => trouble.Add(message.Text);
        page.PageError += (_, error) => trouble.Add(error);
        await page.GotoAsync(site.Address + "/search/");

        await page.Keyboard.TypeAsync("lamp wick"); // the box has the focus from the start
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync(new Regex("^[0-9]+ results$"));

        var results = page.Locator("#search-results > li");
        Assert.InRange(await results.CountAsync(), 2, 10);
        Assert.NotEqual(0, await results.First.Locator("mark").CountAsync());
        Assert.Equal("Read as: lamp or wick.", await page.InnerTextAsync("#search-reading"));
        Assert.DoesNotContain(asked, url => Regex.IsMatch(url, "lamp|wick(?!\\.example)", RegexOptions.IgnoreCase) && url.Contains("/search", StringComparison.Ordinal));
        Assert.All(asked, url => Assert.StartsWith(site.Address, url, StringComparison.Ordinal));
        Assert.Empty(trouble);
        Assert.EndsWith("/search/#q=lamp+wick", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_leads_to_the_very_comment_and_back_leads_to_the_results()
    {
        var page = await OpenAsync("q=lamp&kind=comment");
        var link = page.Locator("#search-results a").First;

        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#c"));
        await Assertions.Expect(page.Locator(".comment:target")).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#search-results > li").First).ToBeVisibleAsync();
        Assert.Equal("lamp", await page.InputValueAsync("#search-query"));
        Assert.Equal("comment", await page.InputValueAsync("#search-kind"));
    }

    [Fact]
    public async Task Filters_narrow_and_stand_in_the_fragment()
    {
        var page = await OpenAsync("q=lamp");
        var all = await CountAsync(page);
        await page.ClickAsync("#search-filters summary");
        await page.SelectOptionAsync("#search-kind", "comment");
        await Assertions.Expect(page.Locator("#search-reading")).ToContainTextAsync("only comments");
        await page.SelectOptionAsync("#search-from", "2017");
        await Assertions.Expect(page.Locator("#search-reading")).ToContainTextAsync("since 2017");
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync(new Regex("^[0-9]+ result"));

        Assert.InRange(await CountAsync(page), 1, all - 1);
        Assert.Contains("kind=comment&from=2017", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_on_a_year_keeps_that_year()
    {
        var page = await OpenAsync("q=keeper");
        var year = page.Locator("#search-years button").First;
        var name = await year.GetAttributeAsync("aria-label");
        await year.ClickAsync();
        await Assertions.Expect(page.Locator("#search-reading")).ToContainTextAsync("of 20");

        var said = Regex.Match(name!, "only ([0-9]{4}), ([0-9,]+) results"); // not null: every column has one
        Assert.Equal(said.Groups[1].Value, await page.InputValueAsync("#search-from"));
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync(new Regex($"^{said.Groups[2].Value} result"));
    }

    [Fact]
    public async Task A_misspelt_word_is_offered_mended()
    {
        var page = await OpenAsync("q=harbuor");
        await Assertions.Expect(page.Locator("#search-meant button")).ToHaveTextAsync(new Regex("^harbour"));
        Assert.NotEqual(0, await page.Locator("#search-results > li").CountAsync());
        await page.ClickAsync("#search-meant button");
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync(new Regex("^[0-9]+ result"));
        Assert.StartsWith("harbour", await page.InputValueAsync("#search-query"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_that_names_were_changed()
    {
        var page = await OpenAsync("q=zzzzqqqqxxxx");
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync("Nothing found");
        Assert.Contains("Names of people who commented were changed", await page.InnerTextAsync("#search-empty"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"<script>alert(1)</script>\"")]
    public async Task What_is_typed_stays_text(string typed)
    {
        var page = await OpenAsync("q=" + Uri.EscapeDataString(typed));
        await Assertions.Expect(page.Locator("#search-reading")).ToContainTextAsync("Read as");
        Assert.Equal(0, await page.Locator("#search img, #search script").CountAsync());
    }

    [Fact]
    public async Task Newest_first_is_newest_first()
    {
        var page = await OpenAsync("q=keeper&sort=date");
        await Assertions.Expect(page.Locator("#search-results > li").First).ToBeVisibleAsync();
        var dates = (await page.Locator("#search-results .meta span:last-child").AllInnerTextsAsync())
            .Select(text => DateOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : default).ToList();

        Assert.Equal(dates.OrderDescending(), dates);
    }

    [Fact]
    public async Task An_address_that_is_pasted_leads_to_its_comment()
    {
        var first = await OpenAsync("q=lamp&kind=comment");
        var href = await first.Locator("#search-results a").First.GetAttributeAsync("href");
        var old = "https://trimthewick.blogspot.example" + new Uri(href!).PathAndQuery + "?showComment=1" + new Uri(href!).Fragment; // not null: a result links

        var page = await OpenAsync("q=" + Uri.EscapeDataString(old));
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync("This address is here:");
        Assert.Equal(href, await page.Locator("#search-results a").EvaluateAsync<string>("a => a.href"));
    }

    [Fact]
    public async Task The_box_on_every_page_leads_to_the_results_by_fragment()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/");
        await page.FillAsync("input[aria-label=Search]", "lamp");
        await page.PressAsync("input[aria-label=Search]", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/search/#q=lamp$"));
        await Assertions.Expect(page.Locator("#search-results > li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_slash_goes_to_the_box_and_more_results_come_on_demand()
    {
        var page = await OpenAsync("q=the+keeper+watch+light+desk+station");
        await Assertions.Expect(page.Locator("#search-more")).ToBeVisibleAsync();
        await page.Locator("#search-more").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#search-results > li").Nth(10)).ToBeVisibleAsync();
        await page.Locator("#search-results a").Nth(3).FocusAsync();
        await page.Keyboard.PressAsync("/");
        Assert.Equal("search-query", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Without_script_it_explains_and_offers_lists()
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/search/");
        Assert.True(await page.Locator("text=it needs JavaScript").IsVisibleAsync());
        Assert.NotEqual(0, await page.Locator("main a[href='/archive/']").CountAsync());
        Assert.False(await page.Locator("#search-query").IsVisibleAsync());

        await page.GotoAsync(site.Address + "/");
        await page.ClickAsync("header a[data-search]");
        Assert.EndsWith("/search/", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Axe_finds_no_violation_among_results(ColorScheme scheme, int width)
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 }, BypassCSP = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/search/#q=keeper&kind=comment");
        await Assertions.Expect(page.Locator("#search-years button").First).ToBeVisibleAsync();
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Target))}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task It_works_under_a_path()
    {
        using var folder = new TemporaryFolder();
        await BuildAsync(folder, "address: https://example.org/sub\n", "A text about a harbour.");
        Directory.CreateDirectory(folder.File("served"));
        Directory.Move(folder.File("output"), folder.File("served/sub"));
        await using var server = await StaticSite.StartAsync(folder.File("served"));
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();

        await page.GotoAsync(server.Address + "/sub/search/#q=harbour");
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync("1 result");
        await page.ClickAsync("#search-results a");
        Assert.EndsWith("/sub/2026/01/text1.html", page.Url, StringComparison.Ordinal);
        Assert.Empty(server.Missing);
    }

    [Fact]
    public async Task An_abbreviation_of_the_glossary_is_looked_for_in_full_and_the_page_says_so()
    {
        using var folder = new TemporaryFolder();
        await BuildAsync(folder, "address: https://example.org\nglossary:\n  TR: \"Transforming Rehabilitation, the reform.\"\n", "Transforming Rehabilitation came in with the tide.", "Rehabilitation of lamps.", "Nothing of it.");
        await using var server = await StaticSite.StartAsync(folder.File("output"));
        var page = await (await site.Browser.NewContextAsync()).NewPageAsync();

        await page.GotoAsync(server.Address + "/search/#q=TR");
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync("1 result");
        Assert.EndsWith("/2026/01/text1.html", await page.Locator("#search-results a").First.EvaluateAsync<string>("a => a.href"), StringComparison.Ordinal);
        Assert.Equal("Read as: TR (also “Transforming Rehabilitation”).", await page.InnerTextAsync("#search-reading"));

        await page.FillAsync("#search-query", "tr"); // in small letters it is a word like others
        await Assertions.Expect(page.Locator("#search-reading")).ToHaveTextAsync("Read as: tr.");
    }

    [Fact]
    public async Task The_mended_query_has_whole_words_and_leaves_the_rest_as_typed()
    {
        using var folder = new TemporaryFolder();
        await BuildAsync(folder, "address: https://example.org\n", "She was relieved of the lantern storage.", "Arriving with lanterns, a lantern and oil.");
        await using var server = await StaticSite.StartAsync(folder.File("output"));
        var page = await (await site.Browser.NewContextAsync()).NewPageAsync();

        await page.GotoAsync(server.Address + "/search/#q=" + Uri.EscapeDataString("storge -xstorgex \"lntern storge\""));
        await Assertions.Expect(page.Locator("#search-meant")).ToHaveTextAsync("Did you mean storage -xstorgex \"lantern storage\"?");
        await page.ClickAsync("#search-meant button");
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync("1 result");
        Assert.Equal("storage -xstorgex \"lantern storage\"", await page.InputValueAsync("#search-query"));
        Assert.False(await page.Locator("#search-meant").IsVisibleAsync());
    }

    /// <summary>Builds a small site into <c>output</c>: a post for each text, <c>/2026/01/text1.html</c> and so on.</summary>
    private static async Task BuildAsync(TemporaryFolder folder, string settings, params string[] texts)
    {
        folder.Put("input/site.yml", "title: The Example Review\n" + settings);
        for (var i = 1; i <= texts.Length; i++)
        {
            folder.Put($"input/posts/text{i}.md", $"---\nid: text{i}\ntitle: Post {i}\ndate: 2026-01-02\nurl: /2026/01/text{i}.html\nprovenance: editor\n---\n\n{texts[i - 1]}\n");
        }

        var blog = new BlogFolder(folder.Root);
        var request = new BuildRequest(blog, new BlogReader(blog).ReadSettings(), new DateOnly(2026, 11, 21), 2, Durable: false);
        Assert.Empty((await CheckedBuild.RunAsync(request, new GateInput { Secrets = SecretSet.None, Today = request.AsOf, Parallelism = 1 }, new Progress<BuildStep>(), CancellationToken.None)).Findings);
    }

    private async Task<IPage> OpenAsync(string fragment)
    {
        var page = await (await site.Browser.NewContextAsync()).NewPageAsync();
        page.SetDefaultTimeout(SampleSite.Patience);
        await page.GotoAsync($"{site.Address}/search/#{fragment}");
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync(new Regex("result|found|here"));
        return page;
    }

    private static async Task<int> CountAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync(new Regex("^[0-9]+ result"));
        return int.Parse(Regex.Match(await page.InnerTextAsync("#search-status"), "[0-9]+").Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
