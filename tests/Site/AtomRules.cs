using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Blog.Tests.Site;

/// <summary>The rules of RFC 4287 that a feed can break, and those of RFC 4685 for replies; each said in the RFC's words.</summary>
internal static partial class AtomRules
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Thread = "http://purl.org/syndication/thread/1.0";

    public static XElement Check(string xml)
    {
        var feed = XDocument.Parse(xml).Root!; // a parsed document has a root
        Assert.Equal(Atom + "feed", feed.Name);
        CheckCommon(feed);
        Assert.Single(feed.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == "self");
        var entries = feed.Elements(Atom + "entry").ToList();
        foreach (var entry in entries)
        {
            CheckCommon(entry);
            Assert.Single(entry.Elements(Atom + "content"));
            Assert.Equal("html", entry.Element(Atom + "content")?.Attribute("type")?.Value);
            Assert.True(entry.Elements(Atom + "published").Count() <= 1);
            Assert.NotEmpty(entry.Elements(Atom + "author")); // or the feed has one
            foreach (var reply in entry.Elements(Thread + "in-reply-to"))
            {
                Assert.Matches(Tag(), reply.Attribute("ref")?.Value);
                Assert.StartsWith("http", reply.Attribute("href")?.Value, StringComparison.Ordinal);
            }
        }

        var ids = entries.Select(entry => entry.Element(Atom + "id")?.Value).Append(feed.Element(Atom + "id")?.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        return feed;
    }

    public static string? Text(this XElement element, string name) => element.Element(Atom + name)?.Value;

    private static void CheckCommon(XElement element)
    {
        foreach (var name in new[] { "id", "title", "updated" })
        {
            Assert.Single(element.Elements(Atom + name));
        }

        Assert.Matches(Tag(), element.Text("id"));
        foreach (var date in element.Elements().Where(child => child.Name == Atom + "updated" || child.Name == Atom + "published"))
        {
            Assert.Matches(Rfc3339(), date.Value);
            Assert.True(DateTimeOffset.TryParse(date.Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        }

        foreach (var link in element.Elements(Atom + "link"))
        {
            Assert.True(Uri.TryCreate(link.Attribute("href")?.Value, UriKind.Absolute, out _));
        }

        // "atom:link elements with rel alternate that have the same type and hreflang" must not repeat.
        Assert.Single(element.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == "alternate");
    }

    [GeneratedRegex(@"\Atag:[a-z0-9.-]+,[0-9]{4}:[A-Za-z0-9._~/-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
