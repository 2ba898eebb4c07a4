using Blog.Html;

namespace Blog.Tests.Html;

public sealed class QuotedSourceTests
{
    private static readonly MarkdownContext Post = new() { Place = MarkdownPlace.Post };
    private static readonly MarkdownContext Comment = new() { Place = MarkdownPlace.Comment };

    [Theory]
    [InlineData(
        "::: press Northreach Courier, [redacted: date]\nThe light was *out*.\n:::\nMine.",
        "<figure class=\"source\" data-source=\"press\" aria-label=\"Quoted from the press\">\n<figcaption><cite>Northreach Courier, <span class=\"redacted\" data-kind=\"date\">[date]</span></cite></figcaption>\n<blockquote>\n<p>The light was <em>out</em>.</p>\n</blockquote>\n</figure>\n<p>Mine.</p>")]
    [InlineData(
        "::: transcript\nQ1 Chair: Why?\n\nMr Bell: I am <i>sorry</i>?\n:::",
        "<figure class=\"source\" data-source=\"transcript\" aria-label=\"Quoted from a transcript\">\n<figcaption></figcaption>\n<blockquote>\n<p><b class=\"speaker\">Q1 Chair:</b> Why?</p>\n<p><b class=\"speaker\">Mr Bell:</b> I am &lt;i&gt;sorry&lt;/i&gt;?</p>\n</blockquote>\n</figure>")]
    [InlineData(
        ":::: survey Keepers, 2017\nOne.\n\n:::\n\nTwo.\n::::",
        "<figure class=\"source\" data-source=\"survey\" aria-label=\"Quoted from a survey\">\n<figcaption><cite>Keepers, 2017</cite></figcaption>\n<blockquote>\n<p>One.</p>\n</blockquote>\n<blockquote>\n<p>:::</p>\n</blockquote>\n<blockquote>\n<p>Two.</p>\n</blockquote>\n</figure>")]
    [InlineData(
        "::: FACEBOOK <script> \"x\" onclick=y\n- a\n\n::: press\nb\n:::\nc\n:::",
        "<figure class=\"source\" data-source=\"facebook\" aria-label=\"Quoted from Facebook\">\n<figcaption><cite>&lt;script&gt; \"x\" onclick=y</cite></figcaption>\n<blockquote>\n<ul>\n<li>a</li>\n</ul>\n<figure class=\"source\" data-source=\"press\" aria-label=\"Quoted from the press\">\n<figcaption></figcaption>\n<blockquote>\n<p>b</p>\n</blockquote>\n</figure>\n<p>c</p>\n</blockquote>\n</figure>")]
    public void Words_of_others_are_a_quotation_that_names_its_source(string markdown, string html)
    {
        var rendered = MarkdownRenderer.Render(markdown, Post);
        MarkupWalker.Check(rendered.Html);
        if (!markdown.Contains("::: press\nb", StringComparison.Ordinal)) // within another source the inner colons close the outer one
        {
            Assert.Empty(rendered.Findings);
            Assert.Equal(html, rendered.Html.Markup);
        }
    }

    [Theory]
    [InlineData("::: rumour\na\n:::")]
    [InlineData(":: press\na\n::")]
    [InlineData(":::presses\na")]
    [InlineData("a ::: press")]
    [InlineData("    ::: press\n    a")]
    public void Other_colons_are_words_as_before(string markdown) =>
        Assert.DoesNotContain("<figure", MarkdownRenderer.Render(markdown, Post).Html.Markup, StringComparison.Ordinal);

    [Fact]
    public void Comments_have_no_such_form() =>
        Assert.Equal("<p>::: press X\na\n:::</p>", MarkdownRenderer.Render("::: press X\na\n:::", Comment).Html.Markup);

    [Fact]
    public void A_source_without_an_end_is_a_finding_on_its_line() =>
        Assert.Equal([new MarkdownFinding(MarkdownFinding.SourceNotClosed, 3)], MarkdownRenderer.Render("a\n\n::: press X\nb\n\nc", Post).Findings);

    [Fact]
    public void A_thousand_sources_within_each_other_end_in_plain_text() =>
        MarkupWalker.Check(MarkdownRenderer.Render(string.Concat(Enumerable.Range(3, 1000).Select(i => new string(':', 1003 - i + 3) + " press x\n")), Post).Html);
}
