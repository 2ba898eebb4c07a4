using System.Text.Json;
using AngleSharp.Dom;
using Blog.Model;
using Blog.Tests.Content;

namespace Blog.Tests.Theme;

public sealed class PageMarkupTests
{
    private static readonly SiteSettings Open = new() { Title = "Ledger Office", Address = "https://archive.example", Discreet = false };

    private const string StructuredData = "script[type='application/ld+json']";

    private const string Hostile = "</script><script>alert(1)</script>\\\"'><img src=x onerror=alert(1)> & ]]> <!--";

    [Fact]
    public async Task Every_link_within_the_site_leads_to_a_page_or_a_fragment_of_it()
    {
        using var blog = Large(new SiteSettings { Title = "Ledger", Address = "https://example.org/sub", PageSizes = new PageSizes(3, 4) });
        var site = await RenderedSite.OfAsync(blog);

        var ids = site.Pages.Keys.ToDictionary(address => address, address => site.Document(address).QuerySelectorAll("[id]").Select(element => element.Id).ToHashSet());
        foreach (var address in site.Pages.Keys)
        {
            foreach (var link in site.Document(address).QuerySelectorAll("[href]").Select(element => element.GetAttribute("href")!))
            {
                if (!link.StartsWith("https://example.org/sub", StringComparison.Ordinal) && link.Contains(':', StringComparison.Ordinal))
                {
                    continue;
                }

                AssertResolves(address, link.StartsWith("https:", StringComparison.Ordinal) ? link["https://example.org".Length..] : link, ids);
            }
        }
    }

    [Fact]
    public async Task An_abbreviation_is_explained_once_on_each_page_that_has_it_and_a_feed_has_no_button()
    {
        using var blog = new InventedBlog
        {
            Settings = new SiteSettings { Title = "Ledger", Address = "https://example.org", Glossary = new Dictionary<string, GlossaryEntry> { ["RW"] = new("Remote watcher, of a [redacted: town] desk", "2014-02", "2016"), ["PK"] = new("Principal keeper") } },
        }
            .Post("/x.html", "An RW and an RW.", "title: X")
            .Thread("/x.html", "a 1 -|RW! and POs", "b 2 -|none")
            .Post("/y.html", "None", "title: Y");
        var site = await RenderedSite.OfAsync(blog);
        var page = site.Document("/x.html");
        Assert.Equal(["g-rw", "g-rw"], page.QuerySelectorAll("button").Select(button => button.GetAttribute("popovertarget")));
        var entry = Assert.Single(page.QuerySelectorAll(".glossary [popover]"));
        Assert.Equal(("g-rw", "RW", "Remote watcher, of a [town] desk In use from February 2014 to 2016."), (entry.Id, entry.QuerySelector("dt")!.TextContent, entry.QuerySelector("dd")!.TextContent));
        Assert.Null(page.QuerySelector("[data-unit] .glossary"));
        Assert.Null(site.Document("/y.html").QuerySelector(".glossary"));

        var index = blog.Index();
        var feed = System.Text.Encoding.UTF8.GetString(new Blog.Site.CommentFeed(index.Settings).Of(new Blog.Content.PostRenderer(index, blog.Reader).Render(index.Posts.Single(post => post.FrontMatter.Url == "/x.html"))).Bytes.Span);
        Assert.DoesNotContain("button", feed, StringComparison.Ordinal);
        Assert.Contains("&lt;abbr&gt;RW&lt;/abbr&gt;! and", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_words_are_text_everywhere()
    {
        var settings = new SiteSettings { Title = Hostile, Address = "https://example.org", Description = Hostile + "\u2028\u2029", Editor = Hostile, Labels = new Dictionary<string, string> { ["x"] = Hostile } };
        var quoted = JsonSerializer.Serialize(Hostile);
        using var blog = new InventedBlog { Settings = settings }
            .Post("/x.html", Hostile, "date: 2015-12-15", "title: " + quoted, "author: " + quoted, "summary: " + quoted, "labels: [x, " + quoted + "]", "series: {name: " + quoted + ", number: 3}")
            .Thread("/x.html", $"a 1 -;author: {Hostile}|{Hostile}")
            .Page("about", Hostile, "title: " + quoted);
        var site = await RenderedSite.OfAsync(blog);

        foreach (var address in site.Pages.Keys)
        {
            var page = site.Document(address);
            Assert.All(page.QuerySelectorAll("script:not([src])"), script => Assert.Equal("application/ld+json", script.GetAttribute("type")));
            Assert.Empty(page.QuerySelectorAll("script[src]:not([src^='/theme/'])"));
            Assert.Empty(page.QuerySelectorAll("img, [onerror], style, iframe"));
        }

        var home = site.Document("/").QuerySelector(StructuredData)!.TextContent;
        Assert.All("<>&'\u2028\u2029", sign => Assert.DoesNotContain(sign, home));
        Assert.Equal(settings.Description, Json(site.Document("/")).GetProperty("description").GetString());
        Assert.Equal(Hostile, site.Document("/x.html").QuerySelector("h1")!.TextContent);
        Assert.Equal(Hostile, Json(site.Document("/x.html")).GetProperty("headline").GetString());
    }

    [Fact]
    public async Task Two_renders_give_the_same_bytes()
    {
        using var blog = Large(new SiteSettings { Title = "Ledger", Address = "https://example.org" });
        var first = await RenderedSite.OfAsync(blog);
        var second = await RenderedSite.OfAsync(blog);

        Assert.Equal(first.Pages, second.Pages);
        Assert.All(first.Pages.Values, html => Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Structured_data_has_one_object_a_unit_in_the_shape_of_the_thread()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text", "title: \"Seen in [redacted: town]\"", "date: 2015-12", "author: The editor")
            .Thread("/x.html", "a 1 -;author: Salt Meadow;date: 2015-12-15|Words of a", "b 1.1 a|Words of b", "c 1.2 b;state: withheld|", "d 2 -|Words of d");
        var data = Json((await RenderedSite.OfAsync(blog)).Document("/x.html"));

        Assert.Equal("DiscussionForumPosting", data.GetProperty("@type").GetString());
        Assert.Equal("Seen in [town]", data.GetProperty("headline").GetString());
        Assert.Equal("2015-12", data.GetProperty("datePublished").GetString());
        Assert.Equal(3, data.GetProperty("commentCount").GetInt32());
        var comments = data.GetProperty("comment").EnumerateArray().ToList();
        Assert.Equal(["a", "d"], comments.Select(comment => comment.GetProperty("identifier").GetString()));
        Assert.Equal("#ca", comments[0].GetProperty("@id").GetString());
        Assert.Equal("Salt Meadow", comments[0].GetProperty("author").GetProperty("name").GetString());
        var withheld = comments[0].GetProperty("comment")[0].GetProperty("comment")[0];
        Assert.Equal("Deleted", withheld.GetProperty("creativeWorkStatus").GetString());
        Assert.False(withheld.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task Structured_data_of_a_deep_thread_can_be_read_by_everyone()
    {
        using var blog = new InventedBlog().Post("/x.html", "Text").Thread("/x.html", 60, i => i - 1);
        var data = Json((await RenderedSite.OfAsync(blog)).Document("/x.html"));

        var units = new List<string?>();
        var open = new Queue<JsonElement>(data.GetProperty("comment").EnumerateArray());
        while (open.TryDequeue(out var comment))
        {
            units.Add(comment.GetProperty("identifier").GetString());
            foreach (var reply in comment.TryGetProperty("comment", out var replies) ? replies.EnumerateArray() : default)
            {
                open.Enqueue(reply);
            }
        }

        Assert.Equal(60, units.Distinct().Count());
        Assert.Contains("\"parentItem\":{\"@id\":\"#c58\"}", data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discreet_page_shows_its_kind_or_day_in_tabs_and_previews()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "First words. More.", "title: A title", "date: 2015-12-15", "labels: [Pay]")
            .Post("/y.html", "Text", "title: Another");
        var site = await RenderedSite.OfAsync(blog);
        Assert.Equal("15 December 2015", site.Document("/x.html").Title);
        Assert.Equal("Undated", site.Document("/y.html").Title);
        Assert.Equal(["No such page", "Posts", "Posts", "Search", "Page", "December 2015"], new[] { "/404.html", "/", "/labels/pay.html", "/search/", "/p/safely.html", "/2015/12/" }.Select(address => site.Document(address).Title));
        foreach (var address in site.Pages.Keys)
        {
            var head = site.Document(address).Head!;
            Assert.DoesNotContain("Ledger", string.Join(' ', head.QuerySelectorAll("title, meta").Select(element => element.TextContent + element.GetAttribute("content"))), StringComparison.Ordinal);
            Assert.DoesNotContain("title", string.Join(' ', head.QuerySelectorAll("meta[property], meta[name=description]").Select(element => element.GetAttribute("content"))), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Pages_of_the_editors_own_stand_for_ours()
    {
        using var blog = new InventedBlog { Settings = Open with { Leave = null, Mail = "editors@archive.example" } }.Page("safely", "Our own words.", "title: Careful").Post("/x.html", "Text", "title: X");
        var site = await RenderedSite.OfAsync(blog);
        Assert.Contains("Our own words.", site.Document("/p/safely.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("mailto:editors@archive.example", site.Document("/p/remove.html").QuerySelector("main a")!.GetAttribute("href"));
        var page = site.Document("/x.html");
        Assert.Null(page.QuerySelector("[data-leave]"));
        Assert.Equal(["Reading and writing safely", "Remove something about me", "Feed of new posts", "Forget everything on this device"], page.QuerySelectorAll("footer li a").Select(link => link.TextContent));
        Assert.DoesNotContain(page.QuerySelectorAll("header nav a"), link => link.TextContent == "Careful"); // it stands in the foot
    }

    [Fact]
    public async Task A_page_says_who_it_is_no_finer_than_known()
    {
        using var blog = new InventedBlog { Settings = Open }
            .Post("/x.html", "First words. More.", "title: A title", "date: 2015-12", "labels: [Pay]")
            .Post("/y.html", "Text", "date: 2015-12-15");
        var site = await RenderedSite.OfAsync(blog);
        var page = site.Document("/x.html");

        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("A title – Ledger Office", page.Title);
        Assert.Equal("https://archive.example/x.html", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("2015-12", page.QuerySelector("meta[property='article:published_time']")!.GetAttribute("content"));
        Assert.Equal("First words. More.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(("2015-12", "December 2015"), (page.QuerySelector("time.dt-published")!.GetAttribute("datetime"), page.QuerySelector("time.dt-published")!.TextContent));
        Assert.Equal("Tuesday, 15 December 2015", site.Document("/y.html").QuerySelector("time.dt-published")!.TextContent);
        Assert.Equal("Untitled", site.Document("/y.html").QuerySelector("h1.untitled")!.TextContent);
    }

    [Fact]
    public async Task Every_page_has_its_landmarks_one_top_heading_and_no_level_left_out()
    {
        using var blog = Large(new SiteSettings { Title = "Ledger", Address = "https://example.org" });
        var site = await RenderedSite.OfAsync(blog);

        foreach (var address in site.Pages.Keys)
        {
            var page = site.Document(address);
            Assert.Single(page.QuerySelectorAll("main#main"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal("#main", page.QuerySelector("body > a")!.GetAttribute("href"));
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Distinct().Count(), ids.Count);
            var level = 0;
            foreach (var heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
            {
                var next = heading.LocalName[1] - '0';
                Assert.True(next <= level + 1, $"{address}: h{next} after h{level}");
                level = next;
            }
        }
    }

    [Fact]
    public async Task No_page_asks_anybody_else_for_anything()
    {
        using var blog = Large(new SiteSettings { Title = "Ledger", Address = "https://example.org" });
        foreach (var html in (await RenderedSite.OfAsync(blog)).Pages.Values)
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
            Assert.Empty(page.QuerySelectorAll("[src]:not(script), [style], [srcset], form, object, embed"));
            Assert.All(page.QuerySelectorAll("script[src]"), script => Assert.StartsWith("/theme/", script.GetAttribute("src"), StringComparison.Ordinal));
            Assert.All(page.QuerySelectorAll("link:not([rel=canonical])"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_series_shows_its_gaps()
    {
        using var blog = new InventedBlog()
            .Post("/g2.html", "Text", "title: Second", "series: {name: Guest Blog, number: 2}")
            .Post("/g6.html", "Text", "title: Sixth", "series: {name: Guest Blog, number: 6}")
            .Post("/g7.html", "Text", "title: Seventh", "series: {name: Guest Blog, number: 7}")
            .Post("/gx.html", "Text", "title: Without", "series: {name: Guest Blog}");
        var site = await RenderedSite.OfAsync(blog);

        var rows = site.Document("/series/guest-blog.html").QuerySelectorAll("ol.rows > li").Select(row => row.QuerySelector(".number")!.TextContent);
        Assert.Equal(["No. 1: not in this archive", "No. 2", "No. 3 to 5: not in this archive", "No. 6", "No. 7", "–"], rows);
        var box = site.Document("/g6.html").QuerySelector("nav.series")!;
        Assert.Equal(["/series/guest-blog.html", "/g2.html", "/g7.html", "/series/guest-blog.html"], box.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Not in this archive: No. 3 to 5.", box.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_blog_has_pages_that_say_so()
    {
        using var blog = new InventedBlog();
        var site = await RenderedSite.OfAsync(blog);

        Assert.Equal(["/", "/404.html", "/archive/", "/archive/at-a-glance.html", "/discussions/", "/labels/", "/p/safely.html", "/search/", "/series/"], site.Pages.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Nothing is published yet.", site.Document("/").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discussions_come_by_length_and_posts_without_one_are_left_out()
    {
        using var blog = new InventedBlog()
            .Post("/a.html", "Text", "title: Short").Thread("/a.html", "a1 1 -|x")
            .Post("/b.html", "Text", "title: Long").Thread("/b.html", "b1 1 -|x", "b2 2 -|x")
            .Post("/c.html", "Text", "title: None");
        var page = (await RenderedSite.OfAsync(blog)).Document("/discussions/");

        Assert.Equal(["Long", "Short"], page.QuerySelectorAll("ol.rows .p-name").Select(link => link.TextContent));
        Assert.Contains("3 comments on 2 posts", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_in_titles_and_labels_are_marks_on_every_page()
    {
        using var blog = new InventedBlog { Settings = Open }.Post("/x.html", "Text", "title: \"Seen in [redacted: town]\"", "labels: [\"[redacted: Officer A]\"]");
        var site = await RenderedSite.OfAsync(blog);

        Assert.Equal("place", site.Document("/x.html").QuerySelector("h1 .redacted")!.GetAttribute("data-kind"));
        Assert.Equal("[town]", site.Document("/").QuerySelector("h2 .redacted")!.TextContent);
        Assert.Equal("person", site.Document("/labels/").QuerySelector(".directory .redacted")!.GetAttribute("data-kind"));
        Assert.Equal("Seen in [town] – Ledger Office", site.Document("/x.html").Title);
    }

    private static void AssertResolves(string page, string link, Dictionary<string, HashSet<string?>> ids)
    {
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? link : link[..hash];
        if (path.Length > 0)
        {
            Assert.StartsWith("/sub/", path, StringComparison.Ordinal);
            path = path["/sub".Length..];
        }

        var target = path.Length == 0 ? page : path;
        if (target.StartsWith("/theme/", StringComparison.Ordinal) || target.EndsWith(".atom", StringComparison.Ordinal))
        {
            return;
        }

        Assert.True(ids.TryGetValue(target, out var anchors), $"{page} links to {link}, which is no page");
        Assert.True(hash < 0 || anchors!.Contains(link[(hash + 1)..]), $"{page} links to {link}, which has no such fragment");
    }

    private static JsonElement Json(IDocument page)
    {
        using var document = JsonDocument.Parse(page.QuerySelector(StructuredData)!.TextContent);
        return document.RootElement.Clone();
    }

    private static InventedBlog Large(SiteSettings settings)
    {
        var blog = new InventedBlog { Settings = settings }.Page("about", "### About\n\n#### Deep", "title: About");
        for (var i = 0; i < 14; i++)
        {
            var url = $"/201{i % 3}/{1 + (i % 4):00}/post{i}.html";
            blog.Post(url, $"## Heading\n\nText {i} [back](/2010/01/post0.html#c{0})", $"title: Post {i}", $"date: 201{i % 3}-{1 + (i % 4):00}-15", $"labels: [l{i % 3}, \"All of them\"]", $"series: {{name: Row, number: {1 + (i * 2)}}}");
        }

        return blog
            .Thread("/2010/01/post0.html", 310, i => i % 2 == 0 ? -1 : i - 1)
            .Thread("/2011/02/post1.html", "a 1 -|[x](/2010/01/post0.html#c309)", "b 1.1 a|[1](#ca)");
    }
}
