using System.Text;
using Blog.Html;

namespace Blog.Tests.Html;

public sealed class HtmlEscaperTests
{
    [Theory]
    [InlineData("plain, text: 100%", "plain, text: 100%")]
    [InlineData("<b>&amp;\"'", "&lt;b&gt;&amp;amp;\"'")]
    [InlineData("a\u00A0b", "a&nbsp;b")]
    [InlineData("a\0\u0008\r\u007F\u0085b", "ab")]
    [InlineData("\u202Eevil\u202C \u2066x\u2069\uFEFF", "evil x")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("café – “quoted” \uD83D\uDE00", "café – “quoted” \uD83D\uDE00")]
    [InlineData("\uFDD0\uFFFF", "\uFFFD\uFFFD")]
    public void Text_is_escaped_as_a_browser_writes_it(string text, string expected) => Assert.Equal(expected, HtmlEscaper.Text(text));

    [Fact]
    public void Lone_surrogates_and_noncharacters_become_the_replacement_character()
    {
        Assert.Equal("\uFFFDa", HtmlEscaper.Text("\uD800a"));
        Assert.Equal("a\uFFFD", HtmlEscaper.Text("a\uDC00"));
        Assert.Equal("\uFFFD", HtmlEscaper.Text("\uD83F\uDFFE"));
    }

    [Fact]
    public void An_attribute_has_its_quotes_escaped_too()
    {
        var target = new StringBuilder();
        HtmlEscaper.AppendAttribute(target, "\" onclick='x' <&>");
        Assert.Equal("&quot; onclick='x' &lt;&amp;&gt;", target.ToString());
    }
}
