using Blog.Content;
using Blog.Html;

namespace Blog.Tests.Content;

public sealed class OpeningWordsTests
{
    [Theory]
    [InlineData("One *two* three.", 300, "One two three.")]
    [InlineData("One\n\nTwo\n- a\n- b", 300, "One Two a b")]
    [InlineData("AT&T < 3 > 2", 300, "AT&T < 3 > 2")]
    [InlineData("One two three four", 12, "One two…")]
    [InlineData("One two, three four", 10, "One two…")]
    [InlineData("Onetwothreefour", 8, "Onetwot…")]
    [InlineData("A [link](https://a.example) here", 300, "A link here")]
    [InlineData("", 300, "")]
    public void Words_are_cut_at_a_word(string markdown, int length, string expected) =>
        Assert.Equal(expected, OpeningWords.Of(Html(markdown), length));

    [Fact]
    public void Marks_are_kept_whole_and_as_marks_where_asked_for()
    {
        var html = Html("Seen in [redacted: town] by [redacted: Officer A], [redacted] and \\[redacted: town] too.");
        Assert.Equal("Seen in [town] by [Officer A], [redacted] and [redacted: town] too.", OpeningWords.Of(html, 300));
        Assert.Equal("Seen in [redacted: town] by [redacted: Officer A], [redacted] and \\[redacted: town] too.", OpeningWords.WithMarks(html, 300));
        Assert.Equal("Seen in [redacted: town] by…", OpeningWords.WithMarks(html, 40));
    }

    [Fact]
    public void No_opening_is_longer_than_asked_for()
    {
        for (var length = 2; length < 60; length++)
        {
            Assert.InRange(OpeningWords.Of(Html("Some 😀😀😀 words, and [redacted: town]; more – words to cut."), length).Length, 1, length);
        }
    }

    private static SafeHtml Html(string markdown) => MarkdownRenderer.Render(markdown, new MarkdownContext { Place = MarkdownPlace.Post }).Html;
}
