using Blog.Content;
using Blog.Model;

namespace Blog.Tests.Content;

public sealed class SiteIndexReaderTests
{
    [Fact]
    public void Posts_come_newest_first_and_undated_ones_last()
    {
        using var blog = new InventedBlog()
            .Post("/2015/12/b.html", "Text", "date: 2015-12-01")
            .Post("/2015/12/a.html", "Text", "date: 2015-12-01")
            .Post("/2015/12/late.html", "Text", "date: 2015-12-15T10:04+00:00")
            .Post("/2014/01/none.html", "Text");

        Assert.Equal(["late", "a", "b", "none"], blog.Index().Posts.Select(post => post.FrontMatter.Id.Value));
    }

    [Fact]
    public void What_must_not_stand_yet_or_any_more_is_left_out_with_its_reason()
    {
        using var blog = new InventedBlog { AsOf = new DateOnly(2020, 6, 15) }
            .Post("/1/draft.html", "Text", "draft: true")
            .Post("/1/today.html", "Text", "date: 2020-06-15T23:59+01:00")
            .Post("/1/tomorrow.html", "Text", "date: 2020-06-16")
            .Post("/1/this-month.html", "Text", "date: 2020-06", "until: 2020-06-15")
            .Post("/1/ended.html", "Text", "until: 2020-06-14")
            .Page("old", "Text", "until: 2020-05-31");

        var index = blog.Index();
        Assert.Equal(["today", "this-month"], index.Posts.Select(post => post.FrontMatter.Id.Value));
        Assert.Equal(
            [("pages/old.md", LeftOutReason.Expired), ("posts/1/draft.md", LeftOutReason.Draft), ("posts/1/ended.md", LeftOutReason.Expired), ("posts/1/tomorrow.md", LeftOutReason.Scheduled)],
            index.LeftOut.Select(post => (post.File.Path, post.Reason)));
    }

    [Fact]
    public void A_guest_post_stands_while_its_writer_agrees()
    {
        var consent = new Consent(new string('a', 64), "whole", PublicDate.Day(2020, 1, 31));
        var guest = new PostFrontMatter { Id = PostId.Parse("g"), Url = "/g.html", Provenance = Provenance.Guest, Consent = consent };

        Assert.Null(PublicationRule.LeftOut(guest, new DateOnly(2020, 1, 31)));
        Assert.Equal(LeftOutReason.ConsentEnded, PublicationRule.LeftOut(guest, new DateOnly(2020, 2, 1)));
        Assert.Equal(LeftOutReason.NoConsent, PublicationRule.LeftOut(guest with { Consent = null }, new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void A_thread_is_summed_up_without_its_texts()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "One two three.")
            .Thread("/x.html", "1 1 -;date: 2015-12-15|Text", "2 1.1 1;state: withheld|", "3 2 -;date: 2015-12-14|Text");

        var post = blog.Index().Posts.Single();
        Assert.Equal(new ThreadSummary(2, 1, 2, 1, PublicDate.Day(2015, 12, 15)), post.Thread with { Dates = ThreadSummary.None.Dates });
        Assert.Equal(3, post.Words);
    }

    [Fact]
    public void The_editors_summary_goes_before_the_opening_words()
    {
        using var blog = new InventedBlog()
            .Post("/a.html", "Long text.", "summary: Short.")
            .Post("/b.html", "Seen in [redacted: town]. " + new string('x', 5000));

        var index = blog.Index();
        Assert.Equal(["Short.", "Seen in [redacted: town].…"], index.Posts.Select(post => post.Excerpt));
    }

    [Fact]
    public void Labels_that_meet_in_one_address_are_told_apart_for_good()
    {
        using var blog = new InventedBlog()
            .Post("/a.html", "x", "labels: [\"Pay\", \"pay\", \"PAY!\", \"Índex\", \"警察\", \"[redacted: town] office\", \"Night shift\"]");

        var urls = blog.Index().Labels.ToDictionary(label => label.Key, label => label.Url);
        Assert.Equal("/labels/pay.html", urls["pay"]);
        Assert.Equal("/labels/night-shift.html", urls["Night shift"]);
        Assert.Matches("^/labels/pay-[0-9a-f]{8}\\.html$", urls["Pay"]);
        Assert.Matches("^/labels/pay-[0-9a-f]{8}\\.html$", urls["PAY!"]);
        Assert.Matches("^/labels/index-[0-9a-f]{8}\\.html$", urls["Índex"]);
        Assert.Matches("^/labels/post-[0-9a-f]{8}\\.html$", urls["警察"]);
        Assert.Matches("^/labels/topic-[0-9a-f]{8}\\.html$", urls["[redacted: town] office"]);
        Assert.Equal(urls.Count, urls.Values.Distinct().Count());
    }

    [Fact]
    public void Years_and_months_are_those_of_the_dates_as_published()
    {
        using var blog = new InventedBlog()
            .Post("/a.html", "x", "date: 2015-12-31T23:30-03:00")
            .Post("/b.html", "x", "date: 2015-03")
            .Post("/c.html", "x");

        var index = blog.Index();
        Assert.Equal(["/2015/"], index.Years.Select(year => year.Url));
        Assert.Equal([("2015-12", "December 2015", "/2015/12/"), ("2015-03", "March 2015", "/2015/03/")], index.Months.Select(month => (month.Key, month.Name, month.Url)));
    }

    [Fact]
    public void The_index_does_not_depend_on_how_many_read()
    {
        using var blog = new InventedBlog();
        for (var i = 0; i < 40; i++)
        {
            blog.Post($"/2015/{1 + (i % 12):00}/p{i}.html", $"Text {i}", $"date: 2015-{1 + (i % 12):00}", $"labels: [\"l{i % 5}\"]");
        }

        var one = blog.Index(1);
        var many = blog.Index(8);
        Assert.Equal(one.Posts.Select(post => post.FrontMatter.Id), many.Posts.Select(post => post.FrontMatter.Id));
        Assert.Equal(one.Labels.Select(label => (label.Url, label.Posts.Count)), many.Labels.Select(label => (label.Url, label.Posts.Count)));
    }
}
