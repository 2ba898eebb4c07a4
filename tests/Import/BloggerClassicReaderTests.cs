using System.Text;
using Blog.Import;
using Blog.Import.Blogger;
using Blog.Model;

namespace Blog.Tests.Import;

public class BloggerClassicReaderTests
{
    private static readonly Reading Threads = Reading.OfCase("blogger-threads.xml");
    private static readonly Reading PostsCase = Reading.OfCase("blogger-posts.xml");

    [Fact]
    public void The_source_comes_first_and_names_the_blog()
    {
        var source = Assert.IsType<ImportedSource>(Threads.Entries[0]);
        Assert.Equal(("blogger-classic", "77", "Ferry & Quay Notes", "http://ferry-notes.example/"), (source.Format, source.Key, source.Title, source.Address));
    }

    [Fact]
    public void A_reply_finds_its_parent_in_the_related_link_wherever_both_stand()
    {
        Assert.Equal("601", Comment(Threads, "9007199254740993123").ParentSourceId);
        Assert.Null(Comment(Threads, "601").ParentSourceId);
        Assert.All(Threads.Comments.Where(comment => comment.SourceId != "607"), comment => Assert.Equal("500", comment.PostSourceId));
    }

    [Fact]
    public void A_related_link_of_a_post_is_the_old_link_field_and_no_parent()
    {
        var post = Assert.Single(Threads.Posts);
        Assert.Equal(("500", "\"On the water\"", "/2015/12/guest-blog-47.html"), (post.SourceId, post.Title!["Guest Blog 47: ".Length..], post.Permalink));
        Assert.Equal(new SeriesPlace("Guest Blog", 47), post.Series);
    }

    [Theory]
    [InlineData("601", CommentState.Published)]
    [InlineData("602", CommentState.RemovedByAuthor)]
    [InlineData("603", CommentState.RemovedByAdmin)] // in French
    [InlineData("604", CommentState.RemovedByAdmin)] // an export older than the mark
    [InlineData("605", CommentState.Published)] // somebody quotes the sentence
    [InlineData("606", CommentState.RemovedByAdmin)] // does not say by whom
    public void A_removed_comment_is_told_by_its_mark_or_its_whole_shape(string id, CommentState state)
    {
        var comment = Comment(Threads, id);
        Assert.Equal(state, comment.State);
        Assert.Equal(state == CommentState.Published, comment.Body.Markdown.Length > 0);
        Assert.Equal(state == CommentState.Published, comment.Body.Original.Markup.Length > 0);
        Assert.Equal(id == "606", comment.Flags.Contains(BloggerFlags.RemoverUnknown));
    }

    [Fact]
    public void A_time_is_when_it_was_published_with_the_offset_of_the_source()
    {
        Assert.Equal(new DateTimeOffset(2016, 1, 3, 23, 59, 59, 123, TimeSpan.Zero), Comment(Threads, "601").Published!.Value);
        var old = Post(PostsCase, "114452874506308693").Published!;
        Assert.Equal((new DateTimeOffset(2006, 4, 8, 13, 39, 0, TimeSpan.FromHours(-7)), DatePrecision.Minute), (old.Value, old.Precision));
        Assert.Equal(TimeSpan.FromHours(-7), old.Value.Offset);
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(PostsCase.Pages, page => page.SourceId == "5").Published!.Value.Offset);
    }

    [Fact]
    public void The_writer_is_taken_with_key_and_profile_and_without_Bloggers_own_address()
    {
        var anonymous = Comment(Threads, "9007199254740993123").Author!;
        Assert.Equal(("Anonymous", "pid-11", null, null, "//img1.example/blank.gif"), (anonymous.Name, anonymous.Key, anonymous.ProfileUrl, anonymous.Email, anonymous.AvatarUrl));
        var named = Comment(Threads, "601").Author!;
        Assert.Equal(("Quay Reader", null, "https://www.blogger.com/profile/11", "reader@quay.example"), (named.Name, named.Key, named.ProfileUrl, named.Email));
    }

    [Fact]
    public void Settings_and_template_are_skipped_and_a_comment_without_any_post_is_lost()
    {
        Assert.Equal(
            ["layout: template", "settings.BLOG_NAME: blog setting", "608: unreadable: the comment does not say to which post it belongs"],
            Threads.Skipped.Select(skipped => $"{skipped.SourceId}: {skipped.Reason}"));
        Assert.Equal(["608"], Threads.Lost.Select(skipped => skipped.SourceId));
        Assert.Equal(1, Threads.Ledger.ExitCode);
        Assert.True(Threads.Ledger.Balances);
    }

    [Fact]
    public void A_comment_on_a_post_that_is_not_there_is_kept_and_a_stated_number_that_is_wrong_is_found()
    {
        Assert.Equal("999", Comment(Threads, "607").PostSourceId);
        Assert.Equal(
            ["Post 500 says it has 8 comments, 7 are in the source.", "1 comments belong to post 999, which is not in the source."],
            Threads.Ledger.Findings);
    }

    [Fact]
    public void Drafts_and_what_was_timed_for_later_are_not_public()
    {
        Assert.Equal(
            ["1 Draft /2016/03/a-draft.html", "2 Draft ", "3 Scheduled /2016/06/timed-for-later.html", "114452874506308693 Public /2006/04/old-tides.html", "5 Public /p/about.html", "6 Public "],
            PostsCase.Entries.OfType<ImportedPost>().Select(post => $"{post.SourceId} {post.Visibility} {post.Permalink}"));
    }

    [Fact]
    public void Labels_are_plain_text_without_repeats_and_no_forged_mark()
    {
        Assert.Equal(["Tides & weather", "\\[redacted]"], Post(PostsCase, "114452874506308693").Labels);
        Assert.Equal("Old tides", Post(PostsCase, "114452874506308693").Title);
        Assert.Equal(3, Post(PostsCase, "114452874506308693").StatedComments);
        Assert.Null(Assert.Single(PostsCase.Pages, page => page.SourceId == "2").Title);
    }

    [Fact]
    public void What_cannot_be_used_is_flagged_and_nothing_is_fetched()
    {
        var post = Post(PostsCase, "6");
        Assert.Equal("Nowhere <to> be seen", post.Title);
        Assert.Null(post.Published);
        Assert.Equal([BloggerFlags.NoDate, BloggerFlags.NoPermalink, BloggerFlags.TextElsewhere], post.Flags);
    }

    [Fact]
    public void Prefixes_that_nobody_declared_are_understood_and_counted()
    {
        var reading = Reading.OfCase("blogger-undeclared-prefixes.xml");

        Assert.Equal(Visibility.Draft, Assert.Single(reading.Posts).Visibility);
        Assert.Equal(CommentState.RemovedByAdmin, Assert.Single(reading.Comments).State);
        Assert.Equal(["junk before the document dropped", "undeclared prefix"], reading.Ledger.Repairs.Select(repair => repair.Reason));
        Assert.Equal(0, reading.Ledger.ExitCode);
    }

    [Fact]
    public void Two_entries_under_one_id_are_both_kept()
    {
        var reading = Reading.OfEntries(Reading.Post("1") + Reading.Comment("2", "1", content: "one") + Reading.Comment("2", "1", content: "two") + Reading.Comment("2", "1", content: "three"));

        Assert.Equal(["2 one", "2-2 two", "2-3 three"], reading.Comments.Select(comment => $"{comment.SourceId} {comment.Body.Markdown}"));
        Assert.Equal(2, reading.Comments.Count(comment => comment.Flags.Contains(BloggerFlags.RepeatedId)));
    }

    [Theory]
    [InlineData("<b>")] // not closed
    [InlineData("</b>")]
    [InlineData("<link rel='x")] // a quote that is never closed
    [InlineData("<a><entry></a>")] // begins again
    public void A_broken_entry_is_lost_alone(string damage)
    {
        var reading = Reading.OfEntries(Reading.Post("1") + Reading.Comment("2", "1", damage) + Reading.Comment("3", "1"));

        Assert.Equal(["3"], reading.Comments.Select(comment => comment.SourceId));
        Assert.StartsWith("2 (line 1, column ", Assert.Single(reading.Lost, lost => lost.SourceId.StartsWith("2 ", StringComparison.Ordinal)).SourceId, StringComparison.Ordinal);
        Assert.Equal(1, reading.Ledger.ExitCode);
        Assert.True(reading.Ledger.Balances);
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<?x")]
    public void A_section_that_never_ends_does_not_swallow_the_entries_after_it(string opening)
    {
        var reading = Reading.OfEntries(Reading.Post("1", opening) + Reading.Comment("2", "1") + Reading.Comment("3", "1", content: "a " + opening));

        Assert.Equal(["2", "3"], reading.Comments.Select(comment => comment.SourceId));
        Assert.Contains(reading.Ledger.Repairs, repair => repair.Reason == "section without its end read as text");
        Assert.True(reading.Ledger.Balances);
    }

    [Fact]
    public void Markup_in_the_markup_of_the_feed_is_mended()
    {
        var reading = Reading.OfEntries(Reading.Post("1") + Reading.Comment("2", "1", "<x y='a < b & c'/>", "fish & chips&nbsp;&hellip; 3 < 4, a]]>b &#x110000; &#5;"));

        Assert.Equal("fish & chips\u00A0\u2026 3 < 4, a]]>b \uFFFD ", Assert.Single(reading.Comments).Body.Original.Markup);
        Assert.Equal(
            ["HTML entity outside HTML resolved 2", "]]> in text escaped 1", "bare & escaped 2", "bare < escaped 2", "reference to a control character removed 1", "reference to no character replaced 1"],
            reading.Ledger.Repairs.Select(repair => $"{repair.Reason} {repair.Count}"));
    }

    [Fact]
    public void Unescaped_markup_of_a_text_is_kept_as_markup()
    {
        var xhtml = Reading.OfEntries(
            $"<entry><id>tag:blogger.com,1999:blog-77.post-1</id><published>2015-12-15</published>{Reading.Kind("post")}<content type='xhtml'><div>1 &lt; 2 <b>bold</b></div></content></entry>");

        Assert.Equal("<div xmlns=\"http://www.w3.org/2005/Atom\">1 &lt; 2 <b>bold</b></div>", Assert.Single(xhtml.Posts).Body.Original.Markup);
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16", "unicodeFFFE")]
    [InlineData("iso-8859-1", "iso-8859-1")]
    [InlineData("ISO-8859-15", "iso-8859-15")]
    [InlineData("utf-16", "utf-8")] // converted once, and the declaration left as it was
    public void Declared_encodings_are_read(string declared, string actual)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(actual) ?? Encoding.GetEncoding(actual);
        var text = Reading.Feed(Reading.Post("1") + Reading.Comment("2", "1", content: "caf\u00E9")).Replace("UTF-8", declared, StringComparison.Ordinal);

        var reading = Reading.OfBytes([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Equal("caf\u00E9", Assert.Single(reading.Comments).Body.Original.Markup);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_read_as_Windows_1252_and_counted_by_runs()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Reading.Feed(Reading.Post("1") + Reading.Comment("2", "1", content: "it?s caf??, \u20AC and ######")))];
        Replace(bytes, "it?s"u8, [(byte)'i', (byte)'t', 0x92, (byte)'s']);
        Replace(bytes, "caf??"u8, [(byte)'c', (byte)'a', (byte)'f', 0xE9, 0x94]);
        Replace(bytes, "######"u8, [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]); // U+1F600 as two halves (CESU-8)

        var reading = Reading.OfBytes(bytes);

        Assert.Equal("it\u2019s caf\u00E9\u201D, \u20AC and \U0001F600", Assert.Single(reading.Comments).Body.Original.Markup);
        Assert.Equal(["bytes that are no UTF-8 read as Windows-1252 2", "surrogates written as bytes 1"], reading.Ledger.Repairs.Select(repair => $"{repair.Reason} {repair.Count}"));
    }

    [Fact]
    public void Text_on_the_borders_of_the_readers_blocks_comes_out_whole()
    {
        var random = new Random(11);
        var text = new StringBuilder();
        while (text.Length < 300_000)
        {
            text.Append(random.Next(6) switch { 0 => "&lt;br /&gt;", 1 => "\u20AC", 2 => "\U0001F600", 3 => "&amp;amp;", 4 => "\r\n", _ => "plain" });
        }

        var source = text.ToString();
        var reading = Reading.OfEntries(Reading.Post("1") + Reading.Comment("2", "1", content: source));

        var expected = source.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        Assert.Equal(expected, Assert.Single(reading.Comments).Body.Original.Markup);
        Assert.Empty(reading.Ledger.Repairs);
    }

    [Fact]
    public void The_same_bytes_in_any_portions_give_the_same_entries()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Import", "Cases", "blogger-threads.xml"));
        using var drip = new DripStream(bytes);
        var entries = new BloggerClassicReader().Read(drip, "export.xml", new SourceTally()).ToList();

        Assert.Equal(Threads.Entries.Count, entries.Count);
        Assert.Equal(Threads.Comments.Select(comment => comment.Body.Markdown), entries.OfType<ImportedComment>().Select(comment => comment.Body.Markdown));
    }

    [Fact]
    public void Titles_and_names_whose_encoding_was_lost_are_mended_and_counted()
    {
        var reading = Reading.OfEntries(Reading.Post("1").Replace("Crossing 1", "Caf\u00C3\u00A9 at the quay", StringComparison.Ordinal));

        Assert.Equal("Caf\u00E9 at the quay", Assert.Single(reading.Posts).Title);
        Assert.Equal(new KeyValuePair<string, long>("mojibake repaired", 1), Assert.Single(reading.Ledger.TextChanges));
    }

    [Fact]
    public void The_public_feed_of_a_blog_is_no_export()
    {
        var feed = "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-77</id><entry><id>tag:blogger.com,1999:blog-77.post-1</id><content type='html'>x</content></entry></feed>";

        Assert.Contains("public feed", Assert.Throws<ImportException>(() => Reading.OfText(feed)).Message, StringComparison.Ordinal);
    }

    private static ImportedComment Comment(Reading reading, string id) => Assert.Single(reading.Comments, comment => comment.SourceId == id);

    private static ImportedPost Post(Reading reading, string id) => Assert.Single(reading.Posts, post => post.SourceId == id);

    private static void Replace(byte[] bytes, ReadOnlySpan<byte> mark, ReadOnlySpan<byte> by) => by.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(mark)));

    /// <summary>Gives one byte a read, as a slow disk or pipe may.</summary>
    private sealed class DripStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
