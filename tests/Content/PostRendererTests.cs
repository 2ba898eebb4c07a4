using System.Globalization;
using Blog.Content;
using Blog.Html;
using Blog.Model;

namespace Blog.Tests.Content;

public sealed class PostRendererTests
{
    [Fact]
    public void Replies_stand_under_what_they_answer_in_thread_order()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text")
            .Thread("/x.html", "a 1 -|A", "b 1.1 a|B", "c 1.2 b|C", "d 1.3 a|D", "e 2 -|E");

        var post = blog.Render("/x.html");
        Assert.Equal(["a", "b", "c", "d", "e"], post.Comments.Select(comment => comment.Fields.Id.Value));
        Assert.Equal([0, 1, 2, 1, 0], post.Comments.Select(comment => comment.Depth));
        Assert.Equal(["b", "d"], post.TopLevel[0].Replies.Select(reply => reply.Fields.Id.Value));
        Assert.Equal("b", post.TopLevel[0].Replies[0].Replies.Single().Parent!.Id.Value);
    }

    [Fact]
    public void A_citation_is_noted_where_it_leads_and_a_doubtful_one_nowhere()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text")
            .Thread("/x.html", "a 1 -|A", "b 2 -|[1](#ca) and [1](#ca)", "c 3 -|[11:23](#ca \"one of 2: ca cb\")", "d 4 -|[4](#cd) and [5](#cgone)");

        var post = blog.Render("/x.html");
        Assert.Equal([["b"], [], [], []], post.Comments.Select(comment => comment.CitedBy.Select(citing => citing.Id.Value).ToArray()));
        Assert.Contains(post.Findings, finding => finding.Unit == "d" && finding.Finding.Reason == MarkdownFinding.NoSuchComment);
    }

    [Fact]
    public void A_long_thread_stands_on_parts_and_its_links_know_them()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text")
            .Thread("/x.html", Enumerable.Range(0, 320).Select(i => $"{i} {i + 1} -|{(i == 60 ? "[1](#c0) and [62](#c61)" : "Words")}"));

        var post = blog.Render("/x.html");
        Assert.Equal(7, post.Entry.Thread.Parts);
        Assert.Equal("/x.html#c39", post.Comments[39].Url);
        Assert.Equal("/x.p2.html#c40", post.Comments[40].Url);
        Assert.Contains("href=\"/x.html#c0\"", post.Comments[60].Body.Markup, StringComparison.Ordinal);
        Assert.Contains("href=\"#c61\"", post.Comments[60].Body.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_within_the_site_lead_somewhere_or_are_text()
    {
        using var blog = new InventedBlog { Settings = new SiteSettings { Title = "T", Address = "https://example.org/sub" } }
            .Post("/2015/12/x.html", "[a](/2015/12/y.html?m=1#cdeep) [b](/2015/12/gone.html) [c](/search/label/Night%20shift) [d](/2015_12_01_archive.html) [e](/index.html) [f](/2015/12/y.html#comments) [g](/2015/12/y.html#cgone)")
            .Post("/2015/12/y.html", "Text", "date: 2015-12-01", "labels: [\"Night shift\"]")
            .Thread("/2015/12/y.html", "deep 1 -|Text");

        var post = blog.Render("/2015/12/x.html");
        var hrefs = post.Body.Markup.Split("href=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]);
        Assert.Equal(
            ["/sub/2015/12/y.html#cdeep", "/sub/labels/night-shift.html", "/sub/2015/12/", "/sub/", "/sub/2015/12/y.html#comments", "/sub/2015/12/y.html"],
            hrefs);
        Assert.Equal(MarkdownFinding.NoSuchPath, post.Findings.Single().Finding.Reason);
    }

    [Fact]
    public void Headings_begin_below_the_title_whatever_level_their_writer_began_with()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "### Deep\n\nText")
            .Thread("/x.html", "a 1 -|## Also deep");

        var post = blog.Render("/x.html");
        Assert.StartsWith("<h2>", post.Body.Markup, StringComparison.Ordinal);
        Assert.StartsWith("<h4>", post.Comments[0].Body.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_thousand_comments_one_below_the_other_are_rendered()
    {
        using var blog = new InventedBlog().Post("/x.html", "Text").Thread("/x.html", 2000, i => i - 1);

        var post = blog.Render("/x.html");
        Assert.Equal(1999, post.Comments[^1].Depth);
        Assert.Equal("1.1999", post.Comments[^1].Fields.Number!.Value.ToString());
    }

    [Fact]
    public void Any_tree_comes_out_as_it_went_in()
    {
        var random = new Random(20151215);
        for (var round = 0; round < 20; round++)
        {
            var parents = new int[120];
            var open = new Stack<int>();
            for (var i = 0; i < parents.Length; i++)
            {
                for (var up = random.Next(0, 4); up > 0 && open.Count > 0; up--)
                {
                    open.Pop();
                }

                parents[i] = open.Count == 0 ? -1 : open.Peek();
                open.Push(i);
            }

            using var blog = new InventedBlog().Post("/x.html", "Text").Thread("/x.html", parents.Length, i => parents[i]);
            var post = blog.Render("/x.html");
            Assert.Equal(parents, post.Comments.Select(comment => comment.Parent is { } parent ? int.Parse(parent.Id.Value, CultureInfo.InvariantCulture) : -1));
            Assert.All(post.Comments, comment => Assert.All(comment.Replies, reply => Assert.Equal(comment.Fields, reply.Parent)));
        }
    }
}
