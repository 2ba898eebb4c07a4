using System.Text;
using Blog.Redact;
using Blog.Release;
using Blog.Release.Citations;

namespace Blog.Tests.Release.Citations;

public sealed class CitationFinderTests
{
    private static readonly HashSet<string> Names = ["Gullwing"];

    public static TheoryData<string> Cases() => [.. ReleaseCases.Lines("citations.txt")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Clock_times_that_cite_a_comment_are_found_and_no_others(string line)
    {
        var marked = line.Replace("\\n", "\n");
        Assert.Equal(marked, Mark(marked.Replace("[", string.Empty).Replace("]", string.Empty)));
    }

    [Theory]
    [InlineData("Anon at 4.30pm", 16, 30, false)]
    [InlineData("Anon at 12.05 am", 0, 5, false)]
    [InlineData("Anon at 4:30", 4, 30, true)]
    [InlineData("Anon at 04:30", 4, 30, false)]
    [InlineData("Anon at 23.59", 23, 59, false)]
    public void The_hour_is_read_as_the_page_shows_it(string text, int hour, int minute, bool mayBeEvening) =>
        Assert.Equal(new ClockTime(hour, minute, mayBeEvening), Assert.Single(CitationFinder.Find(text, Names)).Time);

    [Theory]
    [InlineData("Anon at 24:10")]
    [InlineData("Anon at 11:60")]
    [InlineData("Anon at 13.20pm")]
    [InlineData("Anon at 1.5")]
    public void What_is_no_time_of_day_is_none(string text) => Assert.Empty(CitationFinder.Find(text, Names));

    [Theory]
    [InlineData("Anon at 11:23 - yes", true)]
    [InlineData("@11:23 yes", true)]
    [InlineData("11:23. That is right.", true)]
    [InlineData("Not so. Anon at 11:23 is right", false)]
    [InlineData("It is as my point at 11:23 said", false)]
    public void A_comment_that_opens_with_a_citation_answers_it(string text, bool expected) =>
        Assert.Equal(expected, Assert.Single(CitationFinder.Find(text, Names)).Opens);

    private static string Mark(string text)
    {
        var view = ProseView.Of(text);
        var marked = new StringBuilder(view.Text);
        foreach (var citation in CitationFinder.Find(view.Text, Names).Reverse())
        {
            marked.Insert(citation.End, ']').Insert(citation.Start, '[');
        }

        return Enumerable.Range(0, text.Length).Any() && view.Text.Contains(ProseView.Gap) && !marked.ToString().Contains('[') ? text : marked.ToString();
    }
}
