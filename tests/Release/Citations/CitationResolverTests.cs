using Blog.Moderate;
using Blog.Import;
using Blog.Model;
using Blog.Redact;
using Blog.Release;
using Blog.Release.Citations;
using Blog.Vault;
using static Blog.Tests.Release.VaultSamples;

namespace Blog.Tests.Release.Citations;

public sealed class CitationResolverTests
{
    [Fact]
    public void A_stamp_of_that_minute_is_the_comment() =>
        Assert.Equal("3: 2", Resolve([
            Comment(1, time: "2015-12-15 10:00"), Comment(2, time: "2015-12-15 11:23"), Comment(3, "Anon at 11.23 - no.", time: "2015-12-15 12:00"),
        ]));

    [Fact]
    public void Nobody_cites_what_is_not_written_yet() =>
        Assert.Equal("1: ", Resolve([Comment(1, "Anon at 11.23 - no.", time: "2015-12-15 10:00"), Comment(2, time: "2015-12-15 11:23")]));

    [Fact]
    public void Nobody_cites_the_comment_he_is_writing() =>
        Assert.Equal("2: ", Resolve([Comment(1, time: "2015-12-15 10:00"), Comment(2, "Anon at 11.23 - no.", time: "2015-12-15 11:23")]));

    [Fact]
    public void After_midnight_the_evening_before_is_meant() =>
        Assert.Equal("3: 2", Resolve([
            Comment(1, time: "2015-12-14 23:11"), Comment(2, time: "2015-12-15 23:11"), Comment(3, "@23:11 - yes", time: "2015-12-16 00:28"),
        ]));

    [Theory]
    [InlineData("2015-07-15 10:23", "11.23", "2: 1")] // summer: the page showed an hour more than UTC
    [InlineData("2015-07-15 10:23", "10.23", "2: ")]
    [InlineData("2015-12-15 11:23", "11.23", "2: 1")]
    [InlineData("2015-12-15T03:23-08:00", "3.23", "2: 1")] // the old blog ran on Pacific time and showed it
    public void The_clock_is_the_pages_in_summer_and_in_winter(string time, string cited, string expected) =>
        Assert.Equal(expected, Resolve([Comment(1, time: time), Comment(2, $"Anon at {cited} - no.", time: "2015-12-20 12:00")]));

    [Fact]
    public void The_hour_that_comes_twice_gives_one_of_two() =>
        Assert.Equal("3: 1 2", Resolve([
            Comment(1, time: "2015-10-25 00:30"), Comment(2, time: "2015-10-25 01:30"), Comment(3, "Anon at 01:30 - no.", time: "2015-10-25 03:00"),
        ]));

    [Fact]
    public void Two_comments_of_one_minute_are_one_of_these() =>
        Assert.Equal("3: 1 2", Resolve([
            Comment(1, time: "2015-12-15 11:23"), Comment(2, time: "2015-12-15 11:23"), Comment(3, "Anon at 11:23 - no.", time: "2015-12-15 12:00"),
        ]));

    [Fact]
    public void More_than_four_are_left_alone() =>
        Assert.Equal("6: ", Resolve([
            .. Enumerable.Range(1, 5).Select(row => Comment(row, time: "2015-12-15 11:23")), Comment(6, "Anon at 11:23 - no.", time: "2015-12-15 12:00"),
        ]));

    [Fact]
    public void Half_past_four_may_be_the_afternoons_on_a_twelve_hour_page() =>
        Assert.Equal("2: 1", Resolve([Comment(1, time: "2015-12-15 16:30"), Comment(2, "Anon at 4.30 - no.", time: "2015-12-15 18:00")]));

    [Fact]
    public void On_a_page_of_twenty_four_hours_it_is_the_mornings() =>
        Assert.Equal("3: 2, 4: ", Resolve([
            Comment(1, time: "2015-12-15 16:30"), Comment(2, time: "2015-12-15 17:05"), Comment(3, "@17:05 no", time: "2015-12-15 17:30"),
            Comment(4, "Anon at 4.30 - no.", time: "2015-12-15 18:00"),
        ]));

    [Fact]
    public void A_comment_that_was_never_shown_is_not_cited() =>
        Assert.Equal("2: ", Resolve([
            Comment(1, time: "2015-12-15 11:23", visibility: Visibility.Spam), Comment(2, parent: 1, time: "2015-12-15 11:30"),
            Comment(3, "Anon at 11:23 - no.", time: "2015-12-15 12:00"),
        ]));

    [Fact]
    public void A_removed_comment_can_have_been_cited() =>
        Assert.Equal("2: 1", Resolve([
            Comment(1, string.Empty, time: "2015-12-15 11:23", state: CommentState.RemovedByAuthor), Comment(2, "Anon at 11:23 - no.", time: "2015-12-15 12:00"),
        ]));

    [Fact]
    public void Between_two_stamps_minutes_apart_there_is_one_place() =>
        Assert.Equal("4: 2", Resolve([
            Comment(1, time: "2015-12-15 11:20"), Comment(2), Comment(3, time: "2015-12-15 11:26"), Comment(4, "Anon at 11:23 - no.", time: "2015-12-15 20:00"),
        ]));

    [Fact]
    public void Where_nothing_but_order_speaks_the_time_stays_text() =>
        Assert.Equal("6: ", Resolve([.. Enumerable.Range(1, 5).Select(row => Comment(row)), Comment(6, "Anon at 11:23 - no.")]));

    [Fact]
    public void A_thread_of_a_thousand_comments_without_stamps_is_done_at_once()
    {
        var comments = Enumerable.Range(1, 1000).Select(row => Comment(row, row % 5 == 0 ? $"Anon at {row % 24}:{10 + (row % 50)} - the ferry number {row} left." : $"Ferry {row} sails."));
        Assert.Equal(200, Resolve([.. comments]).Split(", ").Length);
    }

    [Fact]
    public void A_hundred_thousand_citations_of_stamps_are_no_trouble()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(n => $"@{10 + (n % 10)}:{10 + (n % 50)} - yes. "));
        var comments = Enumerable.Range(1, 200).Select(row => Comment(row, text, time: $"2015-12-15 {10 + (row % 13)}:{10 + (row % 49)}"));
        Assert.NotEmpty(Resolve([.. comments]));
    }

    private static string Resolve(VaultComment[] comments)
    {
        var nodes = ThreadAssembler.Assemble(comments, new Dictionary<string, CommentNumber>(), ThreadRepairs.None);
        var views = nodes.Select(node => node.IsPublished ? ProseView.Of(node.Source!.Markdown) : null).ToList();
        var targets = ThreadCitations.Of(nodes, views, views, Time("2015-12-01"), new PublicClock("Europe/London", DatePrecision.Day));
        return string.Join(", ", targets.Select(target => $"{nodes[target.Citing].Number}: {string.Join(' ', target.Cited.Select(index => nodes[index].Number))}"));
    }
}
