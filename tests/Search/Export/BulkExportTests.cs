using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Gate;
using Blog.Search.Export;
using Blog.Site;
using Blog.Source;
using Blog.Tests.Gate;

namespace Blog.Tests.Search.Export;

/// <summary>The files are what the bulk interfaces of OpenSearch and Elasticsearch document, and hold what the site shows, each unit once.</summary>
public sealed class BulkExportTests : IDisposable
{
    private readonly TemporaryFolder _blog = new();
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Every_unit_is_a_pair_of_lines_that_the_mapping_takes()
    {
        new EditedBlog(new Random(7)).Write(_blog);
        _blog.Put("input/posts/odd.md", "---\nid: odd\ntitle: Odd \"title\"\nurl: /2026/01/odd.html\nlabels: [two words]\nprovenance: editor\n---\n\nSaid in [Place removed].\n\nSecond paragraph \u2028 with \\ and <b>.\n");
        await BuildAsync();
        var (posts, comments, files) = Export();

        var mapping = JsonDocument.Parse(_files[BulkExport.MappingFile]).RootElement.GetProperty("mappings");
        Assert.Equal("strict", mapping.GetProperty("dynamic").GetString());
        var known = mapping.GetProperty("properties").EnumerateObject().Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var bulk = _files[Assert.Single(_files.Keys, name => name != BulkExport.MappingFile)];
        Assert.Equal(1, files);
        Assert.Equal((byte)'\n', bulk[^1]);
        var lines = Encoding.UTF8.GetString(bulk).Split('\n')[..^1];
        Assert.Equal(2 * (posts + comments), lines.Length);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in lines.Chunk(2))
        {
            var action = Assert.Single(JsonDocument.Parse(pair[0]).RootElement.EnumerateObject());
            Assert.Equal("index", action.Name);
            Assert.Equal(["_index", "_id"], action.Value.EnumerateObject().Select(field => field.Name));
            Assert.True(ids.Add(action.Value.GetProperty("_id").GetString() ?? string.Empty));
            var document = JsonDocument.Parse(pair[1]).RootElement;
            Assert.All(document.EnumerateObject(), field => Assert.Contains(field.Name, known));
            Assert.True(File.Exists(Path.Combine(_blog.Root, "output", document.GetProperty("url").GetString()!["https://example.org/".Length..].Split('#')[0])));
            Assert.False(document.TryGetProperty("date", out var date) && !System.Text.RegularExpressions.Regex.IsMatch(date.GetString()!, @"^\d{4}(-\d\d(-\d\d(T\d\d:\d\dZ)?)?)?$"));
        }

        Assert.Equal(13, posts);
        var odd = lines[Array.FindIndex(lines, line => line.Contains("\"_id\":\"odd\"", StringComparison.Ordinal)) + 1];
        var shown = JsonDocument.Parse(odd).RootElement;
        Assert.Equal("Odd \"title\"", shown.GetProperty("title").GetString());
        Assert.False(shown.TryGetProperty("date", out _)); // an empty string is no date
        Assert.Contains("Second paragraph", shown.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Any(c => char.IsControl(c)));
    }

    [Fact]
    public async Task The_same_site_gives_the_same_bytes_and_no_file_grows_too_large()
    {
        new EditedBlog(new Random(8)).Write(_blog);
        var words = string.Join(' ', Enumerable.Repeat(EditedBlog.Word(2), 200_000));
        for (var i = 0; i < 8; i++)
        {
            _blog.Put($"input/posts/long{i}.md", $"---\nid: long{i}\ntitle: Long {i}\nurl: /2026/01/long{i}.html\nprovenance: editor\n---\n\n{words}\n");
        }

        await BuildAsync();
        Export();
        var first = _files.ToDictionary(file => file.Key, file => Convert.ToHexString(SHA256.HashData(file.Value)));
        Assert.True(first.Count > 2);
        Assert.All(_files, file => Assert.InRange(file.Value.Length, 1, BulkExport.MostBytes));
        Assert.All(_files.Where(file => file.Key != BulkExport.MappingFile), file => Assert.StartsWith("{\"index\":", Encoding.UTF8.GetString(file.Value.AsSpan(0, 20)), StringComparison.Ordinal));
        _files.Clear();
        Export();
        Assert.Equal(first, _files.ToDictionary(file => file.Key, file => Convert.ToHexString(SHA256.HashData(file.Value))));
    }

    [Theory]
    [InlineData("discussions", true)]
    [InlineData("a-1_b", true)]
    [InlineData("", false)]
    [InlineData("_all", false)]
    [InlineData("Upper", false)]
    [InlineData("a/b", false)]
    [InlineData("-x", false)]
    public void An_index_has_a_name_that_a_server_takes(string name, bool isOne) => Assert.Equal(isOne, BulkExport.IsIndexName(name));

    private (int Posts, int Comments, int Files) Export()
    {
        var output = Path.Combine(_blog.Root, "output");
        var pages = Directory.EnumerateFiles(output, "*.html", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'));
        return BulkExport.Write(pages, page => File.ReadAllBytes(Path.Combine(output, page)), "https://example.org/", "discussions", (file, bytes) => _files.Add(file, bytes.ToArray()), CancellationToken.None);
    }

    private async Task BuildAsync()
    {
        var folder = new BlogFolder(_blog.Root);
        var day = new DateOnly(2026, 11, 21);
        var request = new BuildRequest(folder, new BlogReader(folder).ReadSettings(), day, 2, Durable: false);
        Assert.Empty((await CheckedBuild.RunAsync(request, new GateInput { Secrets = SecretSet.None, Today = day, Parallelism = 2 }, new Progress<BuildStep>(), CancellationToken.None)).Findings);
    }
}
