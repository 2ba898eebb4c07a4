using AngleSharp.Dom;

using Blog.Html;

namespace Blog.Tests.Html;

public sealed class HtmlToMarkdownHostileTests
{
    [SharedFact]
    public void Payloads_become_bounded_Markdown_that_says_what_they_said()
    {
        var converter = new HtmlToMarkdown();
        var wrong = new List<string>();
        foreach (var payload in HtmlSanitizerTests.Payloads())
        {
            var markdown = converter.Convert(new RawHtml(payload), HtmlContext.Comment).Markdown;
            Assert.True(markdown.Length <= (6 * payload.Length) + 100, $"{payload.Length} characters became {markdown.Length}");
            if (RenderedWords.OfMarkup(payload, allCharacters: true) != RenderedWords.OfMarkdown(markdown, allCharacters: true))
            {
                wrong.Add(payload + "\n=> " + markdown);
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count}: " + string.Join("\n", wrong.Take(5)));
    }

    [SharedFact]
    public void Payloads_render_to_what_the_sanitizer_lets_through()
    {
        var converter = new HtmlToMarkdown();
        foreach (var payload in HtmlSanitizerTests.Payloads())
        {
            var markdown = converter.Convert(new RawHtml(payload), HtmlContext.Comment).Markdown;
            var page = MarkdownRenderer.Render(markdown, new MarkdownContext { Place = MarkdownPlace.Comment }).Html;
            var allowed = HtmlSanitizer.Sanitize(new RawHtml(page.Markup));
            Assert.Equal(RenderedWords.OfMarkup(page.Markup), RenderedWords.OfMarkup(allowed.Markup));
            Assert.All(Addresses(page.Markup), address => Assert.Matches("^(https?://|mailto:|#|/)", address));
        }
    }

    [Theory]
    [InlineData("<div>", 30_000)]
    [InlineData("<blockquote>x", 10_000)]
    [InlineData("<ul><li>x", 10_000)]
    [InlineData("<b><i><u>x<p>", 10_000)]
    [InlineData("<table><tr><td>x", 5_000)]
    [InlineData("<font size=1>x<div>", 8_000)]
    [InlineData("[[[[", 20_000)]
    [InlineData("*_~^`[]<>&", 8_000)]
    [InlineData("<a href=http://x.example/>x", 5_000)]
    [InlineData("<span style=\"font-weight:bold\">a</span><i>b</i>", 4_000)]
    public void Giant_texts_are_bounded(string part, int times)
    {
        var html = new RawHtml(string.Concat(Enumerable.Repeat(part, times)));
        foreach (var context in (HtmlContext[])[HtmlContext.Comment, HtmlContext.Post])
        {
            var converted = new HtmlToMarkdown().Convert(html, context);
            Assert.True(converted.Markdown.Length <= (6 * html.Markup.Length) + 100);
            // The renderer takes it without throwing, whatever it thinks of its length.
            MarkdownRenderer.Render(converted.Markdown, new MarkdownContext { Place = MarkdownPlace.Post });
        }
    }

    [Fact]
    public void A_text_beyond_the_bounds_is_published_as_plain_text_and_says_so()
    {
        var converted = new HtmlToMarkdown().Convert(
            new RawHtml(string.Concat(Enumerable.Repeat("<p>word &amp; <b>word</b><br>line<script>bad()</script></p>", 4_000))), HtmlContext.Comment);
        Assert.StartsWith("word & word\\\nline\n\nword & word", converted.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("bad()", converted.Markdown, StringComparison.Ordinal);
        Assert.Equal("too large or too deeply nested, published as plain text", Assert.Single(converted.Changes).Reason);
    }

    [Fact]
    public void A_tag_of_many_attributes_does_not_stop_the_import()
    {
        var html = new RawHtml("<p " + string.Concat(Enumerable.Range(0, 8_000).Select(i => $"a{i} ")) + ">text</p>");
        Assert.Equal("text", new HtmlToMarkdown().Convert(html, HtmlContext.Comment).Markdown);
    }

    private static IEnumerable<string> Addresses(string markup) =>
        RenderedWords.Parse(markup).QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
}
