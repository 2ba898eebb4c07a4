using System.Text.Json;
using Blog.Html;
using Blog.Import;
using Blog.Import.Readers;
using Blog.Search.Query;
using Blog.Tests.Vault;
using Blog.Text;
using Blog.Vault;

namespace Blog.Tests.Text;

/// <summary>Every naughty string as a title, a label, an address, a query of readers and one of moderators: lines of plain text, addresses of the site, and no error.</summary>
public sealed class NaughtyStringsTests
{
    [SharedFact]
    public void As_titles_and_labels_they_are_one_line_and_as_addresses_plain_letters()
    {
        var texts = new EntryTexts("http://quay.example/");
        Assert.All(Strings(), text =>
        {
            var line = texts.Line(text);
            Assert.True(line is null || line is { Length: > 0 and <= 1_000 } && !line.Any(char.IsControl) && line == line.Trim());
            Assert.All(texts.Labels([text, text]), label => Assert.Equal(line, label));
            var slug = SlugMaker.Make(text);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
            Assert.True(LinkPolicy.TrySitePath($"/2015/12/{slug}.html", out var path) && path == $"/2015/12/{slug}.html");
            _ = OldAddress.Fold("http://quay.example/" + text);
        });
    }

    [SharedFact]
    public void As_queries_they_are_read_and_answered()
    {
        using var fixture = new VaultFixture();
        using var store = fixture.Open();
        VaultFixture.TakeIn(store, VaultFixture.Archive(), VaultFixture.Post("1", 0, "The otter swam.", Visibility.Public));
        Assert.All(Strings(), text =>
        {
            var query = QueryParser.Parse(text);
            Assert.NotNull(QueryDescription.Of(query.Query, new Dictionary<string, string>()));
            Assert.InRange(store.Search(text, 10).Count, 0, 1);
        });
    }

    private static List<string> Strings()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedMaterial.File("data", "hostile", "blns", "blns.json")));
        List<string> strings = [.. file.RootElement.EnumerateArray().Select(item => item.GetString()!)]; // not null: the file holds strings
        Assert.Equal(515, strings.Count);
        return strings;
    }
}
