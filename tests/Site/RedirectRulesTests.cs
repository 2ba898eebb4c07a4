using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Blog.Site;

namespace Blog.Tests.Site;

public sealed partial class RedirectRulesTests : IDisposable
{
    private readonly SampleSite _site = new("https://example.org/sub");

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Old_addresses_lead_to_their_pages_by_rule_and_by_stub()
    {
        _site.PutPost("a", "date: 2015-12-15\nlabels: [Guest posts, Café & Co, \"A/B\", \"..\", \"x\\\" onload=\\\"y\"]", "Text.");
        var files = Files();
        var rules = files["_redirects"].Split('\n');

        Assert.Contains("/sub/search/label/Guest%20posts /sub/labels/guest-posts.html 301!", rules);
        Assert.Contains(rules, rule => rule.StartsWith("/sub/search/label/Caf%C3%A9%20%26%20Co /sub/labels/", StringComparison.Ordinal));
        Assert.Contains(rules, rule => rule.StartsWith("/sub/search/label/A%2FB /sub/labels/", StringComparison.Ordinal));
        Assert.Contains("/sub/2015_12_01_archive.html /sub/2015/12/ 301!", rules);
        Assert.Contains("/sub/feeds/posts/default /sub/feed.atom 301!", rules);
        Assert.Contains("/sub/feeds/comments/default /sub/feed.atom 301!", rules);
        Assert.Contains("/sub/atom.xml /sub/feed.atom 301!", rules);
        Assert.Contains("/sub/rss.xml /sub/feed.atom 301!", rules);
        Assert.All(rules[..^1], rule => Assert.Matches(Rule(), rule));
        Assert.Equal(
            ["2015_12_01_archive.html", "_redirects", "feeds/comments/default/index.html", "feeds/posts/default/index.html", "search/label/Café & Co/index.html", "search/label/Guest posts/index.html"],
            files.Keys.Order(StringComparer.Ordinal));

        var stub = new HtmlParser().ParseDocument(files["search/label/Guest posts/index.html"]);
        Assert.Equal("https://example.org/sub/labels/guest-posts.html", stub.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Equal("0; url=/sub/labels/guest-posts.html", stub.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content"));
        Assert.Equal("/sub/labels/guest-posts.html", stub.QuerySelector("a")?.GetAttribute("href"));
        Assert.Equal("noindex", stub.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal("en-GB", stub.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(stub.Title ?? "");
    }

    [Fact]
    public void A_label_that_hides_something_gets_no_redirect()
    {
        _site.PutPost("a", "date: 2015-12-15\nlabels: [\"[redacted: town] office\", \"[Redacted]\"]", "Text.");

        Assert.DoesNotContain(Files(), file => file.Key.Contains("label", StringComparison.Ordinal) || file.Value.Contains("label", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_labels_that_differ_in_capitals_make_one_stub_and_two_rules()
    {
        _site.PutPost("a", "date: 2015-12-15\nlabels: [Prison, prison]", "Text.");
        var files = Files();

        Assert.Single(files.Keys, path => path.StartsWith("search/label/", StringComparison.Ordinal));
        Assert.Equal(2, files["_redirects"].Split('\n').Count(rule => rule.Contains("/search/label/", StringComparison.Ordinal)));
    }

    private Dictionary<string, string> Files() => RedirectRules.Of(_site.Read().Index).ToDictionary(file => file.Path, SampleSite.Text);

    [GeneratedRegex(@"\A/[A-Za-z0-9%_./~-]+ /[A-Za-z0-9%_./~-]+ 301!\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
