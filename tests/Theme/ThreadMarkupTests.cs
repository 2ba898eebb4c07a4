using System.Globalization;
using AngleSharp.Dom;
using Blog.Tests.Content;

namespace Blog.Tests.Theme;

public sealed class ThreadMarkupTests
{
    [Fact]
    public async Task Replies_are_nested_lists_and_every_comment_stands_once()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Post text", "title: A title", "date: 2015-12-15")
            .Thread("/x.html", "a 1 -|Words of a", "b 1.1 a|Words of b", "c 1.2 b|Words of c", "d 2 -|Words of d");
        var page = (await RenderedSite.OfAsync(blog)).Document("/x.html");

        Assert.Equal(["x", "a", "b", "c", "d"], page.QuerySelectorAll("article[data-unit]").Select(article => article.GetAttribute("data-unit")));
        Assert.Equal(["ca", "cb"], Ancestors(page.QuerySelector("#cc")!).Reverse());
        Assert.Equal("Words of c", page.QuerySelector("#cc > article .body")!.TextContent.Trim());
        Assert.Equal(["1", "1.1", "1.2", "2"], page.QuerySelectorAll("li.comment > article a.num").Select(link => link.TextContent));
        Assert.Equal("#cb", page.QuerySelector("#cc a.u-in-reply-to")!.GetAttribute("href"));
        Assert.Equal("Post text", page.QuerySelector("div.post")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("div.post li.comment"));
    }

    [Fact]
    public async Task A_comment_links_to_its_neighbours()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text")
            .Thread("/x.html", "a 1 -|A", "b 1.1 a|B", "c 1.2 b|C", "d 1.3 a|D", "e 2 -|E");
        var page = (await RenderedSite.OfAsync(blog)).Document("/x.html");

        Assert.Equal(["#ce"], Ways(page, "ca"));
        Assert.Equal(["#cd", "#ce"], Ways(page, "cb"));
        Assert.Equal(["#ce"], Ways(page, "cc"));
        Assert.Empty(Ways(page, "cd")); // the next comment is the next top-level one anyway
        Assert.Empty(Ways(page, "ce"));
    }

    [Fact]
    public async Task Folds_are_open_and_stand_where_replies_branch()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text")
            .Thread("/x.html", "a 1 -|A", "b 1.1 a|B", "c 1.2 b|C", "d 1.3 c|D", "e 1.4 c|E", "f 2 -|F", "g 2.1 f|G");
        var page = (await RenderedSite.OfAsync(blog)).Document("/x.html");

        Assert.Equal([("ca", "4 replies"), ("cc", "2 replies")], page.QuerySelectorAll("details[open] > summary").Select(fold => (fold.ParentElement!.ParentElement!.Id!, fold.TextContent)));
        Assert.NotNull(page.QuerySelector("#cf > ol > #cg"));
    }

    [Theory]
    [InlineData("removed-by-author", "removed by its writer")]
    [InlineData("removed-by-admin", "removed by the moderators")]
    [InlineData("withheld", "removed by the moderators")]
    [InlineData("erased", "removed by the moderators")]
    [InlineData("missing", "lost in the source")]
    public async Task A_removed_comment_says_why_and_keeps_its_place(string state, string reason)
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text")
            .Thread("/x.html", $"a 6 -;state: {state}|", "b 6.1 a|An answer");
        var page = (await RenderedSite.OfAsync(blog)).Document("/x.html");

        Assert.Contains(reason, page.QuerySelector("#ca > article")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("6", page.QuerySelector("#ca a.num")!.TextContent);
        Assert.Null(page.QuerySelector("#ca > article .body"));
        Assert.NotNull(page.QuerySelector("#ca #cb"));
        Assert.Equal("1 comment", page.QuerySelector("#comments h2")!.TextContent);
    }

    [Fact]
    public async Task Citations_are_honest_in_both_directions()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text")
            .Thread("/x.html", "a 1 -|A", "b 2 -;unresolved: 14:41|As [1](#ca) says at 14:41", "c 3 a;inferred: parent|C");
        var page = (await RenderedSite.OfAsync(blog)).Document("/x.html");

        Assert.Equal("#cb", page.QuerySelector("#ca > article > footer a")!.GetAttribute("href"));
        Assert.Contains("14:41, which matches no comment", page.QuerySelector("#cb > article > footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("probably in reply to 1", page.QuerySelector("#cc > article > header")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#cc > article > footer"));
    }

    [Fact]
    public async Task A_long_thread_is_cut_and_part_one_leads_to_every_comment_elsewhere()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Post text", "title: Long")
            .Thread("/x.html", 330, i => i % 3 == 0 ? -1 : i - 1);
        var site = await RenderedSite.OfAsync(blog);

        var units = new List<string?>();
        foreach (var part in (string[])["/x.html", "/x.p2.html", "/x.p3.html"])
        {
            var page = site.Document(part);
            Assert.Equal(3, page.QuerySelector("nav.parts")!.QuerySelectorAll("a").Length);
            Assert.Equal("page", page.QuerySelectorAll("nav.parts a")[int.Parse(part.Length == 7 ? "1" : part[4..5], CultureInfo.InvariantCulture) - 1].GetAttribute("aria-current"));
            units.AddRange(page.QuerySelectorAll("article[data-unit]").Select(article => article.GetAttribute("data-unit")));
        }

        Assert.Equal(["x", .. Enumerable.Range(0, 330).Select(i => i.ToString(CultureInfo.InvariantCulture))], units);
        var first = site.Document("/x.html");
        for (var i = 120; i < 330; i++)
        {
            var anchor = first.GetElementById("c" + i);
            Assert.Equal($"/x.p{(i < 270 ? 2 : 3)}.html#c{i}", anchor!.GetAttribute("href"));
        }

        Assert.DoesNotContain("/x.p4.html", site.Pages.Keys);
        Assert.Null(site.Document("/x.p2.html").QuerySelector("div.post"));
    }

    [Fact]
    public async Task A_very_long_threads_first_part_stays_within_its_bytes_and_leads_to_every_part()
    {
        using var blog = new InventedBlog()
            .Post("/a-post-with-an-address-of-some-length.html", "Post text", "title: Long")
            .Thread("/a-post-with-an-address-of-some-length.html", 2000, i => i % 2 == 0 ? -1 : i - 1);
        var site = await RenderedSite.OfAsync(blog);

        var first = site.Document("/a-post-with-an-address-of-some-length.html");
        for (var i = 80; i < 2000; i++)
        {
            var anchor = first.GetElementById("c" + i);
            Assert.False(anchor!.HasAttribute("href")); // not null: old links arrive here
            Assert.StartsWith($"/a-post-with-an-address-of-some-length.p{((i - 80) / 100) + 2}.html", anchor.Closest("nav")!.QuerySelector("h3 a[href]")!.GetAttribute("href"), StringComparison.Ordinal);
        }

        Assert.InRange(site.Pages["/a-post-with-an-address-of-some-length.html"].Length, 1, 250_000);
    }

    [Fact]
    public async Task Fifty_levels_nest_and_two_thousand_stay_within_what_browsers_take()
    {
        using var blog = new InventedBlog()
            .Post("/fifty.html", "Text")
            .Thread("/fifty.html", 51, i => i - 1);
        var page = (await RenderedSite.OfAsync(blog)).Document("/fifty.html");
        Assert.Equal(50, Ancestors(page.GetElementById("c50")!).Count());

        using var deep = new InventedBlog().Post("/deep.html", "Text").Thread("/deep.html", 2000, i => i - 1);
        var html = (await RenderedSite.OfAsync(deep)).Pages["/deep.html"]; // not parsed: a parser takes seconds for such nesting
        Assert.Equal(2000, html.Split("<article class=\"u-comment h-cite\" data-unit=").Length - 1);
        Assert.Equal(100, DeepestList(html));
        Assert.Contains("<a class=\"u-in-reply-to\" href=\"#c1998\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_without_comments_says_so()
    {
        using var blog = new InventedBlog().Post("/x.html", "Text");
        var page = (await RenderedSite.OfAsync(blog)).Document("/x.html");

        Assert.Equal("No comments", page.QuerySelector("#comments h2")!.TextContent);
        Assert.NotNull(page.QuerySelector("#comments .empty"));
        Assert.Null(page.QuerySelector("link[title='Comments on this post']"));
    }

    private static IEnumerable<string?> Ancestors(IElement comment) =>
        comment.GetAncestors().OfType<IElement>().Where(element => element.ClassList.Contains("comment")).Select(element => element.Id);

    private static int DeepestList(string html)
    {
        var (depth, deepest) = (0, 0);
        foreach (var rest in html.Split('<'))
        {
            depth += rest.StartsWith("ol ", StringComparison.Ordinal) ? 1 : rest.StartsWith("/ol>", StringComparison.Ordinal) ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static IEnumerable<string?> Ways(IDocument page, string anchor) =>
        page.QuerySelectorAll($"#{anchor} > article .ways a").Select(link => link.GetAttribute("href"));
}
