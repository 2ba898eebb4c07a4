using System.Text.Json;

using AngleSharp.Dom;

using Blog.Html;

namespace Blog.Tests.Html;

public sealed class HtmlSanitizerTests
{
    // Written here once more, on purpose: the test must not share the table it tests.
    private static readonly HashSet<string> Elements =
    [
        "p", "div", "span", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "table", "caption", "thead", "tbody",
        "tfoot", "tr", "th", "td", "figure", "figcaption", "a", "b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "sub", "sup", "small", "big", "code",
        "tt", "kbd", "samp", "var", "cite", "dfn", "q", "abbr", "mark", "br", "hr", "wbr", "img",
    ];

    private static readonly HashSet<string> Attributes =
        ["a href", "a rel", "img src", "img alt", "ol start", "th colspan", "th rowspan", "td colspan", "td rowspan"];

    [Theory]
    [InlineData("<p onclick=x class=c>a <b>b</b><script>x</script></p>", "<p>a <b>b</b></p>")]
    [InlineData("<a href='javascript:x'>l</a><a href=HTTP://X.example/?a&amp;b>m</a>", "<a>l</a><a href=\"http://x.example/?a&amp;b\" rel=\"nofollow ugc noopener noreferrer\">m</a>")]
    [InlineData("<font><u>x</u></font><svg><p>y</p></svg>", "<u>x</u><p>y</p>")]
    [InlineData("<pre>\n\nx</pre>", "<pre>\n\nx</pre>")]
    [InlineData("5 < 6 &amp; \"q\" \u202E\u0007", "5 &lt; 6 &amp; \"q\" ")]
    [InlineData("<img src=http://x.example/a.png onerror=x alt='a\"b'><noscript><p title=\"</noscript><img src=x onerror=x>\">", "<img src=\"http://x.example/a.png\" alt=\"a&quot;b\">\"&gt;")]
    [InlineData("", "")]
    public void Markup_is_made_safe(string markup, string expected) => Assert.Equal(expected, Safe(markup));

    [Fact]
    public void Relative_addresses_need_a_base()
    {
        Assert.Equal("<a>x</a>", Safe("<a href=/y>x</a>"));
        Assert.Contains("href=\"https://old.example/y\"", HtmlSanitizer.Sanitize(new RawHtml("<a href=/y>x</a>"), "https://old.example/").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_that_is_too_deep_is_text()
    {
        var markup = Safe(string.Concat(Enumerable.Repeat("<b><i>x", 20_000)));
        Assert.StartsWith("<p>xxx", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Safe_markup_comes_back_unchanged()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            AssertSafe(new RandomMarkup(seed).Any());
        }
    }

    [SharedFact]
    public void No_payload_leaves_anything_but_allowed_markup()
    {
        var payloads = 0;
        foreach (var payload in Payloads())
        {
            payloads++;
            AssertSafe(payload);
        }
        Assert.Equal(6621, payloads);
    }

    /// <summary>The script payloads beside the project.</summary>
    internal static IEnumerable<string> Payloads()
    {
        foreach (var line in File.ReadLines(SharedMaterial.File("data", "hostile", "xss", "payloads.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("payload").GetString()!;
        }
    }

    private static string Safe(string markup) => HtmlSanitizer.Sanitize(new RawHtml(markup)).Markup;

    private static void AssertSafe(string payload)
    {
        var safe = Safe(payload);
        Assert.Equal(safe, Safe(safe));
        var stack = new Stack<INode>(RenderedWords.Parse(safe));
        while (stack.TryPop(out var node))
        {
            Assert.True(node is IText or IElement, payload);
            if (node is not IElement element)
            {
                continue;
            }
            Assert.True(element.NamespaceUri == "http://www.w3.org/1999/xhtml" && Elements.Contains(element.LocalName), $"{element.LocalName} in {payload}");
            foreach (var attribute in element.Attributes)
            {
                Assert.True(Attributes.Contains($"{element.LocalName} {attribute.Name}"), $"{attribute.Name} in {payload}");
                if (attribute.Name is "href" or "src")
                {
                    Assert.Matches("^(https?://[^/@]+(/|$)|mailto:[^?]+$)", attribute.Value);
                }
            }
            foreach (var child in element.ChildNodes)
            {
                stack.Push(child);
            }
        }
    }
}
