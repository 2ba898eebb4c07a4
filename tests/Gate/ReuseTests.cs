using System.Security.Cryptography;
using System.Text;
using Blog.Gate;
using Blog.Site;
using Blog.Source;

namespace Blog.Tests.Gate;

/// <summary>What a build takes over from the one before is what it would have made: byte for byte, finding for finding.</summary>
public sealed class ReuseTests : IDisposable
{
    private const string Key = "0123456789abcdef";

    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TemporaryFolder _blog = new();
    private readonly TemporaryFolder _anew = new();

    public void Dispose()
    {
        _blog.Dispose();
        _anew.Dispose();
    }

    /// <summary>Twelve invented posts and threads, edited at random; after every edit the blog is built here upon what was, and elsewhere from nothing.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_any_edits_the_site_is_the_one_a_full_build_makes(int seed)
    {
        var blog = new EditedBlog(new Random(seed));
        var carried = 0;
        var known = 0;
        for (var edit = 0; edit < 14; edit++)
        {
            var what = edit == 0 ? "the first build" : blog.Edit(_blog);
            blog.Write(_blog);
            blog.Write(_anew);
            var upon = await BuildAsync(_blog, SecretSet.None);
            foreach (var old in new[] { ".build", "output" }.Select(name => Path.Combine(_anew.Root, name)).Where(Directory.Exists))
            {
                Directory.Delete(old, recursive: true);
            }

            var full = await BuildAsync(_anew, SecretSet.None);

            Assert.Empty(upon.Findings);
            Assert.Equal(Contents(_anew), Contents(_blog));
            Assert.True(full.Warnings.SequenceEqual(upon.Warnings), $"seed {seed}, edit {edit}, {what}: other warnings");
            Assert.Equal(0, full.Carried);
            carried += upon.Carried;
            known += upon.Gate.Known;
        }

        Assert.True(carried > 100, $"only {carried} files were taken over");
        Assert.True(known > 100, $"only {known} files were known to be clean");
    }

    [Fact]
    public async Task A_name_that_is_redacted_later_is_found_in_pages_that_did_not_change()
    {
        new EditedBlog(new Random(3)).Write(_blog);
        _blog.Put("input/posts/odd.md", "---\nid: odd\ntitle: Odd\ndate: 2026-01-02\nurl: /2026/01/odd.html\nprovenance: editor\n---\n\nA letter from Linnet Quay.\n");
        Assert.Empty((await BuildAsync(_blog, SecretSet.None)).Findings);
        Assert.NotEqual(0, (await BuildAsync(_blog, SecretSet.None)).Gate.Known);

        var secret = new Secret("12", "Linnet Quay", SecretScope.Everywhere);
        var report = await BuildAsync(_blog, SecretSet.Of([secret]));
        Assert.Contains(report.Findings, finding => finding is { Case: "12", Place: "2026/01/odd.html#odd" });

        // Elsewhere it is allowed, and then the scope widens.
        var narrow = secret with { Scope = SecretScope.Of(["nowhere"]) };
        Assert.Empty((await BuildAsync(_blog, SecretSet.Of([narrow]))).Findings);
        Assert.NotEqual(0, (await BuildAsync(_blog, SecretSet.Of([narrow]))).Gate.Known);
        Assert.NotEmpty((await BuildAsync(_blog, SecretSet.Of([narrow with { Scope = SecretScope.Of(["nowhere", "odd"]) }]))).Findings);
    }

    [Fact]
    public async Task A_page_that_somebody_changed_in_the_published_site_is_made_again()
    {
        new EditedBlog(new Random(4)).Write(_blog);
        await BuildAsync(_blog, SecretSet.None);
        var before = Contents(_blog);
        var page = Directory.EnumerateFiles(Path.Combine(_blog.Root, "output", "2026"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var bytes = File.ReadAllBytes(page);
        var time = File.GetLastWriteTimeUtc(page);
        File.Delete(page);
        File.WriteAllBytes(page, [.. bytes[..^5], .. "<!---"u8]); // as long, and then as old
        File.SetLastWriteTimeUtc(page, time);
        await BuildAsync(_blog, SecretSet.None);
        Assert.Equal(before, Contents(_blog));
    }

    [Fact]
    public async Task What_is_remembered_holds_no_text_but_of_the_published_pages_and_nothing_without_a_key()
    {
        new EditedBlog(new Random(5)).Write(_blog);
        _blog.Put("input/posts/odd.md", "---\nid: odd\ntitle: Odd\ndate: 2026-01-02\nurl: /2026/01/odd.html\nprovenance: editor\n---\n\nSaid of the Zanzibarium.\n");
        var secrets = SecretSet.Of([new Secret("12", "Linnet Quay", SecretScope.Everywhere)]);
        await BuildAsync(_blog, secrets);
        var remembered = Remembered();
        Assert.Equal(["gate.memory", "index.memory", "posts.memory", "site.memory"], remembered.Keys.Order(StringComparer.Ordinal));
        Assert.All(remembered.Values, text => Assert.DoesNotContain("Linnet", text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["index.memory", "posts.memory"], remembered.Where(file => file.Value.Contains("zanzibarium", StringComparison.OrdinalIgnoreCase)).Select(file => file.Key));

        // A site that is refused changes nothing of it; what left the pages leaves it too.
        _blog.Put("input/posts/even.md", "---\nid: even\ntitle: Even\ndate: 2026-01-03\nurl: /2026/01/even.html\nprovenance: editor\n---\n\nSaid by Linnet Quay.\n");
        Assert.NotEmpty((await BuildAsync(_blog, secrets)).Findings);
        Assert.Equal(remembered, Remembered());
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(_blog.Root, ".build"), "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("Linnet", StringComparison.OrdinalIgnoreCase));
        File.Delete(Path.Combine(_blog.Root, "input/posts/even.md"));
        _blog.Put("input/posts/odd.md", "---\nid: odd\ntitle: Odd\ndate: 2026-01-02\nurl: /2026/01/odd.html\nprovenance: editor\n---\n\nSaid of it.\n");
        Assert.Empty((await BuildAsync(_blog, secrets)).Findings);
        Assert.All(Remembered().Values, text => Assert.DoesNotContain("zanzibarium", text, StringComparison.OrdinalIgnoreCase));

        File.Delete(Path.Combine(_blog.Root, ".build", "gate.memory"));
        await BuildAsync(_blog, secrets, key: null);
        Assert.False(File.Exists(Path.Combine(_blog.Root, ".build", "gate.memory")));
    }

    [Fact]
    public async Task An_index_whose_pages_are_the_same_is_taken_over_and_made_anew_where_a_file_of_it_is_not_as_it_was()
    {
        new EditedBlog(new Random(7)).Write(_blog);
        await BuildAsync(_blog, SecretSet.None);
        var before = Contents(_blog);
        var memory = Remembered()["index.memory"];
        var index = Directory.EnumerateFiles(Path.Combine(_blog.Root, "output"), "*.bin", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        var same = await BuildAsync(_blog, SecretSet.None);
        Assert.True(same.Carried > index.Count + 12, $"only {same.Carried} files were taken over"); // the index, and a page of each post
        Assert.Equal(memory, Remembered()["index.memory"]);
        Assert.Equal(before, Contents(_blog));

        File.WriteAllBytes(index[0], [.. File.ReadAllBytes(index[0]), 0]);
        var anew = await BuildAsync(_blog, SecretSet.None);
        Assert.InRange(anew.Carried, 13, same.Carried - index.Count);
        Assert.Equal(before, Contents(_blog));

        _blog.Put("input/posts/odd.md", "---\nid: odd\ntitle: Odd\ndate: 2026-01-02\nurl: /2026/01/odd.html\nprovenance: editor\n---\n\nSaid of the Zanzibarium.\n");
        Assert.Empty((await BuildAsync(_blog, SecretSet.None)).Findings);
        Assert.Contains("zanzibarium", Remembered()["index.memory"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_memory_that_is_cut_off_is_none()
    {
        new EditedBlog(new Random(6)).Write(_blog);
        await BuildAsync(_blog, SecretSet.None);
        var before = Contents(_blog);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_blog.Root, ".build"), "*.memory"))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..200]);
        }

        var report = await BuildAsync(_blog, SecretSet.None);
        Assert.Equal((0, 0), (report.Carried, report.Gate.Known));
        Assert.Equal(before, Contents(_blog));
    }

    private SortedDictionary<string, string> Remembered() =>
        new(Directory.EnumerateFiles(Path.Combine(_blog.Root, ".build"), "*.memory").ToDictionary(file => Path.GetFileName(file), file => Encoding.Latin1.GetString(File.ReadAllBytes(file))), StringComparer.Ordinal);

    private static string Contents(TemporaryFolder blog)
    {
        var output = Path.Combine(blog.Root, "output");
        return string.Join('\n', Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(output, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))} {File.GetLastWriteTimeUtc(file):O}"));
    }

    private static Task<BuildReport> BuildAsync(TemporaryFolder blog, SecretSet secrets, string? key = Key)
    {
        var folder = new BlogFolder(blog.Root);
        var request = new BuildRequest(folder, new BlogReader(folder).ReadSettings(), Day, 2, Durable: false) { Rest = TimeSpan.Zero }; // files are edited faster here than by anybody
        var input = new GateInput { Secrets = secrets, Today = Day, Parallelism = 2, MemoryKey = key is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(key) };
        return CheckedBuild.RunAsync(request, input, new Progress<BuildStep>(), CancellationToken.None);
    }
}
