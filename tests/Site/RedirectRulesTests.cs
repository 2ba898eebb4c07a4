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

        Assert.Contains("/sub/search/label/Guest%20posts /sub/labels/guest-posts.html 301", rules);
        Assert.Contains(rules, rule => rule.StartsWith("/sub/search/label/Caf%C3%A9%20%26%20Co /sub/labels/", StringComparison.Ordinal));
        Assert.Contains(rules, rule => rule.StartsWith("/sub/search/label/A%2FB /sub/labels/", StringComparison.Ordinal));
        Assert.Contains("/sub/2015_12_01_archive.html /sub/2015/12/ 301", rules);
        Assert.Contains("/sub/feeds/posts/default /sub/feed.atom 301", rules);
        Assert.Contains("/sub/feeds/comments/default /sub/feed.atom 301", rules);
        Assert.Contains("/sub/atom.xml /sub/feed.atom 301", rules);
        Assert.Contains("/sub/rss.xml /sub/feed.atom 301", rules);
        Assert.Contains("/sub/2015_12_06_archive.html /sub/2015/12/ 301", rules); // a Sunday
        Assert.Equal(["/sub/search/label/* /sub/labels/ 301", "/sub/feeds/* /sub/feed.atom 301"], rules[^3..^1]); // behind every single one: a host takes the first that fits, and few of these
        Assert.All(rules[..^1], rule => Assert.Matches(Rule(), rule));
        Assert.Equal(
            ["2015_12_01_archive.html", "_redirects", "search/label/Café & Co/index.html", "search/label/Guest posts/index.html"],
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

        Assert.DoesNotContain(Files(), file => file.Key.Contains("label", StringComparison.Ordinal) || file.Value.Replace("/search/label/* /sub/labels/ 301", string.Empty, StringComparison.Ordinal).Contains("label", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_labels_that_differ_in_capitals_make_one_stub_and_two_rules()
    {
        _site.PutPost("a", "date: 2015-12-15\nlabels: [Prison, prison]", "Text.");
        var files = Files();

        Assert.Single(files.Keys, path => path.StartsWith("search/label/", StringComparison.Ordinal));
        Assert.Equal(2, files["_redirects"].Split('\n').Count(rule => rule.Contains("/search/label/", StringComparison.Ordinal) && !rule.Contains('*', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_post_is_found_under_its_aliases_unless_something_else_is_there()
    {
        _site.PutPost("a", "date: 2015-12-15\naliases: [\"/2015/12/15/the-kiln/\", \"/2015/12/caf%C3%A9.html\", \"/old?no\"]".Replace(", \"/old?no\"", string.Empty, StringComparison.Ordinal), "Text.");
        _site.PutPost("b", "date: 2015-12-16\naliases: [\"/2015/12/15/The-Kiln/\", \"/2015/12/a.html\", \"/2015/12/\"]", "See [it](/2015/12/15/the-kiln/) and [the month](/2015_12_20_archive.html).");
        var files = Files();
        var rules = files["_redirects"].Split('\n');
        var (a, b) = (_site.Read().Index.Posts.Single(post => post.FrontMatter.Id.Value == "a").FrontMatter.Url, _site.Read().Index.Posts.Single(post => post.FrontMatter.Id.Value == "b").FrontMatter.Url);

        Assert.Contains($"/sub/2015/12/15/The-Kiln/ /sub{b} 301", rules); // the newer one; in other capitals it would be the same file
        Assert.Contains($"/sub/2015/12/caf%C3%A9.html /sub{a} 301", rules);
        Assert.DoesNotContain(rules, rule => rule.StartsWith("/sub/2015/12/15/the-kiln/", StringComparison.Ordinal) || rule.StartsWith("/sub/2015/12/ ", StringComparison.Ordinal) || rule.StartsWith($"/sub{a} ", StringComparison.Ordinal));
        Assert.Contains("2015/12/café.html", files.Keys);
        Assert.Contains("2015/12/15/The-Kiln/index.html", files.Keys);
        Assert.True(RedirectRules.IsStub(System.Text.Encoding.UTF8.GetBytes(files["2015/12/café.html"])));
        Assert.DoesNotContain(" /sub" + a, RedirectRules.Without(files["_redirects"], new HashSet<string> { "/sub" + a }), StringComparison.Ordinal);
        Assert.Contains(" /sub" + b, RedirectRules.Without(files["_redirects"], new HashSet<string> { "/sub" + a }), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_hosts_get_the_same_rules_in_their_forms()
    {
        _site.PutPost("123", "date: 2015-12-15\nlabels: [\"a \\\"b\\\\c\"]\naliases: [\"/2015/12/caf%C3%A9.html\"]", "Text.", "--- comment\nid: 7\nnumber: 1\nstate: published\n\nYes.\n");
        var index = _site.Read().Index;
        var nginx = RedirectRules.ToNginxMap(index);
        Assert.Contains("\n    \"/sub/2015/12/café.html\" /sub", nginx, StringComparison.Ordinal);
        Assert.Contains("\n    \"/sub/search/label/a \\\"b\\\\c\" /sub/labels/", nginx, StringComparison.Ordinal);
        Assert.Contains("\n    \"~^/sub(?:/archives?)?/2015_12_[0-9][0-9]_archive\\.html$\" /sub/2015/12/;", nginx, StringComparison.Ordinal);
        Assert.Contains("\n    \"~^/sub/feeds/\" /sub/feed.atom;", nginx, StringComparison.Ordinal);
        Assert.Contains("/sub/feeds/123/comments/default", nginx, StringComparison.Ordinal);
        Assert.Contains("from = \"/sub/2015/12/caf%C3%A9.html\"", RedirectRules.ToNetlifyToml(index), StringComparison.Ordinal);
    }

    private Dictionary<string, string> Files() => RedirectRules.Of(_site.Read().Index).ToDictionary(file => file.Path, SampleSite.Text);

    [GeneratedRegex(@"\A/[A-Za-z0-9%_./~*-]+ /[A-Za-z0-9%_./~-]+ 301\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
