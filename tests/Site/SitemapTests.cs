using System.Xml.Linq;
using Blog.Site;

namespace Blog.Tests.Site;

public sealed class SitemapTests : IDisposable
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private readonly SampleSite _site = new("https://example.org/sub");

    public SitemapTests()
    {
        _site.PutPost("a", "date: 2015-12-15\nlabels: [Guest posts]", "Text.", "--- comment\nid: c1\ndate: 2016-02\nstate: published\n\nYes.\n\n");
        _site.PutPost("b", "date: 2015-11-02T10:04+00:00\nseries: {name: Guest Blog, number: 1}", "Text.");
        _site.PutPost("c", "title: T", "Text.");
        _site.Put("pages/about.md", "---\nid: about\n---\n\nText.\n");
        _site.Read();
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Every_page_is_listed_once_with_a_date_no_finer_than_known()
    {
        var file = Assert.Single(Sitemap.Of(_site.Index));
        var urls = XDocument.Parse(SampleSite.Text(file)).Root!.Elements(Map + "url").ToDictionary( // a parsed document has a root
            url => url.Element(Map + "loc")?.Value ?? "", url => url.Element(Map + "lastmod")?.Value);

        Assert.Equal("sitemap.xml", file.Path);
        Assert.Null(urls["https://example.org/sub/a.html"]); // a month is no date of the schema
        Assert.Equal("2015-11-02T10:04:00+00:00", urls["https://example.org/sub/b.html"]);
        Assert.Null(urls["https://example.org/sub/c.html"]);
        Assert.Null(urls["https://example.org/sub/p/about.html"]);
        Assert.Null(urls["https://example.org/sub/"]);
        Assert.Contains("https://example.org/sub/labels/guest-posts.html", urls.Keys);
        Assert.Contains("https://example.org/sub/series/guest-blog.html", urls.Keys);
        Assert.Contains("https://example.org/sub/2015/", urls.Keys);
        Assert.Contains("https://example.org/sub/2015/12/", urls.Keys);
        Assert.DoesNotContain("https://example.org/sub/404.html", urls.Keys);
    }

    [Fact]
    public void Too_many_addresses_for_one_file_are_cut_into_several_under_an_index()
    {
        var whole = Locations(Assert.Single(Sitemap.Of(_site.Index)));

        var files = Sitemap.Of(_site.Index, 5);

        var index = XDocument.Parse(SampleSite.Text(files[0])).Root!; // a parsed document has a root
        Assert.Equal(Map + "sitemapindex", index.Name);
        Assert.Equal(files.Skip(1).Select(file => "https://example.org/sub/" + file.Path), index.Elements(Map + "sitemap").Select(sitemap => sitemap.Element(Map + "loc")?.Value));
        Assert.Equal(whole, files.Skip(1).SelectMany(Locations));
        Assert.All(files.Skip(1), file => Assert.True(Locations(file).Count() <= 5));
    }

    [Fact]
    public void Robots_are_told_where_it_lies() =>
        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://example.org/sub/sitemap.xml\n", SampleSite.Text(RobotsFile.Of(_site.Index.Settings)));

    private static IEnumerable<string?> Locations(SiteFile file) =>
        XDocument.Parse(SampleSite.Text(file)).Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")?.Value); // as above
}
