using Blog.Model;
using Blog.Tests.Content;
using Blog.Tests.Theme;

namespace Blog.Tests.Pages;

public sealed class GlancePagesTests
{
    [Fact]
    public async Task The_numbers_of_the_drawings_stand_beneath_them_and_add_up()
    {
        using var blog = new InventedBlog { Settings = new SiteSettings { Title = "Ledger", Address = "https://example.org", Glossary = new Dictionary<string, GlossaryEntry> { ["RW"] = new("Remote watcher") } } }
            .Post("/a.html", "RW", "title: \"The [redacted: town] boat\"", "date: 2015-12-15", "series: {name: Boats, number: 1}")
            .Thread("/a.html", "a 1 -;date: 2015-12-16|RW", "b 2 -;date: 2016-02-01|RW RW", "c 3 -;date: 2016-02-03|x", "d 4 -|undated", "e 5 -;state: removed-by-author|")
            .Post("/b.html", "x", "title: B", "date: 2016-01")
            .Post("/c.html", "x", "title: C");
        var site = await RenderedSite.OfAsync(blog);
        var page = site.Document("/archive/at-a-glance.html");
        Assert.Equal("3 posts and 4 comments, from December 2015 to February 2016.", page.QuerySelector(".lead .meta")!.TextContent);
        Assert.Equal(
            ["December 2015 1 January 2016 1", "December 2015 1 February 2016 2", "2015 2 2016 1"],
            page.QuerySelectorAll(".glance tbody").Select(table => string.Join(' ', table.QuerySelectorAll("th, td").Select(cell => cell.TextContent))));
        Assert.Equal(["The [town] boat"], page.QuerySelectorAll("ol.rows .p-name").Select(name => name.TextContent));
        Assert.All(page.QuerySelectorAll("ol.rows li"), row => Assert.NotNull(row.GetAttribute("data-unit")));
        Assert.Equal("Comments from 16 December 2015 to 3 February 2016", page.QuerySelector(".spark")!.GetAttribute("aria-label"));
        Assert.Equal("/archive/at-a-glance.html", site.Document("/archive/").QuerySelector(".lead .meta a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_blog_without_posts_has_an_empty_one()
    {
        using var blog = new InventedBlog();
        Assert.Empty((await RenderedSite.OfAsync(blog)).Document("/archive/at-a-glance.html").QuerySelectorAll("svg, ol"));
    }
}
