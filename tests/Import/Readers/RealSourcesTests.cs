using Blog.Import;
using Blog.Import.Readers;
using Blog.Model;

namespace Blog.Tests.Import.Readers;

/// <summary>Every real file: the counts of its manifest, and a balanced account.</summary>
public class RealSourcesTests
{
    [SharedFact]
    public void Takeout_shows_what_is_live_and_keeps_the_rest()
    {
        var jobs = Importers.Open(Exports("blogger-takeout"), Sources.London);
        Assert.Equal(2, jobs.Jobs.Count);
        Assert.Empty(jobs.Refused);
        Assert.Contains(jobs.PassedOver, file => file.EndsWith("Comments/Heisencoder/feed.atom", StringComparison.Ordinal));

        var blog = Sources.Read(jobs.Jobs[0]);
        Assert.Equal(SourceKind.BloggerTakeout, blog.Kind);
        Assert.Equal(33, blog.Posts.Count(post => post.Visibility == Visibility.Public));
        Assert.Equal(7, blog.Posts.Count(post => post.Visibility == Visibility.Draft));
        Assert.Equal(284, blog.PublicComments);
        Assert.Equal(20, blog.Comments.Count(comment => comment.Visibility == Visibility.Spam));
        Assert.Equal(2, blog.Comments.Count(comment => comment.State != CommentState.Published));
        Assert.Equal(1, blog.Comments.Count(comment => comment.ParentSourceId is not null));
        Assert.Equal(13, blog.Posts.SelectMany(post => post.Labels).Distinct().Count());
        Assert.Equal(34, blog.Posts.Count(post => post.Permalink is not null));
        Assert.Empty(blog.Lost);
        Assert.Equal(0, blog.Ledger.ExitCode);
        Assert.NotNull(blog.Source.Address);

        var other = Sources.Read(jobs.Jobs[1]);
        Assert.Equal((4, 1), (other.Posts.Count, other.PublicComments));
        Assert.Equal(5, other.Comments.Count(comment => comment.Visibility == Visibility.Pending));
        Assert.True(other.Ledger.Balances);
    }

    [SharedFact]
    public void The_comments_of_an_account_are_no_archive()
    {
        var path = Exports("blogger-takeout", "Takeout", "Blogger", "Comments", "Heisencoder", "feed.atom");
        var error = Assert.Throws<ImportException>(() => Importers.Open(path, Sources.London));
        Assert.Equal(SourceDetector.Explain(SourceKind.TakeoutComments, path), error.Message);
        Assert.Contains("Blogs/NAME/feed.atom", error.Message, StringComparison.Ordinal);
    }

    // posts, pages, comments, replies, public comments, public posts and pages, skipped, lost
    [SharedTheory]
    [InlineData("WPTT__theme-unit-test__themeunittestdata.wordpress.xml", 51, 21, 32, 10, 25, 69, 108, 0)]
    [InlineData("getpelican__pelican__wordpressexport.xml", 11, 5, 4, 2, 3, 9, 4, 0)]
    [InlineData("isso-comments__isso__wordpress.xml", 1, 0, 8, 3, 8, 1, 1, 0)]
    [InlineData("WordPress__wordpress-importer__cdata-edge.xml", 1, 0, 0, 0, 0, 1, 0, 0)]
    [InlineData("WordPress__wordpress-importer__crazy-cdata.xml", 1, 0, 0, 0, 0, 1, 0, 0)]
    [InlineData("WordPress__wordpress-importer__missing-tags.xml", 1, 0, 0, 0, 0, 1, 0, 0)]
    [InlineData("WordPress__wordpress-importer__multiple-cdata.xml", 1, 0, 0, 0, 0, 1, 0, 0)]
    [InlineData("WordPress__wordpress-importer__namespace-edge-cases.xml", 5, 0, 0, 0, 0, 5, 1, 1)]
    [InlineData("WordPress__wordpress-importer__wxr-utf-8-challenges.xml", 1, 0, 0, 0, 0, 1, 0, 0)]
    [InlineData("WordPress__wordpress-importer__malformed-simple.xml", 0, 0, 0, 0, 0, 0, 1, 1)]
    public void WordPress(string file, int posts, int pages, int comments, int replies, int publicComments, int publicPosts, int skipped, int lost)
    {
        var wordpress = Sources.Of(Exports("wxr", file));

        Assert.Equal(SourceKind.WordPress, wordpress.Kind);
        Assert.Equal((posts, pages), (wordpress.Posts.Count, wordpress.Pages.Count));
        Assert.Equal((comments, replies, publicComments), (wordpress.Comments.Count, wordpress.Comments.Count(comment => comment.ParentSourceId is not null), wordpress.PublicComments));
        Assert.Equal(publicPosts, wordpress.Posts.Concat(wordpress.Pages).Count(post => post.Visibility == Visibility.Public));
        Assert.Equal((skipped, lost), (wordpress.Skipped.Count, wordpress.Lost.Count));
        Assert.True(wordpress.Ledger.Balances);
        Assert.Equal(lost > 0, wordpress.Ledger.ExitCode == 1);
    }

    [SharedFact]
    public void A_WordPress_export_without_an_item_is_named()
    {
        var wordpress = Sources.Of(Exports("wxr", "WordPress__wordpress-importer__malformed.xml"));
        Assert.Empty(wordpress.Posts);
        Assert.Equal(1, wordpress.Ledger.ExitCode);
        Assert.True(wordpress.Ledger.Balances);
    }

    // pages with comments, comments, replies, public, passed over, lost (a tag with an unquoted value)
    [SharedTheory]
    [InlineData("isso-comments__isso__disqus.xml", 2, 6, 2, 5, 1, 0)]
    [InlineData("umputun__remark42__disqus.xml", 2, 5, 0, 4, 0, 1)]
    [InlineData("umputun__remark42__disqus-deleted-post.xml", 2, 5, 0, 3, 0, 1)]
    public void Disqus(string file, int threads, int comments, int replies, int shown, int passedOver, int lost)
    {
        var disqus = Sources.Of(Exports("disqus", file));

        Assert.Equal(SourceKind.Disqus, disqus.Kind);
        Assert.Equal((threads, comments, replies), (disqus.Threads.Count, disqus.Comments.Count, disqus.Comments.Count(comment => comment.ParentSourceId is not null)));
        Assert.Equal((shown, passedOver, lost), (disqus.PublicComments, disqus.Skipped.Count - disqus.Lost.Count, disqus.Lost.Count));
        Assert.True(disqus.Ledger.Balances);
    }

    [SharedFact]
    public void Movable_Type_with_a_mixed_encoding()
    {
        var text = Sources.Of(Exports("mt", "prayagverma__google-blog-converters-appengine__movabletype-sample.txt"));

        Assert.Equal(SourceKind.MovableType, text.Kind);
        Assert.Equal(451, text.Posts.Count);
        Assert.Equal(157, text.Posts.Count(post => post.Visibility == Visibility.Draft));
        Assert.Empty(text.Comments);
        Assert.Contains(text.Ledger.Repairs, repair => repair.Reason.Contains("Windows-1252", StringComparison.Ordinal));
        Assert.Equal(0, text.Ledger.ExitCode);
        Assert.Equal(451, text.Posts.Select(post => post.SourceId).Distinct().Count());
    }

    // comments, of them replies, dated, flat
    [SharedTheory]
    [InlineData("adbar__trafilatura__abookshelffullofsunshine.blogspot.com.interview.html", 2, 1, 2, 0)]
    [InlineData("adbar__trafilatura__derpapierplanet.de.juni.html", 13, 9, 13, 0)]
    [InlineData("mikeaustin__www.mike-austin.com__check-out-irate-radio.html", 7, 0, 6, 7)]
    [InlineData("mozilla__readability__test__test-pages__blogger__source.html", 0, 0, 0, 0)]
    public void A_saved_page_of_each_generation(string file, int comments, int replies, int dated, int flat)
    {
        var page = Sources.Of(Exports("blogger-html", file));

        Assert.Equal(SourceKind.BloggerPage, page.Kind);
        var post = Assert.Single(page.Posts);
        Assert.NotNull(post.Title);
        Assert.NotNull(post.Published);
        Assert.NotNull(post.Permalink);
        Assert.NotEmpty(post.Body.Markdown);
        Assert.Equal((comments, replies), (page.Comments.Count, page.Comments.Count(comment => comment.ParentSourceId is not null)));
        Assert.Equal(dated, page.Comments.Count(comment => comment.Published is not null));
        Assert.Equal(flat, page.Comments.Count(comment => comment.Flags.Contains(EntryFlags.Flat)));
        Assert.All(page.Comments, comment => Assert.NotEmpty(comment.Body.Markdown));
        Assert.All(page.Comments, comment => Assert.NotNull(comment.Author?.Name));
        Assert.Equal(0, page.Ledger.ExitCode);
    }

    [SharedFact]
    public void A_flat_list_of_2007_with_its_times()
    {
        var page = Sources.Of(Exports("blogger-html", "EXCERPT__legacy-dl-comments-block__flesler.html"));

        // A piece of a page: its comments do not say which post they are of.
        Assert.Equal(4, page.Lost.Count);
        Assert.True(page.Ledger.Balances);
        Assert.Equal(1, page.Ledger.ExitCode);
    }

    private static string Exports(params string[] parts) => SharedMaterial.File(["data", "exports", .. parts]);
}
