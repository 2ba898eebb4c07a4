using System.Globalization;
using Blog.Content;
using Blog.Model;
using Blog.Pages;

namespace Blog.Site;

/// <summary>Lists the site's pages for search engines (sitemaps.org, protocol 0.9).</summary>
/// <remarks>
/// <c>lastmod</c> is no finer than what is public, and stands only for posts: that of a list would be today's guess. The protocol's text allows every W3C date, its schema only days and times with
/// seconds: where no more than a month is known there is none.
/// </remarks>
public static class Sitemap
{
    /// <summary>Most addresses in one file, by the protocol.</summary>
    public const int MaxUrls = 50_000;

    private const string Head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

    /// <summary><c>sitemap.xml</c>; over 50,000 addresses it is an index of <c>sitemap-1.xml</c>, <c>sitemap-2.xml</c> and so on.</summary>
    public static IReadOnlyList<SiteFile> Of(SiteIndex index) => Of(index, MaxUrls);

    /// <summary>As <see cref="Of(SiteIndex)"/> with another number of addresses a file. An address has at most 200 characters of path, so 50,000 stay under the protocol's 50 MB.</summary>
    internal static IReadOnlyList<SiteFile> Of(SiteIndex index, int mostUrls)
    {
        var address = new SiteAddress(index.Settings.Address);
        var files = Urls(index)
            .Chunk(mostUrls)
            .Select(urls => Urlset(urls, address))
            .ToList();
        if (files.Count == 1)
        {
            return [new SiteFile("sitemap.xml", files[0])];
        }

        var named = files.Select((bytes, i) => new SiteFile(string.Create(CultureInfo.InvariantCulture, $"sitemap-{i + 1}.xml"), bytes)).ToList();
        var xml = new FeedXml().Raw(Head + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var file in named)
        {
            xml.Raw("<sitemap>").Element("loc", address.Absolute("/" + file.Path)).Raw("</sitemap>\n");
        }

        return [new SiteFile("sitemap.xml", xml.Raw("</sitemapindex>\n").ToBytes()), .. named];
    }

    private static byte[] Urlset((string Url, PublicDate? Changed)[] urls, SiteAddress address)
    {
        var xml = new FeedXml().Raw(Head + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var (url, changed) in urls)
        {
            xml.Raw("<url>").Element("loc", address.Absolute(url));
            if (changed is { } date && LastmodOf(date) is { } day)
            {
                xml.Element("lastmod", day);
            }

            xml.Raw("</url>\n");
        }

        return xml.Raw("</urlset>\n").ToBytes();
    }

    private static string? LastmodOf(PublicDate date) => date.Precision switch
    {
        DatePrecision.Month => null,
        DatePrecision.Day => date.ToString(),
        DatePrecision.Minute => date.ToString().Insert("2015-11-02T10:04".Length, ":00"),
        _ => throw new ArgumentOutOfRangeException(nameof(date), date.Precision, "No such precision."),
    };

    /// <summary>Every page that is its own canonical address: posts with all parts of their threads, static pages, and the first page of every list.</summary>
    private static IEnumerable<(string Url, PublicDate? Changed)> Urls(SiteIndex index)
    {
        yield return (SiteAddresses.Home, null);
        foreach (var post in index.Posts.Concat(index.Pages))
        {
            var changed = FeedXml.Later(post.FrontMatter.Updated ?? post.FrontMatter.Date, post.Thread.Latest);
            for (var part = 1; part <= post.Thread.Parts; part++)
            {
                yield return (UnitAddress.OfPart(post.FrontMatter.Url, part), changed);
            }
        }

        foreach (var group in index.Labels.Concat(index.Years).Concat(index.Months).Concat(index.Series))
        {
            yield return (group.Url, null);
        }

        yield return (SiteAddresses.Archive, null);
        yield return (SiteAddresses.Glance, null);
        yield return (SiteAddresses.Labels, null);
        yield return (SiteAddresses.Series, null);
        yield return (SiteAddresses.Discussions, null);
        foreach (var address in ReaderPages.AddressesOf(index))
        {
            yield return (address, null);
        }
    }
}
