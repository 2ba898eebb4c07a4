using System.Globalization;
using System.Text;
using Blog.Import;
using Blog.Import.Captures;
using Blog.Model;
using NodaTime;

namespace Blog.Tests.Import.Captures;

/// <summary>Invented pages, one rule each: how posts, comments and times are found.</summary>
public sealed class CaptureReaderTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private const string Head = "Tuesday, 15 December 2015\n\nNotes From the Quay\n\nThe lamps are out.\n\n\n";

    [Fact]
    public void The_source_comes_first_and_its_key_is_the_name_without_folder_and_extension()
    {
        foreach (var name in (string[])["page one.txt", "/some/where/page one.txt", @"C:\pages\page one.txt"])
        {
            var source = Assert.IsType<ImportedSource>(CaptureReader.Read(new StringReader(Head), name, London).First());
            Assert.Equal("capture", source.Format);
            Assert.Equal("page one", source.Key);
        }
    }

    [Theory]
    [InlineData("Tuesday, 15 December 2015", "2015-12-15")]
    [InlineData("Tuesday 24 May 2022", "2022-05-24")]
    [InlineData("Tuesday\u00A024\u00A0May 2022", "2022-05-24")]
    [InlineData("Sunday, 3 September 2017", "2017-09-03")]
    [InlineData("Monday, 29 February 2016", "2016-02-29")]
    public void A_date_with_its_right_weekday_opens_a_post(string line, string day)
    {
        var post = Assert.Single(Posts($"{line}\n\nA Title\n\nText.\n"));
        Assert.Equal(day, post.Published!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(DatePrecision.Day, post.Published.Precision);
        Assert.Equal("A Title", post.Title);
        Assert.Equal("Text.", post.Body.Markdown);
        Assert.Empty(post.Flags);
    }

    [Theory]
    [InlineData("Wednesday, 15 December 2015", true)]
    [InlineData("Monday, 29 February 2015", true)]
    [InlineData("Monday, 31 June 2015", true)]
    [InlineData("Tuesday, 15 December 15", false)]
    [InlineData("Tuesday, December 15 2015", false)]
    [InlineData("On Tuesday, 15 December 2015", false)]
    [InlineData("Tuesday, 15 December 2015.", false)]
    [InlineData("15 December 2015", false)]
    public void Any_other_line_about_a_day_is_text(string line, bool flagged)
    {
        var post = Assert.Single(Posts($"Tuesday 24 May 2022\n\nA Title\n\nText.\n\n{line}\n\nMore text.\n"));
        Assert.Contains("More text.", post.Body.Markdown, StringComparison.Ordinal);
        Assert.Equal(flagged, post.Flags.Contains(CaptureFlags.WrongWeekday));
    }

    [Fact]
    public void A_date_within_a_paragraph_or_indented_is_text()
    {
        Assert.Single(Posts("Tuesday 24 May 2022\n\nA Title\n\nDear all,\nMonday 23 May 2022\n\nText.\n"));
        Assert.Single(Posts("Tuesday 24 May 2022\n\nA Title\n\nText.\n\n    Monday 23 May 2022\n\nText.\n"));
    }

    [Fact]
    public void A_later_date_under_an_earlier_one_is_flagged()
    {
        var posts = Posts("Tuesday 24 May 2022\n\nA\n\nText.\n\nMonday 23 May 2022\n\nB\n\nText.\n\nThursday 26 May 2022\n\nC\n\nText.\n");
        Assert.Equal(["1", "2", "3"], posts.Select(p => p.SourceId));
        Assert.Equal([false, false, true], posts.Select(p => p.Flags.Contains(CaptureFlags.DateOutOfOrder)));
    }

    [Fact]
    public void A_post_without_title_says_so()
    {
        var post = Assert.Single(Posts("Tuesday 24 May 2022\n\n" + new string('x', 300) + "\n\nMore.\n"));
        Assert.Null(post.Title);
        Assert.Equal([CaptureFlags.TitleLost], post.Flags);
    }

    [Fact]
    public void Text_before_the_first_date_is_a_post_without_heading()
    {
        var posts = Posts("The end of something.\n\n" + Head);
        Assert.Equal(2, posts.Count);
        Assert.Null(posts[0].Published);
        Assert.Equal([CaptureFlags.HeadingLost], posts[0].Flags);
    }

    [Theory]
    [InlineData("Thank you for reading.", "This is a blog about lamps.", true)]
    [InlineData("Do follow me on twitter", "I was asked to write a piece on lamps.", true)]
    [InlineData("Kind regards,", "In this post I look at lamps.", true)]
    [InlineData("Kind regards,", "Hi Jo,", false)]
    [InlineData("Thank you for reading.", "The lamps are out.", false)]
    [InlineData("The lamps are out.", "This is a blog about lamps.", false)]
    public void A_lost_heading_needs_a_goodbye_and_a_presentation(string before, string after, bool splits)
    {
        var page = $"Tuesday 24 May 2022\n\nA Title\n\nText.\n\n{before}\n\n\n{after}\n\nMore.\n\nMonday 23 May 2022\n\nB\n\nText.\n";
        var posts = Posts(page);
        Assert.Equal(splits ? 3 : 2, posts.Count);
        Assert.Equal(splits ? [CaptureFlags.HeadingLost] : [], posts[1].Flags);

        // Not without the gap, and not on a page of one post.
        Assert.Equal(2, Posts(page.Replace("\n\n\n", "\n\n", StringComparison.Ordinal)).Count);
        Assert.Single(Posts(page[..page.IndexOf("Monday", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("Guest Blog 47", "Life on the quay", true)]
    [InlineData("Guest Blog 47", "Hi Jo,", false)]
    [InlineData("Guest Blog 47", "The lamps are out.", false)]
    [InlineData("Guest Blog 47: Life on the quay", "And then some", false)]
    [InlineData("Notes From the Quay", "Life on the quay", false)]
    public void A_subtitle_stands_under_a_bare_series_title(string title, string second, bool isSubtitle)
    {
        var post = Assert.Single(Posts($"Tuesday 24 May 2022\n\n{title}\n\n{second}\n\nText.\n"));
        Assert.Equal(title, post.Title);
        Assert.Equal(isSubtitle, post.Body.Markdown.StartsWith($"## {second}\n\n", StringComparison.Ordinal));
        Assert.Contains(second, post.Body.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1. Keepers in post\n\n58 keepers.\n\n2.2 Analysis\n\nText.")]
    [InlineData("1. oil\n2. rope\n3. boats")]
    [InlineData("Text.\n  • oil\n  • rope")]
    [InlineData("Text.\n\n  1. oil\n  2. rope\n  3. boats")]
    [InlineData("Text.\n\n  1. oil\n\n  2. rope\n\nAnd so on.")]
    [InlineData("Text.\n\n  1. oil\n\n  2. rope")]
    [InlineData("  2015. That was the year.")]
    public void A_list_in_a_post_is_no_comment(string body)
    {
        Assert.Empty(Comments($"Tuesday 24 May 2022\n\nA Title\n\n{body}\n"));
        var two = Comments($"Tuesday 24 May 2022\n\nA Title\n\n{body}\n\n\n  1. One.\n\n    1. Reply.\n\n  2. Two.\n");
        Assert.Equal(["1", "1.1", "2"], two.Select(c => c.Number.ToString()));
        Assert.Equal(["One.", "Reply.", "Two."], two.Select(c => c.Body.Markdown));
    }

    [Fact]
    public void Replies_restart_at_one_and_bodies_have_paragraphs_and_lines()
    {
        var comments = Comments(Head + "  1. One.\n    Second line.\n\n    Second paragraph.\n\n    1. Reply.\n\n      More.\n\n    2. Other.\n\n  2. Two.\n\n    1. Again.\n");
        Assert.Equal(["1", "1.1", "1.2", "2", "2.1"], comments.Select(c => c.Number.ToString()));
        Assert.Equal([null, "1", "1", null, "2"], comments.Select(c => c.ParentSourceId));
        Assert.Equal("One.\nSecond line.\n\nSecond paragraph.", WithoutBreaks(comments[0].Body.Markdown));
        Assert.Equal("Reply.\n\nMore.", comments[1].Body.Markdown);
        Assert.All(comments, c => Assert.Empty(c.Flags));
        Assert.Equal([1, 2, 3, 4, 5], comments.Select(c => c.Ordinal));
        Assert.All(comments, c => Assert.Equal("1", c.PostSourceId));
    }

    [Fact]
    public void Tabs_and_no_break_blanks_indent_too()
    {
        var comments = Comments(Head + "\t1. One.\n\n\t\t1. Reply.\n\n\u00A0\u00A02. Two.\n");
        Assert.Equal(["1", "1.1", "2"], comments.Select(c => c.Number.ToString()));
    }

    [Fact]
    public void Every_kind_of_line_end_reads_the_same()
    {
        var text = Head + "  1. One.\n\n    1. Reply.\n\n  2. Two.\n";
        foreach (var end in (string[])["\r\n", "\r"])
        {
            var comments = Comments(text.Replace("\n", end, StringComparison.Ordinal));
            Assert.Equal(["One.", "Reply.", "Two."], comments.Select(c => c.Body.Markdown));
        }
    }

    [Fact]
    public void A_lost_number_without_text_is_a_tombstone()
    {
        var comments = Comments(Head + "  1. One.\n\n  3. Three.\n\n    1. Reply.\n\n    3. Third reply.\n");
        Assert.Equal(["1", "2", "3", "3.1", "3.2", "3.3"], comments.Select(c => c.Number.ToString()));
        Assert.Equal(["2", "3.2"], comments.Where(c => c.State == CommentState.Missing).Select(c => c.Number.ToString()));
        Assert.All(comments.Where(c => c.State == CommentState.Missing), c =>
        {
            Assert.Empty(c.Body.Markdown);
            Assert.Empty(c.Body.Original.Markup);
            Assert.Equal([CaptureFlags.NumberInferred], c.Flags);
        });
    }

    [Fact]
    public void Text_after_replies_belongs_to_the_lost_number()
    {
        var comments = Comments(Head + "  8. Eight.\n\n    1. Reply.\n\n\n    What is left of it.\n\n    1. Reply to the lost one.\n\n  10. Ten.\n".Replace("  8.", "  1.", StringComparison.Ordinal).Replace("  10.", "  3.", StringComparison.Ordinal));
        Assert.Equal(["1", "1.1", "2", "2.1", "3"], comments.Select(c => c.Number.ToString()));
        Assert.Equal(CommentState.Published, comments[2].State);
        Assert.Contains("What is left of it.", comments[2].Body.Markdown, StringComparison.Ordinal);
        Assert.Contains("link lost", comments[2].Body.Markdown, StringComparison.Ordinal);
        Assert.Equal([CaptureFlags.NumberInferred], comments[2].Flags);
        Assert.Equal("Reply to the lost one.", comments[3].Body.Markdown);
    }

    [Fact]
    public void Replies_that_restart_belong_to_the_lost_number()
    {
        var comments = Comments(Head + "  1. One.\n\n    1. Reply.\n\n    1. Reply to the lost one.\n\n  3. Three.\n");
        Assert.Equal(["1", "1.1", "2", "2.1", "3"], comments.Select(c => c.Number.ToString()));
        Assert.Equal(CommentState.Missing, comments[2].State);
        Assert.Equal("2", comments[3].ParentSourceId);
    }

    [Fact]
    public void Where_the_lost_number_could_stand_in_two_places_nothing_is_cut()
    {
        var comments = Comments(Head + "  1. One.\n\n\n    Second.\n\n\n    Third.\n\n  3. Three.\n");
        Assert.Equal(["1", "2", "3"], comments.Select(c => c.Number.ToString()));
        Assert.Equal(CommentState.Missing, comments[1].State);
        Assert.Equal([CaptureFlags.MayHoldLost], comments[0].Flags);
        Assert.Contains("Third.", comments[0].Body.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_gap_is_where_the_lost_comment_began()
    {
        var comments = Comments(Head + "  1. One.\n\n\n    Second.\n\n    1. Reply.\n\n  3. Three.\n");
        Assert.Equal(["1", "2", "2.1", "3"], comments.Select(c => c.Number.ToString()));
        Assert.Contains("Second.", comments[1].Body.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_comments_can_be_lost_too()
    {
        var comments = Comments(Head + "    What is left.\n\n    1. Reply.\n\n  2. Two.\n\n    1. Reply.\n");
        Assert.Equal(["1", "1.1", "2", "2.1"], comments.Select(c => c.Number.ToString()));
        Assert.Contains("What is left.", comments[0].Body.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  1. We want:\n    1. oil\n    2. rope\n")] // tight
    [InlineData("  1. We want:\n\n    1. oil\n\n    2. rope\n")] // loose, announced
    [InlineData("  1. We want\n\n    1. oil\n\n    2. rope\n\n    and a boat.\n")] // loose, text behind it
    [InlineData("  1. We want\n\n    1. oil\n\n    2. rope\n\n    1. A reply that says something.\n")] // two numberings, one number
    public void A_list_typed_in_a_comment_is_text(string comment)
    {
        var comments = Comments(Head + comment + "\n  2. Two.\n\n    1. Reply.\n");
        Assert.Equal(2, comments.Count(c => c.Number!.Value.IsTop));
        var one = comments.Single(c => c.Number == new CommentNumber(1, 0));
        Assert.Contains("oil", one.Body.Markdown, StringComparison.Ordinal);
        Assert.Contains("rope", one.Body.Markdown, StringComparison.Ordinal);
        Assert.Equal(comment.Contains("A reply", StringComparison.Ordinal) ? 2 : 1, comments.Count(c => !c.Number!.Value.IsTop));
    }

    [Theory]
    [InlineData("Pilot Officer15 December 2015 at 10:04", "Pilot Officer", "2015-12-15T10:04+00:00", null)]
    [InlineData("Anonymous1 July 2016 at 00:05", "Anonymous", "2016-07-01T00:05+01:00", null)]
    [InlineData("Berth 1217 December 2015 at 9.30", "Berth 12", "2015-12-17T09:30+00:00", null)]
    [InlineData("Berth 125 December 2015 at 09:30", "Berth 1", "2015-12-25T09:30+00:00", null)] // the 5th was before the post
    [InlineData("Berth 124 January 2016 at 09:30", "Berth 12", "2016-01-04T09:30+00:00", CaptureFlags.StampUnclear)]
    [InlineData("Berth331 November 2016 at 09:30", "Berth33", "2016-11-01T09:30+00:00", null)] // there is no 31st
    [InlineData("Harbour ClerkDecember 16, 2015 at 1:07 PM", "Harbour Clerk", "2015-12-16T13:07+00:00", null)]
    [InlineData("15 December 2015 at 12:00", null, "2015-12-15T12:00+00:00", null)]
    [InlineData("Old Pilot14 December 2015 at 12:00", "Old Pilot", "2015-12-14T12:00+00:00", CaptureFlags.TimeBeforePost)]
    [InlineData("Old Pilot30 October 2016 at 01:30", "Old Pilot", "2016-10-30T01:30+01:00", CaptureFlags.ClockChange)]
    [InlineData("Old Pilot27 March 2016 at 01:30", "Old Pilot", "2016-03-27T02:30+01:00", CaptureFlags.ClockChange)]
    public void A_name_run_into_its_time_is_split(string stamp, string? name, string time, string? flag)
    {
        var comment = Assert.Single(Comments(Head + $"  1. {stamp}\n\n    Text.\n"));
        Assert.Equal(name, comment.Author?.Name);
        Assert.Equal(time, comment.Published!.Value.ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture));
        Assert.Equal(DatePrecision.Minute, comment.Published.Precision);
        Assert.Equal("Text.", comment.Body.Markdown);
        Assert.Equal(flag is null ? [] : [flag], comment.Flags);
        Assert.Contains(stamp, comment.Body.Original.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("See you on 15 December 2015 at 10:04 sharp.")]
    [InlineData("Pilot Officer32 Novembre 2015 at 10:04")]
    [InlineData("Pilot Officer15 December 2015 at 24:04")]
    [InlineData("Pilot Officer15 December 2015")]
    public void Whatever_only_resembles_a_stamp_is_text(string text)
    {
        var comment = Assert.Single(Comments(Head + $"  1. {text}\n\n    Text.\n"));
        Assert.Null(comment.Author);
        Assert.Null(comment.Published);
        Assert.StartsWith(text, comment.Body.Markdown.Replace("\\", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hour_that_stands_twice_is_the_second_after_a_later_comment()
    {
        var comments = Comments("Saturday, 29 October 2016\n\nA Title\n\nText.\n\n\n  1. A30 October 2016 at 01:40\n\n    One.\n\n  2. B30 October 2016 at 01:10\n\n    Two.\n\n  3. C30 October 2016 at 01:50\n\n    Three.\n");
        Assert.Equal([1, 0, 0], comments.Select(c => c.Published!.Value.Offset.Hours));
        Assert.Equal([true, false, false], comments.Select(c => c.Flags.Contains(CaptureFlags.ClockChange)));
    }

    [Fact]
    public void Numbers_before_the_first_comment_that_counts_are_the_posts_text()
    {
        var text = Head + "  150. Keepers.\n\n    1. Reply.\n\n  1. One.\n\n    1. Reply.\n\n  2. Two.\n";
        var entries = Read(text);
        Assert.Equal(["1", "1.1", "2"], entries.OfType<ImportedComment>().Select(c => c.Number.ToString()));
        Assert.Equal(text, string.Concat(entries.Select(Original)));
    }

    [Fact]
    public void A_line_at_the_margin_ends_a_list_of_bullets()
    {
        var post = Assert.Single(Posts("Tuesday 24 May 2022\n\nA Title\n\nText:\n  • oil\n  • rope\n    and twine\nMore text.\n"));
        Assert.Equal("Text:\n\n- oil\n- rope and twine\n\nMore text.", WithoutBreaks(post.Body.Markdown).Replace("rope\n  and", "rope and", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_at_the_margin_after_a_thread_is_a_post_without_heading()
    {
        var entries = Read(Head + "  1. One.\n\n    1. Reply.\n\n  2. Two.\n\nNew text.\n");
        var posts = entries.OfType<ImportedPost>().ToList();
        Assert.Equal(2, posts.Count);
        Assert.Equal("New text.", posts[1].Body.Markdown);
        Assert.Equal([CaptureFlags.HeadingLost], posts[1].Flags);
        Assert.Equal(3, entries.OfType<ImportedComment>().Count(c => c.PostSourceId == "1"));
    }

    [Fact]
    public void A_page_whose_only_heading_is_lost_is_known_by_its_thread()
    {
        var entries = Read("Text.\n\n\n  1. One.\n\n    1. Reply.\n");
        Assert.Equal([CaptureFlags.HeadingLost], Assert.Single(entries.OfType<ImportedPost>()).Flags);
        Assert.Equal(2, entries.OfType<ImportedComment>().Count());
    }

    [Fact]
    public void Bytes_of_windows_1252_are_read_and_said_so()
    {
        var bytes = Encoding.Latin1.GetBytes(Head + "  1. He said \u0093caf\u00E9\u0094 \u0096 twice.\n");
        var entries = CaptureReader.Read(new MemoryStream(bytes), "a.txt", London).ToList();
        Assert.Contains(CaptureFlags.EncodingGuessed, entries.OfType<ImportedPost>().Single().Flags);
        Assert.Equal("He said “café” – twice.", entries.OfType<ImportedComment>().Single().Body.Markdown);
    }

    [Fact]
    public void Byte_order_marks_are_no_text()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Head)];
            var post = Assert.Single(CaptureReader.Read(new MemoryStream(bytes), "a.txt", London).OfType<ImportedPost>());
            Assert.Equal(Head, post.Body.Original.Markup);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n \n")]
    [InlineData("<!DOCTYPE html><html><body>Tuesday 24 May 2022</body></html>")]
    [InlineData("\n  <html>")]
    [InlineData("<?xml version='1.0'?><feed/>")]
    [InlineData("Just a letter.\n\nWithout any date.\n")]
    [InlineData("Tuesday 24 May 2022\0\n\nText\n")]
    public void What_is_no_capture_is_refused_with_a_reason(string text)
    {
        var problem = Assert.Throws<ImportException>(() => CaptureReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "/x/a.txt", London));
        Assert.StartsWith("a.txt is ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("letter", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Message.Length > 60);
    }

    [Fact]
    public void A_file_far_larger_than_a_page_is_refused_before_it_is_held()
    {
        using var endless = new EndlessStream();
        var problem = Assert.Throws<ImportException>(() => CaptureReader.Read(endless, "a.txt", London));
        Assert.Contains("32 MB", problem.Message, StringComparison.Ordinal);
        Assert.True(endless.Given < CaptureText.MaxBytes + (1024 * 1024));
    }

    [Fact]
    public void Numbers_without_end_make_no_comments_without_end()
    {
        var text = new StringBuilder(Head);
        for (var i = 1; i <= 2000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {i * 200}. x\n\n    {i % 7}. y\n\n");
        }

        var entries = Read(text.ToString());
        Assert.True(entries.Count < 12_000, $"{entries.Count}");
        Assert.Equal(text.ToString(), string.Concat(entries.Select(Original)));
    }

    [Theory]
    [InlineData("    1. x\n\n")]
    [InlineData("    1. x\n\n\n    y\n\n")]
    [InlineData("  1. x\n\n")]
    [InlineData("  1. x\n\nz\n\n")]
    [InlineData("      x\n\n\n")]
    [InlineData("    1. x\n\n    y\n\n    2. z\n\n")]
    [InlineData("Tuesday 24 May 2022\n\n")]
    [InlineData("Thank you for reading.\n\n\nThis is a blog post.\n\n")]
    [InlineData("Monday 24 May 2022\n\n")]
    public void A_pattern_repeated_ten_thousand_times_costs_no_more_than_its_length(string pattern)
    {
        var text = Head + "  1. One.\n\n    1. Reply.\n\n" + string.Concat(Enumerable.Repeat(pattern, 10_000)) + "  2. Two.\n";
        Assert.Equal(text, string.Concat(Read(text).Select(Original)));
    }

    private static List<ImportedEntry> Read(string text) => [.. CaptureReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.txt", London)];

    private static List<ImportedPost> Posts(string text) => [.. Read(text).OfType<ImportedPost>()];

    private static List<ImportedComment> Comments(string text) => [.. Read(text).OfType<ImportedComment>()];

    private static string WithoutBreaks(string markdown) => markdown.Replace("\\\n", "\n", StringComparison.Ordinal).Replace("  \n", "\n", StringComparison.Ordinal);

    private static string Original(ImportedEntry entry) => entry switch
    {
        ImportedPost post => post.Body.Original.Markup,
        ImportedComment comment => comment.Body.Original.Markup,
        _ => string.Empty,
    };

    /// <summary>Gives letters for ever, as one line.</summary>
    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'x');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
