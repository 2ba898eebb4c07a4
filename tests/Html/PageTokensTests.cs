using System.Globalization;
using System.Text;
using Blog.Html;

namespace Blog.Tests.Html;

public sealed class PageTokensTests
{
    [Theory]
    [InlineData("<!doctype html><p class=\"a\">one<br>two</p>", "<p|one|<br|two|/p")]
    [InlineData("text alone", "text alone")]
    [InlineData("", "")]
    [InlineData("<p\n id=\"x\"\n>a</p\n>", "<p|a|/p")]
    [InlineData("<img src=\"a>b\" alt=\"\"/>", "<img")]
    [InlineData("<title>a <b> c</title><p>", "<title|a <b> c|/title|<p")]
    [InlineData("<title></title>x", "<title|/title|x")]
    [InlineData("<textarea><i></textarea>", "<textarea|<i>|/textarea")]
    [InlineData("<script type=\"a\">if (a < b) { }</script>c", "<script|/script|c")]
    [InlineData("a &amp; b", "a &amp; b")]
    public void Tags_and_texts_are_told_apart(string page, string tokens) => Assert.Equal(tokens, Read(page));

    [Theory]
    [InlineData("<p>a <!-- b --> c", "<p|a |! 1")]
    [InlineData("a\n<!doctype html>", "a\n|! 2")]
    [InlineData("<p\n class=x>", "! 1")]
    [InlineData("<p class='x'>", "! 1")]
    [InlineData("<p class=\"x>", "! 1")]
    [InlineData("<p \"x\">", "! 1")]
    [InlineData("<p <b>", "! 1")]
    [InlineData("<P>", "! 1")]
    [InlineData("<p", "! 1")]
    [InlineData("a <", "a |! 1")]
    [InlineData("a\n\nb < c", "a\n\nb |! 3")]
    [InlineData("</p", "! 1")]
    [InlineData("<script>a", "! 1")]
    [InlineData("<title>a", "! 1")]
    [InlineData("<?xml version=\"1.0\"?>", "! 1")]
    public void What_no_page_of_ours_has_is_trouble_and_ends_the_reading(string page, string tokens) => Assert.Equal(tokens, Read(page));

    [Fact]
    public void Attributes_are_read_in_order_as_written_and_found_by_name()
    {
        var tokens = new PageTokens("<a data-id=\"1\" id=\"x=&quot;y\" hidden class=\"one two-three\" href=\"\"/>"u8);
        Assert.True(tokens.MoveNext());
        var read = new List<string>();
        var attributes = tokens.Attributes;
        while (attributes.MoveNext())
        {
            read.Add(Encoding.UTF8.GetString(attributes.Name) + "=" + PageTokens.Decode(attributes.Value));
        }

        Assert.Equal(["data-id=1", "id=x=\"y", "hidden=", "class=one two-three", "href="], read);
        Assert.Equal("x=&quot;y", Encoding.UTF8.GetString(tokens.Attributes.Find("id"u8)));
        Assert.True(tokens.Attributes.Find("hidden"u8).IsEmpty);
        Assert.True(tokens.Attributes.HasClass("two-three"u8));
        Assert.False(tokens.Attributes.HasClass("two"u8));
        Assert.False(tokens.Attributes.HasClass("three"u8));
    }

    [Fact]
    public void The_text_of_a_script_stands_beside_its_tag()
    {
        var tokens = new PageTokens("<p>\n<script>let a = '<b>';</script>"u8);
        Assert.True(tokens.MoveToStart() && tokens.MoveToStart());
        Assert.Equal("let a = '<b>';", Encoding.UTF8.GetString(tokens.RawText));
        Assert.Equal(2, tokens.Line);
        Assert.False(tokens.MoveToStart());
        Assert.Null(tokens.Trouble);
    }

    /// <summary>Start tags with a leading sign, end tags with a slash, texts as they are, trouble with its line.</summary>
    private static string Read(string page)
    {
        var read = new List<string>();
        var tokens = new PageTokens(Encoding.UTF8.GetBytes(page));
        while (tokens.MoveNext())
        {
            read.Add(tokens.Kind switch
            {
                PageTokenKind.Text => Encoding.UTF8.GetString(tokens.Raw),
                PageTokenKind.Start => "<" + Encoding.UTF8.GetString(tokens.Name),
                PageTokenKind.End => "/" + Encoding.UTF8.GetString(tokens.Name),
                _ => throw new InvalidOperationException($"No such kind: {tokens.Kind}."),
            });
        }

        if (tokens.Trouble is not null)
        {
            read.Add(string.Create(CultureInfo.InvariantCulture, $"! {tokens.Line}"));
        }

        return string.Join('|', read);
    }
}
