using Blog.Content;

namespace Blog.Tests.Content;

public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("https://example.org", "/2015/12/x.html#c1", "/2015/12/x.html#c1", "https://example.org/2015/12/x.html#c1")]
    [InlineData("https://example.org/", "/", "/", "https://example.org/")]
    [InlineData("https://example.org/sub/blog", "/labels/", "/sub/blog/labels/", "https://example.org/sub/blog/labels/")]
    [InlineData("https://example.org", "/a b\"<é😀.html", "/a%20b%22%3C%C3%A9%F0%9F%98%80.html", "https://example.org/a%20b%22%3C%C3%A9%F0%9F%98%80.html")]
    [InlineData("https://example.org", "/caf%C3%A9.html", "/caf%C3%A9.html", "https://example.org/caf%C3%A9.html")]
    public void A_link_works_wherever_the_site_lies(string site, string address, string href, string absolute)
    {
        var siteAddress = new SiteAddress(site);
        Assert.Equal(href, siteAddress.Href(address));
        Assert.Equal(absolute, siteAddress.Absolute(address));
    }

    [Theory]
    [InlineData("/", 1, "/", "index.html")]
    [InlineData("/", 2, "/page/2.html", "page/2.html")]
    [InlineData("/2015/12/", 3, "/2015/12/page/3.html", "2015/12/page/3.html")]
    [InlineData("/labels/pay.html", 2, "/labels/pay.p2.html", "labels/pay.p2.html")]
    [InlineData("/2015/12/", 1, "/2015/12/", "2015/12/index.html")]
    public void Pages_of_a_list_have_files_of_their_own(string first, int page, string address, string file)
    {
        Assert.Equal(address, SiteAddresses.OfPage(first, page));
        Assert.Equal(file, SiteAddresses.ToFile(address));
    }
}
