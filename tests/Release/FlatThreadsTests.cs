using Blog.Import.Readers;
using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Vault;
using static Blog.Tests.Release.VaultSamples;

namespace Blog.Tests.Release;

public class FlatThreadsTests
{
    private static readonly VaultPerson Thole = Person(1, "Old Thole");
    private static readonly VaultPerson Piper = Person(2, "Sandpiper");
    private static readonly VaultPerson Nobody = Person(3, "Anonymous", null);

    [Fact]
    public void A_name_at_the_beginning_means_the_latest_comment_of_that_writer() =>
        Assert.Equal("1 2 3 3.1? 3.2?", Places(
            Flat(1, "It was thick.", Thole), Flat(2, "Was it?", Piper), Flat(3, "All day.", Thole), Flat(4, "@Old Thole, and the night?", Piper), Flat(5, "@old thole I was there.", Nobody)));

    [Fact]
    public void A_quote_at_the_beginning_means_the_one_comment_it_stands_in() =>
        Assert.Equal("1 2 2.1? 2.2? 1.1?", Places(
            Flat(1, "The boats stayed in because of the fog.", Thole), Flat(2, "The lamp was lit at noon, as it should be.", Piper),
            Flat(3, "> The lamp was lit at noon\n\nWho lit it?", Nobody), Flat(4, "“lit at noon, as it should” they say.", Nobody), Flat(5, "*The boats stayed in because*: no.", Nobody)));

    [Fact]
    public void A_clock_time_at_the_beginning_means_the_comment_of_that_minute() =>
        Assert.Equal("1 2 1.1?", Places(
            Flat(1, "It was thick.", Nobody, "2015-12-15 10:04"), Flat(2, "Was it?", Nobody, "2015-12-15 11:23"), Flat(3, "@10:04 - yes, it was.", Nobody, "2015-12-15 12:00")));

    [Fact]
    public void What_could_mean_two_or_nobody_stays_where_it_stands() =>
        Assert.Equal("1 2 3 4 5 6", Places(
            Flat(1, "We were at the quay the whole day.", Thole), Flat(2, "At the quay the whole day, too.", Piper), Flat(3, "> at the quay the whole day\n\nWhich of you?", Nobody),
            Flat(4, "@Anonymous: no.", Nobody), Flat(5, "@Harbour Master: where were you?", Nobody), Flat(6, "\"Yes\" is no answer.", Nobody)));

    [Fact]
    public void Words_of_a_source_that_keeps_replies_say_nothing() =>
        Assert.Equal("1 2", Places(Comment(1, "It was thick.", author: Thole), Comment(2, "@Old Thole: it was.", author: Piper)));

    [Fact]
    public void What_was_written_on_Blogger_before_it_had_threads_is_read_and_what_came_later_is_not()
    {
        VaultComment[] Thread(string month) => [Comment(1, "It was thick.", author: Thole, time: $"{month}-03 10:04"), Comment(2, "@Old Thole: it was.", author: Piper, time: $"{month}-03 11:00"), Comment(3, "@Old Thole: was it?", author: Piper, time: $"{month}-03 12:00", lostParent: "77")];
        Assert.Equal("1 1.1? 2?", PlacesOf("blogger-classic", Thread("2011-12"))); // the last one's own answer is lost, and stays so
        Assert.Equal("1 2 3?", PlacesOf("blogger-classic", Thread("2012-02")));
        Assert.Equal("1 2 3?", PlacesOf("wordpress", Thread("2011-12")));
    }

    [Fact]
    public void Nobody_answers_a_comment_that_is_not_shown() =>
        Assert.Equal("1", Places(Flat(1, "It was thick.", Thole) with { Visibility = Blog.Import.Visibility.Spam }, Flat(2, "@Old Thole: it was.", Piper)));

    private static VaultComment Flat(long row, string text, VaultPerson author, string? time = null) =>
        Comment(row, text, author: author, time: time ?? $"2015-12-15 0{row}:00") with { Flags = [EntryFlags.Flat] };

    /// <summary>Numbers in thread order of the source, with a question mark where the place is inferred.</summary>
    private static string Places(params VaultComment[] comments) => PlacesOf("movabletype", comments);

    private static string PlacesOf(string format, params VaultComment[] comments)
    {
        var post = new VaultPost { Row = 1, SourceFormat = format, SourceKey = "1", SourceId = "1", PublicId = PostId.Parse("1"), Kind = Blog.Import.EntryKind.Post, Visibility = Blog.Import.Visibility.Public, Markdown = "Words.", Published = Time("2015-12-15"), Ordinal = 0 };
        var nodes = FlatThreads.Assemble(comments, new Dictionary<string, CommentNumber>(), ThreadRepairs.None, post, new PublicClock("Europe/London", DatePrecision.Day));
        return string.Join(' ', nodes.OrderBy(node => node.Source!.Row).Select(node => $"{node.Number}{(node.ParentInferred ? "?" : string.Empty)}"));
    }
}
