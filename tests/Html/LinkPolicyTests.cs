using Blog.Html;

namespace Blog.Tests.Html;

public sealed class LinkPolicyTests
{
    [Theory]
    [InlineData("http://a.example", "http://a.example/")]
    [InlineData("  HTTPS://A.Example/x y ", "https://a.example/x%20y")]
    [InlineData("http://a.example/\"<>'`{}|", "http://a.example/%22%3C%3E'%60%7B%7D%7C")]
    [InlineData("http://a.example:8080/?q=1#part-2", "http://a.example:8080/?q=1#part-2")]
    [InlineData("http://a.example/#ü", "http://a.example/#%C3%BC")]
    [InlineData("http://münchen.example/ä", "http://xn--mnchen-3ya.example/%C3%A4")]
    [InlineData("http://a.example/../../x", "http://a.example/x")]
    [InlineData("http://[::1]/", "http://[::1]/")]
    [InlineData("mailto:desk@blog.example", "mailto:desk@blog.example")]
    [InlineData("MailTo:a.b+c@blog.example", "mailto:a.b+c@blog.example")]
    public void A_plain_address_is_written_again_from_what_was_parsed(string address, string href)
    {
        Assert.True(LinkPolicy.TryLink(address, null, out var emitted));
        Assert.Equal(href, emitted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("\u00A0javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.example/")]
    [InlineData("tel:0123")]
    [InlineData("blob:https://a.example/x")]
    [InlineData("//a.example/x")]
    [InlineData("\\\\a.example\\x")]
    [InlineData("http:\\\\a.example\\x")]
    [InlineData("https:a.example")]
    [InlineData("http:///x")]
    [InlineData("http://")]
    [InlineData("http://user@a.example/")]
    [InlineData("http://user:secret@a.example/")]
    [InlineData("http://:@a.example/")]
    [InlineData("http://a.example@evil.example/")]
    [InlineData("http://a b/")]
    [InlineData("http://a.example:99999/")]
    [InlineData("http://a%00b/")]
    [InlineData("http://a.example/\u202Egpj.exe")]
    [InlineData("relative.html")]
    [InlineData("/rooted.html")]
    [InlineData("#c1")]
    [InlineData("mailto:")]
    [InlineData("mailto:a")]
    [InlineData("mailto:a@b.example?subject=x")]
    [InlineData("mailto:a@b.example,c@d.example")]
    [InlineData("mailto:<a@b.example>")]
    [InlineData("mailto:a@.example")]
    [InlineData("mailto:a%40b@c.example")]
    public void Everything_else_is_refused_as_a_link(string address)
    {
        Assert.False(LinkPolicy.TryLink(address, null, out var href));
        Assert.Empty(href);
    }

    [Fact]
    public void An_image_has_no_mail_address()
    {
        Assert.True(LinkPolicy.TryImage("https://a.example/x.png", null, out _));
        Assert.False(LinkPolicy.TryImage("mailto:a@b.example", null, out _));
        Assert.False(LinkPolicy.TryImage("data:image/png;base64,AAAA", null, out _));
    }

    [Theory]
    [InlineData("x.html", "http://old.example/2015/12/x.html")]
    [InlineData("/x.html?y#c1", "http://old.example/x.html?y#c1")]
    [InlineData("//other.example/x", "http://other.example/x")]
    [InlineData("../../../x", "http://old.example/x")]
    public void A_relative_address_is_resolved_where_a_base_is_given(string address, string href)
    {
        Assert.True(LinkPolicy.TryLink(address, "http://old.example/2015/12/", out var emitted));
        Assert.Equal(href, emitted);
        Assert.False(LinkPolicy.TryLink("javascript:alert(1)", "http://old.example/", out _));
        Assert.False(LinkPolicy.TryLink("//user@other.example/", "http://old.example/", out _));
    }

    [Theory]
    [InlineData("#c123", "#c123")]
    [InlineData("/", "/")]
    [InlineData("/2015/12/x.html#c1", "/2015/12/x.html#c1")]
    [InlineData("/media/zürich.png", "/media/z%C3%BCrich.png")]
    [InlineData("/search/label/Staff Room", "/search/label/Staff%20Room")]
    [InlineData("/a/../../b", "/b")]
    [InlineData("/?m=1", "/?m=1")]
    [InlineData("/a\"<b", "/a%22%3Cb")]
    public void A_site_path_is_a_fragment_or_a_path_from_the_root(string address, string href)
    {
        Assert.True(LinkPolicy.TrySitePath(address, out var emitted));
        Assert.Equal(href, emitted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#a b")]
    [InlineData("#\"onclick")]
    [InlineData("x.html")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/x/..//evil.example")]
    [InlineData("/%2e//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public void A_site_path_never_leaves_the_site(string address)
    {
        Assert.False(LinkPolicy.TrySitePath(address, out var href));
        Assert.Empty(href);
    }

    [Fact]
    public void A_lone_surrogate_is_refused() => Assert.False(LinkPolicy.TryLink("http://a.example/\uD800", null, out _));

    [Fact]
    public void An_overlong_address_is_refused() =>
        Assert.False(LinkPolicy.TryLink("https://a.example/" + new string('a', LinkPolicy.MaxLength), null, out _));
}
