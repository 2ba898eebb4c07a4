using Blog.Import.Captures;

namespace Blog.Tests.Import.Captures;

public sealed class LostLinksTests
{
    [Theory]
    [InlineData("For those that missed it, click here", 1)]
    [InlineData("It is all there, click\u00A0for link\u00A0link two", 2)]
    [InlineData("It is summed up by the union here:-", 1)]
    [InlineData("Please read;\n\nThe Old Log\n\nA Pilot's Notes\n\nThe rest is text, and it ends.", 2)]
    [InlineData("If you want to write for us, contact", 1)]
    [InlineData("The union's log is worth a look:\n\n\nNews reaches us.", 1)]
    [InlineData("There is a link to the paper in this article (a pdf)\n\n\nText.", 1)]
    [InlineData("There is a link to the paper in this article (a pdf)\n\n", 1)]
    public void What_shows_that_a_link_was_there_is_marked(string text, int marks)
    {
        var lines = text.Split('\n').ToList();
        Assert.Equal(marks, LostLinks.AddMarks(lines, openingLost: false, gapAtEnd: true));
        Assert.Equal(marks, lines.Sum(l => l.Split(LostLinks.Mark).Length - 1));
        Assert.Equal(Letters(text), Letters(string.Concat(lines).Replace(LostLinks.Mark, string.Empty, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("I click and click and click BOOM!")]
    [InlineData("So here are the issues;\n\nOil")]
    [InlineData("here goes.....\n\n\nText.")]
    [InlineData("What we asked for:\n\nOil\n\nRope")]
    [InlineData("The following was seen lately:-\n\nText.")]
    [InlineData("The lamps are out.\n\n\nThe lamps are on.")]
    [InlineData("Please read the log.\n\nThe Old Log")]
    [InlineData("The union's log is worth a look:")]
    [InlineData("I am in contact")]
    public void Anything_else_is_left_alone(string text)
    {
        var lines = text.Split('\n').ToList();
        Assert.Equal(0, LostLinks.AddMarks(lines, openingLost: false, gapAtEnd: true));
        Assert.Equal(text.Split('\n'), lines);
    }

    [Fact]
    public void The_gap_before_the_comments_proves_nothing_about_a_post()
    {
        List<string> lines = ["The union's log is worth a look:", string.Empty, string.Empty];
        Assert.Equal(0, LostLinks.AddMarks(lines, openingLost: false, gapAtEnd: false));
    }

    [Fact]
    public void A_lost_opening_is_marked_first()
    {
        List<string> lines = ["Text."];
        Assert.Equal(1, LostLinks.AddMarks(lines, openingLost: true, gapAtEnd: true));
        Assert.Equal([LostLinks.Mark, string.Empty, "Text."], lines);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
