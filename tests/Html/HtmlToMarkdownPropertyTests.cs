using Blog.Html;

namespace Blog.Tests.Html;

public sealed class HtmlToMarkdownPropertyTests
{
    private static readonly HtmlContext Base = HtmlContext.Comment with { BaseAddress = "https://old.example/2015/" };

    [Fact]
    public void The_short_way_and_the_parser_agree()
    {
        var converter = new HtmlToMarkdown();
        for (var seed = 0; seed < 1000; seed++)
        {
            var html = new RawHtml(new RandomMarkup(seed).Simple());
            foreach (var context in (HtmlContext[])[Base, Base with { NewlinesAreBreaks = true, BaseAddress = null }])
            {
                var shortWay = converter.Convert(html, context);
                var parser = converter.ConvertByParser(html, context);
                Assert.True(shortWay.Markdown == parser.Markdown, $"seed {seed}: {html.Markup}\n{shortWay.Markdown}\n---\n{parser.Markdown}");
                Assert.Equal(parser.Changes, shortWay.Changes);
            }
        }
    }

    [Fact]
    public void Any_markup_keeps_its_visible_characters()
    {
        var converter = new HtmlToMarkdown();
        for (var seed = 0; seed < 1000; seed++)
        {
            var markup = seed % 2 == 0 ? new RandomMarkup(seed).Any() : new RandomMarkup(seed).Simple();
            var markdown = converter.Convert(new RawHtml(markup), Base).Markdown;
            var expected = RenderedWords.OfMarkup(markup, allCharacters: true);
            var actual = RenderedWords.OfMarkdown(markdown, allCharacters: true);
            Assert.True(expected == actual, $"seed {seed}: {markup}\n---\n{markdown}\n---\n{expected}\n{actual}");
            Assert.True(RenderedWords.OfMarkup(markup) == RenderedWords.OfCommonMark(markdown), $"seed {seed}, plain CommonMark: {markup}\n---\n{markdown}");
        }
    }
}
