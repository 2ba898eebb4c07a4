using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using System.Xml.Schema;
using AngleSharp.Html.Parser;
using Blog.Tests.Site;

namespace Blog.Tests.Browser;

/// <summary>The whole sample against the rules of others: HTML, feeds, sitemap, structured data.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class ConformanceTests(SampleSite site)
{
    private const string Address = "https://trimthewick.example";

    // What the pages use of schema.org, so that a type that no page has any more is seen.
    private static readonly string[] Types = ["Blog", "Comment", "DiscussionForumPosting", "Person"];

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
    public void The_sitemap_names_pages_that_are_there()
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
            Assert.True(addresses.Add(loc));
            Assert.StartsWith(Address + "/", loc, StringComparison.Ordinal);
            var path = Uri.UnescapeDataString(loc[(Address.Length + 1)..]);
            Assert.True(File.Exists(Path.Combine(site.Output, path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path)), loc);
        }
    }

    [NuFact]
    public void The_sitemap_keeps_the_published_schema()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(NuFactAttribute.Modules, "sitemap", "schema", "sitemap.xsd"));
        var faults = new List<string>();
        XDocument.Load(Path.Combine(site.Output, "sitemap.xml")).Validate(schemas, (_, fault) => faults.Add(fault.Message));
        Assert.Empty(faults);
        var wrong = XDocument.Parse("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://a.example/</loc><lastmod>2016-13-01</lastmod></url></urlset>");
        wrong.Validate(schemas, (_, fault) => faults.Add(fault.Message));
        Assert.NotEmpty(faults); // it can find one
    }

    [NuFact]
    public void Structured_data_uses_types_and_properties_of_schema_org()
    {
        var vocabulary = SchemaVocabulary.Read(Path.Combine(NuFactAttribute.Modules, "schema-dts", "dist", "schema.d.ts"));
        Assert.False(vocabulary.Has("Comment", "commentText")); // it can say no
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            foreach (var script in new HtmlParser().ParseDocument(File.ReadAllText(file)).QuerySelectorAll("script[type='application/ld+json']"))
            {
                using var json = JsonDocument.Parse(script.TextContent);
                Assert.Equal("https://schema.org", json.RootElement.GetProperty("@context").GetString());
                Look(json.RootElement, vocabulary, seen);
            }
        }

        Assert.Equal(Types, seen.Order(StringComparer.Ordinal));
    }

    private static void Look(JsonElement thing, SchemaVocabulary vocabulary, HashSet<string> seen)
    {
        if (thing.ValueKind == JsonValueKind.Array)
        {
            foreach (var each in thing.EnumerateArray())
            {
                Look(each, vocabulary, seen);
            }
        }

        if (thing.ValueKind != JsonValueKind.Object || (!thing.TryGetProperty("@type", out var type) && thing.TryGetProperty("@id", out _)))
        {
            return; // a value, or a reference to a thing described elsewhere
        }

        seen.Add(type.GetString()!);
        foreach (var property in thing.EnumerateObject().Where(property => property.Name[0] != '@'))
        {
            Assert.True(vocabulary.Has(type.GetString()!, property.Name), $"schema.org has no {property.Name} for {type}.");
            if (property.Value is { ValueKind: JsonValueKind.Object } inner && inner.TryGetProperty("@type", out var innerType))
            {
                Assert.True(vocabulary.Takes(property.Name, innerType.GetString()!), $"schema.org's {property.Name} takes no {innerType}.");
            }

            if (property.Name.StartsWith("date", StringComparison.Ordinal))
            {
                Assert.Matches(@"^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z))?)?$", property.Value.GetString()); // ISO 8601
            }

            Look(property.Value, vocabulary, seen);
        }
    }
}
