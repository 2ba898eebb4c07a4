using Blog.Import;
using Blog.Model;

namespace Blog.Tests.Import;

public class RealBloggerExportTests
{
    // The counts of data/exports/MANIFEST.md: posts (drafts included), pages, comments, replies, drafts, removed, labels, posts without address, posts without title.
    [SharedTheory]
    [InlineData("apraditya__blogger2md__complete.xml", 11, 0, 0, 0, 1, 0, 13, 1, 1)]
    [InlineData("cheshrkat__blogger-archive-converter__test-blog-with-simple-default-theme.xml", 9, 2, 6, 3, 2, 0, 3, 2, 1)]
    [InlineData("jeffhandley__jeffhandley.github.io__blogspot.xml", 92, 0, 112, 0, 0, 0, 0, 0, 0)]
    [InlineData("kowey__hakyll-convert__test__golden__data__blogger-000__input.xml", 3, 0, 1, 0, 1, 0, 0, 1, 1)]
    [InlineData("natefinch__blogimport__story-blogger-backup.xml", 7, 0, 0, 0, 1, 0, 15, 1, 0)]
    [InlineData("prayagverma__google-blog-converters-appengine__blogger-sample2.xml", 4, 0, 3, 0, 0, 0, 4, 0, 0)]
    [InlineData("getpelican__pelican__bloggerexport.xml", 2, 2, 1, 0, 2, 0, 2, 1, 0)] // by regular expression there: not namespace-well-formed
    public void A_real_export_gives_the_counts_of_its_manifest(
        string file, int posts, int pages, int comments, int replies, int drafts, int removed, int labels, int withoutAddress, int withoutTitle)
    {
        var reading = Reading.OfFile(SharedMaterial.File("data", "exports", "blogger-classic", file));

        Assert.Equal(posts, reading.Posts.Count);
        Assert.Equal(pages, reading.Pages.Count);
        Assert.Equal(comments, reading.Comments.Count);
        Assert.Equal(replies, reading.Comments.Count(comment => comment.ParentSourceId is not null));
        Assert.Equal(drafts, reading.Posts.Concat(reading.Pages).Count(post => post.Visibility == Visibility.Draft));
        Assert.Equal(removed, reading.Comments.Count(comment => comment.State != CommentState.Published));
        Assert.Equal(labels, reading.Posts.SelectMany(post => post.Labels).Distinct().Count());
        Assert.Equal(withoutAddress, reading.Posts.Count(post => post.Permalink is null));
        Assert.Equal(withoutTitle, reading.Posts.Count(post => post.Title is null));
        Assert.True(reading.Ledger.Balances);
        Assert.Equal(0, reading.Ledger.ExitCode);
        Assert.Empty(reading.Lost);
        Assert.Empty(reading.Ledger.Findings); // thr:total agrees everywhere
        Assert.All(reading.Posts, post => Assert.NotNull(post.Published));
        Assert.All(reading.Comments, comment => Assert.NotNull(comment.Published));
    }

    // Every fault is a cut: entries that end before it must be there, and what is missing must be said.
    [SharedFact]
    public void A_real_export_cut_anywhere_keeps_what_is_whole_and_says_what_is_lost()
    {
        var bytes = File.ReadAllBytes(SharedMaterial.File("data", "exports", "blogger-classic", "prayagverma__google-blog-converters-appengine__blogger-sample2.xml"));
        var ends = Ends(bytes);
        var random = new Random(20151215);
        for (var i = 0; i < 200; i++)
        {
            var cut = random.Next(bytes.Length);
            Reading reading;
            try
            {
                reading = Reading.OfBytes(bytes[..cut]);
            }
            catch (ImportException)
            {
                Assert.True(cut < ends[0], $"cut at {cut}: refused although whole entries stand before it");
                continue;
            }

            var whole = ends.Count(end => end <= cut);
            Assert.True(whole == reading.Entries.Count - 1 - reading.Lost.Count, $"cut at {cut}: {whole} whole entries, {reading.Entries.Count - 1 - reading.Lost.Count} read");
            Assert.NotEmpty(reading.Lost);
            Assert.True(reading.Ledger.Balances);
            Assert.Equal(1, reading.Ledger.ExitCode);
        }
    }

    private static List<int> Ends(byte[] bytes)
    {
        var ends = new List<int>();
        var at = 0;
        while (bytes.AsSpan(at).IndexOf("</entry>"u8) is >= 0 and var next)
        {
            at += next + "</entry>"u8.Length;
            ends.Add(at);
        }

        return ends;
    }
}
