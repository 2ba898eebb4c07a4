using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Blog.Tests.Site;

namespace Blog.Tests.Browser;

/// <summary>The whole sample against the rules of others: HTML, feeds, sitemap, structured data.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class ConformanceTests(SampleSite site)
{
    private const string Address = "https://trimthewick.example";

    // Types and properties of schema.org that the pages use, each with where schema.org has it.
    private static readonly Dictionary<string, string[]> Schema = new(StringComparer.Ordinal)
    {
        ["Blog"] = ["name", "description", "url", "inLanguage"], // Thing, CreativeWork
        ["DiscussionForumPosting"] = ["headline", "description", "identifier", "url", "text", "author", "datePublished", "dateModified", "inLanguage", "comment", "commentCount", "name"], // CreativeWork
        ["Comment"] = ["identifier", "url", "text", "author", "datePublished", "dateModified", "parentItem", "comment", "creativeWorkStatus", "name"], // Comment, CreativeWork
        ["Person"] = ["name"], // Thing
    };

    [NuFact]
    public async Task Nu_finds_no_error_in_any_page()
    {
        using var process = Process.Start(new ProcessStartInfo("java", ["-jar", NuFactAttribute.Jar, "--skip-non-html", "--format", "json", site.Output]) { RedirectStandardError = true, UseShellExecute = false })!; // not null: a new process
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        using var json = JsonDocument.Parse(said);
        var messages = json.RootElement.GetProperty("messages").EnumerateArray().ToList();
        Assert.NotEmpty(messages); // it always has something to note
        Assert.Empty(messages.Where(message => message.GetProperty("type").GetString() is not "info").Select(message => $"{Path.GetFileName(message.GetProperty("url").GetString())}: {message.GetProperty("message").GetString()}"));
    }

    [Fact]
    public void Feeds_keep_the_rules_of_their_rfcs()
    {
        var feeds = Directory.EnumerateFiles(site.Output, "*.atom", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(feeds);
        Assert.All(feeds, feed => AtomRules.Check(File.ReadAllText(feed)));
    }

    [Fact]
    public void The_sitemap_keeps_its_schema_and_names_pages_that_are_there()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var root = XDocument.Load(Path.Combine(site.Output, "sitemap.xml")).Root!; // a parsed document has a root
        Assert.Equal(map + "urlset", root.Name);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var url in root.Elements())
        {
            Assert.Equal(map + "url", url.Name);
            Assert.Subset(new HashSet<XName> { map + "loc", map + "lastmod" }, url.Elements().Select(element => element.Name).ToHashSet());
            var loc = Assert.Single(url.Elements(map + "loc")).Value;
            Assert.InRange(loc.Length, 12, 2048);
            Assert.True(addresses.Add(loc));
            Assert.StartsWith(Address + "/", loc, StringComparison.Ordinal);
            var path = Uri.UnescapeDataString(loc[(Address.Length + 1)..]);
            Assert.True(File.Exists(Path.Combine(site.Output, path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path)), loc);
            Assert.All(url.Elements(map + "lastmod"), day => Assert.Matches(@"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z))?)?)?$", day.Value)); // W3C, "Date and Time Formats"
        }
    }

    [Fact]
    public void Structured_data_uses_types_and_properties_of_schema_org()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            foreach (var script in new HtmlParser().ParseDocument(File.ReadAllText(file)).QuerySelectorAll("script[type='application/ld+json']"))
            {
                using var json = JsonDocument.Parse(script.TextContent);
                Assert.Equal("https://schema.org", json.RootElement.GetProperty("@context").GetString());
                Look(json.RootElement, seen);
            }
        }

        Assert.Equal(Schema.Keys.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private static void Look(JsonElement thing, HashSet<string> seen)
    {
        if (thing.ValueKind == JsonValueKind.Array)
        {
            foreach (var each in thing.EnumerateArray())
            {
                Look(each, seen);
            }
        }

        if (thing.ValueKind != JsonValueKind.Object || (!thing.TryGetProperty("@type", out var type) && thing.TryGetProperty("@id", out _)))
        {
            return; // a value, or a reference to a thing described elsewhere
        }

        seen.Add(type.GetString()!);
        foreach (var property in thing.EnumerateObject().Where(property => property.Name[0] != '@'))
        {
            Assert.Contains(property.Name, Schema[type.GetString()!]);
            if (property.Name.StartsWith("date", StringComparison.Ordinal))
            {
                Assert.Matches(@"^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z))?)?$", property.Value.GetString()); // ISO 8601
            }

            Look(property.Value, seen);
        }
    }
}
