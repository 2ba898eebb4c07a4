using System.Text;
using Blog.Search.Units;

namespace Blog.Tests.Search.Units;

public sealed class UnitReaderTests
{
    private const string Page = """
        <!doctype html>
        <html lang="en-GB"><head><title data-unit="p1">Lamps &#x2013; Blog</title><script type="application/ld+json">{"text":"<b>"}</script></head>
        <body><header class="site"><p class="name"><a href="/">Blog</a></p></header>
        <main id="main"><article class="h-entry" data-unit="p1"><header class="lead"><p class="kind"><a href="/s">Watch</a> No. 4</p><h1 class="p-name">Lamps in <span class="redacted" data-kind="place">[town]</span></h1>
        <p class="meta"><span>By <span class="p-author h-card">Old Trimmer</span></span><a class="u-url" href="/x"><time class="dt-published" datetime="2016-03-14">Monday</time></a></p></header>
        <div class="e-content"><div class="post"><p>One &amp; two.</p><ul><li>three</li><li>fo<em>u</em>r</li></ul><p>At <span class="redacted" data-kind="place">[town]</span> again<br>and on</p></div></div>
        <ul class="labels"><li><a class="p-category" rel="tag" href="/l">One Desk</a></li></ul>
        <section id="comments"><ol class="comments"><li id="c7" class="comment"><article class="u-comment h-cite" data-unit="7"><header><h3 class="who"><a class="num u-url" href="#c7">1</a> <span class="p-author h-card">Fleecy Anvil</span></h3>
        <time class="dt-published" datetime="2016-03-15">15 March</time></header><div class="e-content"><div class="body"><p>Yes.</p></div></div><footer><span>cited by <a href="#c9">3</a></span></footer></article>
        <ol class="comments"><li id="c8" class="comment"><article class="u-comment h-cite" data-unit="8"><header><p class="who"><a class="num u-url" href="#c8">1.1</a> <span class="gone">Comment removed by the moderators</span></p></header></article></li></ol></li></ol></section>
        </article></main></body></html>
        """;

    [Fact]
    public void A_page_gives_its_post_and_its_comments()
    {
        var page = Read("2016/03/x.html", Page);

        Assert.Equal(("2016/03/x.html", 1, "Watch"), (page.PostPath, page.Part, page.Series));
        Assert.Equal(["One Desk"], page.Labels);
        Assert.Equal(["p1", "7"], page.Units.Select(unit => unit.Id));
        var post = page.Units[0];
        Assert.Equal((UnitKind.Post, "", "Old Trimmer", "2016-03-14"), (post.Kind, post.Number, post.Author, post.Date));
        Assert.Equal("Lamps in \u0001[town]\u0002", post.Title);
        Assert.Equal("One & two.\nthree\nfour\nAt \u0001[town]\u0002 again\nand on", post.Text);
        Assert.Equal(new PageUnit("7", UnitKind.Comment, "c7", "1", "", "Fleecy Anvil", "2016-03-15", "Yes."), page.Units[1]);
    }

    [Fact]
    public void A_removed_comment_is_no_unit() => Assert.DoesNotContain(Read("x.html", Page).Units, unit => unit.Id == "8");

    [Fact]
    public void A_further_part_has_the_comments_and_not_the_post()
    {
        var page = Read("2016/03/x.p12.html", Page.Replace("<article class=\"h-entry\" data-unit=\"p1\">", "<article class=\"h-entry\">", StringComparison.Ordinal));

        Assert.Equal(("2016/03/x.html", 12), (page.PostPath, page.Part));
        Assert.Equal(["7"], page.Units.Select(unit => unit.Id));
    }

    [Fact]
    public void A_list_has_no_units() => Assert.Null(new UnitReader().Read("index.html", "<!doctype html><ol><li class=\"h-entry\" data-unit=\"p1\"></li></ol>"u8));

    [Theory]
    [InlineData("<p class=a\"b\">")]
    [InlineData("<p class=\"a>")]
    [InlineData("<!-- x")]
    [InlineData("<p")]
    public void What_the_theme_does_not_write_is_refused(string tail) =>
        Assert.Throws<InvalidDataException>(() => Read("x.html", Page.Replace("</body></html>", tail, StringComparison.Ordinal)));

    [Fact]
    public void Texts_with_marks_can_be_given_to_those_who_know_none()
    {
        Assert.Equal("At  the  again", UnitText.WithStopWords("At \u0001[town]\u0002 again"));
        Assert.Equal("At [town] again", UnitText.WithWords("At \u0001[town]\u0002 again"));
        Assert.Equal("no mark", UnitText.WithStopWords("no mark"));
    }

    private static UnitPage Read(string path, string page) => new UnitReader().Read(path, Encoding.UTF8.GetBytes(page)) ?? throw new InvalidOperationException("No page of a post.");
}
