using Blog.Site;

namespace Blog.Tests.Site;

public sealed class CommentFeedTests : IDisposable
{
    private readonly SampleSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Each_published_comment_is_an_entry_that_names_the_post_and_the_comment_it_answers()
    {
        _site.PutPost(
            "x",
            "title: T\ndate: 2015-12",
            "Text.",
            "--- comment\nid: a\nnumber: 1\nauthor: Brave Heron\ndate: 2015-12-15T10:04+00:00\nstate: published\n\nFirst.\n\n" +
            "--- comment\nid: b\nnumber: 1.1\nparent: a\ndate: 2016-01-02\nstate: published\n\nSee [1](#ca) <b>.\n\n" +
            "--- comment\nid: c\nnumber: 1.2\nparent: b\nauthor: \"[redacted: Officer A] & Co\"\nstate: published\n\nThird.\n\n" +
            "--- comment\nid: d\nnumber: 2\nauthor: Grey Wren\ndate: 2020-01-01\nstate: withheld\n\n\n" +
            "--- comment\nid: e\nnumber: 2.1\nparent: d\ndate: 2015-12\nstate: published\n\nFourth.\n\n");
        _site.Read();

        var file = new CommentFeed(_site.Index.Settings).Of(_site.Render("x"));
        var feed = AtomRules.Check(SampleSite.Text(file));

        Assert.Equal("x.comments.atom", file.Path);
        Assert.Equal("Comments on T", feed.Text("title"));
        Assert.Equal("tag:example.org,2026:comments/x", feed.Text("id"));
        Assert.Equal("2016-01-02T12:00:00Z", feed.Text("updated"));
        var entries = feed.Elements(AtomRules.Atom + "entry").ToList();
        Assert.Equal(["b", "a", "e", "c"], entries.Select(entry => entry.Text("id")?.Split('/')[^1]));
        Assert.DoesNotContain("Grey Wren", SampleSite.Text(file), StringComparison.Ordinal);

        Assert.Null(feed.Text("subtitle"));
        Assert.Equal([["tag:example.org,2026:comment/a", "tag:example.org,2026:post/x"], ["tag:example.org,2026:post/x"], ["tag:example.org,2026:comment/d", "tag:example.org,2026:post/x"], ["tag:example.org,2026:comment/b", "tag:example.org,2026:post/x"]],
            entries.Select(entry => entry.Elements(AtomRules.Thread + "in-reply-to").Select(reply => reply.Attribute("ref")?.Value ?? "").ToArray()));
        Assert.Equal("https://example.org/x.html#cd", entries[2].Element(AtomRules.Thread + "in-reply-to")?.Attribute("href")?.Value);
        Assert.Equal(["Comment 1.1 by Anonymous", "Comment 1 by Brave Heron", "Comment 2.1 by Anonymous", "Comment 1.2 by \"[Officer A] & Co\""], entries.Select(entry => entry.Text("title")));
        Assert.Equal(["2016-01-02T12:00:00Z", "2015-12-15T10:04:00Z", "2015-12-01T12:00:00Z", null], entries.Select(entry => entry.Text("published")));
        Assert.Equal("2015-12-01T12:00:00Z", entries[3].Text("updated"));
        Assert.Contains("href=\"https://example.org/x.html#ca\"", entries[0].Text("content"), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", entries[0].Text("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_thread_of_several_parts_each_entry_leads_to_its_own()
    {
        var comments = string.Concat(Enumerable.Range(1, 120).Select(i => $"--- comment\nid: t{i}\nstate: published\n\n{new string('x', 4000)}\n\n--- comment\nid: r{i}\nparent: t{i}\nstate: published\n\nReply.\n\n"));
        _site.PutPost("x", "date: 2015-12-15", "Text.", comments);
        _site.Read();

        var feed = AtomRules.Check(SampleSite.Text(new CommentFeed(_site.Index.Settings).Of(_site.Render("x"))));

        var entries = feed.Elements(AtomRules.Atom + "entry").ToList();
        Assert.Equal(50, entries.Count);
        Assert.Equal("https://example.org/x.p3.html#cr120", entries[0].Elements(AtomRules.Atom + "link").Single().Attribute("href")?.Value);
        Assert.Equal("https://example.org/x.p3.html#ct120", entries[0].Element(AtomRules.Thread + "in-reply-to")?.Attribute("href")?.Value);
    }

    [Fact]
    public void A_feed_has_the_newest_comments_says_so_and_answers_to_older_ones_lead_to_the_page()
    {
        using var site = new SampleSite(more: "pageSizes: {comments: 2}\n");
        site.PutPost(
            "x",
            "date: 2015-12",
            "Text.",
            "--- comment\nid: old\ndate: 2015-12-15\nstate: published\n\nFirst.\n\n" +
            "--- comment\nid: late\nparent: old\ndate: 2016-01-02\nstate: published\n\nAn answer of a year after.\n\n" +
            "--- comment\nid: c\ndate: 2015-12-16\nstate: published\n\nOn one day.\n\n" +
            "--- comment\nid: d\ndate: 2015-12-16\nstate: published\n\nOn one day too.\n\n");
        site.Read();

        var feed = AtomRules.Check(SampleSite.Text(new CommentFeed(site.Index.Settings).Of(site.Render("x"))));

        var entries = feed.Elements(AtomRules.Atom + "entry").ToList();
        Assert.Equal(["late", "d"], entries.Select(entry => entry.Text("id")?.Split('/')[^1]));
        Assert.Equal("https://example.org/x.html#cold", entries[0].Element(AtomRules.Thread + "in-reply-to")?.Attribute("href")?.Value);
        Assert.Contains("all of them stand on the page", feed.Text("subtitle"), StringComparison.Ordinal);
        var posts = new AtomFeed(site.Index);
        posts.Add(site.Render("x"));
        var replies = AtomRules.Check(SampleSite.Text(posts.ToFile())).Descendants(AtomRules.Atom + "link").Single(link => link.Attribute("rel")?.Value == "replies");
        Assert.Equal("2", replies.Attribute(AtomRules.Thread + "count")?.Value); // what the feed holds (RFC 4685, 4)
    }

    [Fact]
    public void A_post_has_a_comment_feed_where_its_page_links_to_one()
    {
        _site.PutPost("none", "date: 2015-12-15", "Text.");
        _site.PutPost("removed", "date: 2015-12-15", "Text.", "--- comment\nid: a\nstate: missing\n\n\n");
        _site.Read();

        Assert.False(CommentFeed.Exists(_site.Render("none")));
        Assert.True(CommentFeed.Exists(_site.Render("removed")));
        Assert.Empty(AtomRules.Check(SampleSite.Text(new CommentFeed(_site.Index.Settings).Of(_site.Render("removed")))).Elements(AtomRules.Atom + "entry"));
    }
}
