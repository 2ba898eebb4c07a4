using Blog.Html;

namespace Blog.Tests.Html;

public sealed class MarkdownRendererTests
{
    private static readonly MarkdownContext Post = new() { Place = MarkdownPlace.Post };
    private static readonly MarkdownContext Comment = new()
    {
        Place = MarkdownPlace.Comment,
        TopHeading = 4,
        MapFragment = anchor => anchor switch { "c12" => "#c12", "c13" => "/2015/12/x.p2.html#c13", _ => null },
        NumberOf = anchor => anchor switch { "c12" => "6.1", "c13" => "51", _ => null },
    };

    [Theory]
    [InlineData("One line\nand a second.\n\nNew paragraph.", "<p>One line\nand a second.</p>\n<p>New paragraph.</p>")]
    [InlineData("Hard  \nbreak\\\nhere", "<p>Hard<br>\nbreak<br>\nhere</p>")]
    [InlineData("*a* **b** ***c*** ~~d~~ H~2~O x^2^ `e<f`", "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <del>d</del> H<sub>2</sub>O x<sup>2</sup> <code>e&lt;f</code></p>")]
    [InlineData("# Top\n\n## Next\n\n###### Deepest", "<h2>Top</h2>\n<h3>Next</h3>\n<h6>Deepest</h6>")]
    [InlineData("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>")]
    [InlineData("```js\nif (a < b) {\n\n}\n```", "<pre><code>if (a &lt; b) {\n\n}\n</code></pre>")]
    [InlineData("    indented\n      more", "<pre><code>indented\n  more\n</code></pre>")]
    [InlineData("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>")]
    [InlineData("| a | b |\n|---|--:|\n| c | 1 |", "<table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr>\n</thead>\n<tbody>\n<tr><td>c</td><td class=\"right\">1</td></tr>\n</tbody>\n</table>")]
    [InlineData("a | b, no table", "<p>a | b, no table</p>")]
    [InlineData("AT&amp;T &lt;b&gt; &#x26; &copy;", "<p>AT&amp;T &lt;b&gt; &amp; ©</p>")]
    [InlineData("", "")]
    [InlineData(" \n \n", "")]
    public void Markdown_becomes_plain_markup(string markdown, string html) =>
        Assert.Equal(html, MarkdownRenderer.Render(markdown, Post).Html.Markup);

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>")]
    [InlineData("# h {onclick=alert(1) #id}", "<h2>h {onclick=alert(1) #id}</h2>")]
    [InlineData("[1]: https://a.example/\n\n[1]", "<p>[1]: <a href=\"https://a.example/\" rel=\"noopener noreferrer\">https://a.example/</a></p>\n<p>[1]</p>")]
    [InlineData("Title\n-----\ntext", "<p>Title\n-----\ntext</p>")]
    [InlineData("Title\n===", "<p>Title\n===</p>")]
    [InlineData("(~10 or (~20) ^^ 2^nd place^", "<p>(~10 or (~20) ^^ 2^nd place^</p>")]
    [InlineData("- [ ] task", "<ul>\n<li>[ ] task</li>\n</ul>")]
    public void What_is_not_wanted_stays_text(string markdown, string html) =>
        Assert.Equal(html, MarkdownRenderer.Render(markdown, Post).Html.Markup);

    [Fact]
    public void A_link_to_another_site_is_trusted_less_in_a_comment()
    {
        const string Markdown = "[a](https://a.example \"A title\") <https://b.example/x> <m@b.example>";
        Assert.Equal("<p><a href=\"https://a.example/\" rel=\"noopener noreferrer\" title=\"A title\">a</a> <a href=\"https://b.example/x\" rel=\"noopener noreferrer\">https://b.example/x</a> <a href=\"mailto:m@b.example\">m@b.example</a></p>", MarkdownRenderer.Render(Markdown, Post).Html.Markup);
        Assert.Equal("<p><a href=\"https://a.example/\" rel=\"nofollow ugc noopener noreferrer\">a</a></p>", MarkdownRenderer.Render("[a](https://a.example)", Comment).Html.Markup);
    }

    [Fact]
    public void A_link_within_the_site_takes_the_prefix_and_no_rel()
    {
        var rendered = MarkdownRenderer.Render("[a](/2015/12/x.html#c1)", Post with { SitePrefix = "/sub" });
        Assert.Equal("<p><a href=\"/sub/2015/12/x.html#c1\">a</a></p>", rendered.Html.Markup);
        Assert.Equal([new RenderedLink("/sub/2015/12/x.html#c1", LinkKind.Site)], rendered.Links);
        var gone = MarkdownRenderer.Render("[a](/gone.html)", Post with { MapPath = _ => null });
        Assert.Equal("<p>a</p>", gone.Html.Markup);
        Assert.Equal([new MarkdownFinding(MarkdownFinding.NoSuchPath, 1)], gone.Findings);
    }

    [Theory]
    [InlineData("[a **b**](javascript:alert(1))")]
    [InlineData("[a **b**](java&#x0A;script:alert(1))")]
    [InlineData("[a **b**](//evil.example)")]
    [InlineData("[a **b**](data:text/html,x)")]
    [InlineData("[a **b**](/\\\\evil.example)")]
    [InlineData("[a **b**](page.html)")]
    public void A_refused_address_leaves_the_words(string markdown)
    {
        var rendered = MarkdownRenderer.Render("first line\n" + markdown, Post);
        Assert.Equal("<p>first line\na <strong>b</strong></p>", rendered.Html.Markup);
        Assert.Equal([new MarkdownFinding(MarkdownFinding.AddressRefused, 2)], rendered.Findings);
        Assert.Empty(rendered.Links);
    }

    [Theory]
    [InlineData("see http://a.example/x_y_z.", "see <a href=\"http://a.example/x_y_z\" rel=\"noopener noreferrer\">http://a.example/x_y_z</a>.")]
    [InlineData("(https://a.example/b_(c))", "(<a href=\"https://a.example/b_(c)\" rel=\"noopener noreferrer\">https://a.example/b_(c)</a>)")]
    [InlineData("**http://a.example**", "<strong><a href=\"http://a.example/\" rel=\"noopener noreferrer\">http://a.example</a></strong>")]
    [InlineData("http://a.example/x\\_y", "<a href=\"http://a.example/x_y\" rel=\"noopener noreferrer\">http://a.example/x_y</a>")]
    [InlineData("http://a.example/x\\`y http://a.example/z\\\nnext", "<a href=\"http://a.example/x\" rel=\"noopener noreferrer\">http://a.example/x</a>`y <a href=\"http://a.example/z\" rel=\"noopener noreferrer\">http://a.example/z</a><br>\nnext")]
    [InlineData("\\*http://a.example/x\\*", "*<a href=\"http://a.example/x\" rel=\"noopener noreferrer\">http://a.example/x</a>*")]
    [InlineData("xhttp://a.example ftp://b.example http:// http://[redacted]/x http://a.example/[redacted: name]", "xhttp://a.example ftp://b.example http:// http://<span class=\"redacted\" data-kind=\"other\">[redacted]</span>/x http://a.example/<span class=\"redacted\" data-kind=\"person\">[name]</span>")]
    [InlineData("[http://a.example](http://b.example)", "<a href=\"http://b.example/\" rel=\"noopener noreferrer\">http://a.example</a>")]
    [InlineData("`http://a.example`", "<code>http://a.example</code>")]
    public void A_bare_address_becomes_a_link_only_where_it_is_whole(string markdown, string html) =>
        Assert.Equal("<p>" + html + "</p>", MarkdownRenderer.Render(markdown, Post).Html.Markup);

    [Fact]
    public void A_citation_leads_to_its_comment_wherever_the_thread_was_cut()
    {
        var rendered = MarkdownRenderer.Render("As [11:23](#c12) and [18:28](#c13) say, not [9:00](#c99).", Comment);
        Assert.Equal("<p>As <a class=\"cite\" href=\"#c12\">11:23</a> and <a class=\"cite\" href=\"/2015/12/x.p2.html#c13\">18:28</a> say, not 9:00.</p>", rendered.Html.Markup);
        Assert.Equal(["c12", "c13"], rendered.Links.Select(link => link.Anchor));
        Assert.Equal([new MarkdownFinding(MarkdownFinding.NoSuchComment, 1)], rendered.Findings);
    }

    [Theory]
    [InlineData("[11:23](#c12 \"one of 2: c12 c13\")", "<a class=\"cite\" href=\"#c12\">11:23</a> <span class=\"cite-choice\">(one of these: <a class=\"cite\" href=\"#c12\">6.1</a>, <a class=\"cite\" href=\"/2015/12/x.p2.html#c13\">51</a>)</span>")]
    [InlineData("[6.1](#c12 \"one of 2: c12 c13\")", "<a class=\"cite\" href=\"#c12\">6.1</a> <span class=\"cite-choice\">(or <a class=\"cite\" href=\"/2015/12/x.p2.html#c13\">51</a>)</span>")]
    [InlineData("[6.1](#c12 \"one of 3: c12 c13\")", "<a class=\"cite\" href=\"#c12\" title=\"one of 3: c12 c13\">6.1</a>")]
    public void A_doubtful_citation_names_every_comment_it_may_mean(string markdown, string html) =>
        Assert.Equal("<p>" + html + "</p>", MarkdownRenderer.Render(markdown, Comment).Html.Markup);

    [Theory]
    [InlineData("[redacted: town](https://a.example)", "<p><span class=\"redacted\" data-kind=\"place\">[town]</span>(<a href=\"https://a.example/\" rel=\"noopener noreferrer\">https://a.example</a>)</p>")]
    [InlineData("![redacted](/media/x.png)", "<p>!<span class=\"redacted\" data-kind=\"other\">[redacted]</span>(/media/x.png)</p>")]
    [InlineData("[redacted][redacted: date]", "<p><span class=\"redacted\" data-kind=\"other\">[redacted]</span><span class=\"redacted\" data-kind=\"date\">[date]</span></p>")]
    [InlineData("[redacted]: https://a.example/x", "<p><span class=\"redacted\" data-kind=\"other\">[redacted]</span>: <a href=\"https://a.example/x\" rel=\"noopener noreferrer\">https://a.example/x</a></p>")]
    [InlineData("*[redacted: Officer A]* said", "<p><em><span class=\"redacted\" data-kind=\"person\">[Officer A]</span></em> said</p>")]
    [InlineData("[about [redacted: team] here](/x.html)", "<p><a href=\"/x.html\">about <span class=\"redacted\" data-kind=\"organisation\">[team]</span> here</a></p>")]
    [InlineData("`[redacted: town]` \\[redacted: town] &#91;redacted]", "<p><code>[redacted: town]</code> [redacted: town] [redacted]</p>")]
    [InlineData("[redacted: phone] is [redacted: diagnosis]", "<p><span class=\"redacted\" data-kind=\"number\">[phone]</span> is <span class=\"redacted\" data-kind=\"other\">[redacted]</span></p>")]
    public void A_redaction_mark_is_a_leaf_whatever_follows_it(string markdown, string html) =>
        Assert.Equal(html, MarkdownRenderer.Render(markdown, Post).Html.Markup);

    [Fact]
    public void An_unknown_label_is_a_finding_that_does_not_repeat_it()
    {
        var rendered = MarkdownRenderer.Render("a\n\nb\n[redacted: Jane Invented]", Post);
        Assert.DoesNotContain("Jane", rendered.Html.Markup, StringComparison.Ordinal);
        Assert.Equal([new MarkdownFinding(MarkdownFinding.UnknownLabel, 4)], rendered.Findings);
    }

    [Theory]
    [InlineData("![A lamp in [redacted: town]](/media/lamp.png)", "<p><img src=\"/media/lamp.png\" alt=\"A lamp in [town]\" width=\"640\" height=\"400\" loading=\"lazy\" decoding=\"async\"></p>")]
    [InlineData("![A lamp](/media/lamp.png \"The lamp, *relit*\")", "<figure><img src=\"/media/lamp.png\" alt=\"A lamp\" width=\"640\" height=\"400\" loading=\"lazy\" decoding=\"async\"><figcaption>The lamp, *relit*</figcaption></figure>")]
    [InlineData("![A lamp](/media/other.png)", "<p><img src=\"/media/other.png\" alt=\"A lamp\" loading=\"lazy\" decoding=\"async\"></p>")]
    [InlineData("![A \"lamp\"](https://a.example/track.png)", "<p><span class=\"picture-missing\">[picture not shown: A \"lamp\"]</span></p>")]
    [InlineData("![](/media/../secret.png)", "<p><span class=\"picture-missing\">[picture not shown]</span></p>")]
    [InlineData("![x](data:image/png;base64,AAAA)", "<p><span class=\"picture-missing\">[picture not shown: x]</span></p>")]
    public void Only_the_blogs_own_pictures_are_shown(string markdown, string html)
    {
        var context = Post with { SizeOf = path => path == "/media/lamp.png" ? new ImageSize(640, 400) : null };
        Assert.Equal(html, MarkdownRenderer.Render(markdown, context).Html.Markup);
    }

    [Theory]
    [InlineData("> Words.\n> — The Book, 1", "<blockquote>\n<p>Words.</p>\n<footer>— The Book, 1</footer>\n</blockquote>")]
    [InlineData("> Words.\n>\n> -- *The Book*", "<blockquote>\n<p>Words.</p>\n<footer>-- <em>The Book</em></footer>\n</blockquote>")]
    [InlineData("> — only this", "<blockquote>\n<p>— only this</p>\n</blockquote>")]
    [InlineData("> Words — and more\n> of them", "<blockquote>\n<p>Words — and more\nof them</p>\n</blockquote>")]
    [InlineData("> Q79 Chair: Why?\n>\n> Mr Bell: Because: it is.\n>\n> and then: this", "<blockquote>\n<p><b class=\"speaker\">Q79 Chair:</b> Why?</p>\n<p><b class=\"speaker\">Mr Bell:</b> Because: it is.</p>\n<p>and then: this</p>\n</blockquote>")]
    [InlineData("Q79 Chair: Why?", "<p>Q79 Chair: Why?</p>")]
    public void A_quotation_names_its_source_and_its_speakers(string markdown, string html) =>
        Assert.Equal(html, MarkdownRenderer.Render(markdown, Post).Html.Markup);

    [Fact]
    public void Words_are_those_a_reader_sees() =>
        Assert.Equal(8, MarkdownRenderer.Render("One **two**three – four.\n\n- five\n- [six](https://a.example)\n\n> [redacted: case number] 'nine'", Post).Words);

    [Theory]
    [InlineData("A *short* text.\n\nWith [a link](https://a.example).", 300, "A short text. With a link.")]
    [InlineData("One two three four", 12, "One two…")]
    [InlineData("One two three, four", 15, "One two three…")]
    [InlineData("In [redacted: case number] we said", 10, "In…")]
    [InlineData("In [redacted: town] we said nothing", 18, "In [town] we said…")]
    [InlineData("Donaudampfschifffahrt", 10, "Donaudamp…")]
    [InlineData("# Head\n\n- a\n- b\n\n```\ncode  here\n```\n\n![alt](/media/x.png)", 300, "Head a b code here alt")]
    public void An_excerpt_is_plain_and_never_cuts_a_word_or_a_mark(string markdown, int maxChars, string text) =>
        Assert.Equal(text, MarkdownRenderer.PlainText(markdown, maxChars));
}
