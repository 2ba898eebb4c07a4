using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Site;
using Blog.Source;

namespace Blog.Tests.Commands;

/// <summary>A package for a library, and what a takedown knows of it, as their user runs them; on the way, the list by which copies on readers' devices learn of a takedown.</summary>
public sealed class ExportArchiveTests : IDisposable
{
    private const string Page = "/2016/02/why-a-keeper-is-writing.html";

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_package_holds_the_public_site_with_true_checksums_and_a_takedown_names_who_has_it()
    {
        Browser.SampleSite.CopyFolder(Path.Combine(SharedMaterial.Project, "input"), _temporary.File("blog", "input"));
        Assert.Equal(2, (await RunAsync("export", "archive", "x.zip", "--for", "The county library")).ExitCode); // neither site nor store
        Assert.False(File.Exists(_temporary.File("x.zip")));
        await DoneAsync("vault", "init");
        await DoneAsync("build", "--as-of", "2026-11-21");
        Assert.Equal(2, (await RunAsync("export", "archive", "blog/output/x.zip", "--for", "The county library")).ExitCode);
        await DoneAsync("export", "archive", "x.zip", "--for", "The county library", "--delete-by", "2030-01-31");
        Assert.Equal(2, (await RunAsync("export", "archive", "x.zip", "--for", "The county library")).ExitCode); // it overwrites nothing
        Assert.False(Directory.EnumerateFiles(_temporary.File("blog", "output"), "*.zip", SearchOption.AllDirectories).Any());

        ReadBag();
        var copies = (await RunAsync("takedown", "copies")).Output;
        Assert.Contains("(for The county library)", copies, StringComparison.Ordinal);
        Assert.Contains("to be deleted by 2030-01-31  is there", copies, StringComparison.Ordinal);

        var html = await File.ReadAllTextAsync(_temporary.File("blog", "output") + Page);
        var comment = Regex.Match(html, "<li id=\"(c[a-z0-9-]+)\"").Groups[1].Value;
        var before = Lines();
        Assert.Contains("Taken down", (await RunAsync("takedown", "now", $"{Page}#{comment}")).Output, StringComparison.Ordinal); // 1: no store knows the sample's comments
        var after = Lines();
        Assert.NotEqual(before[Page], after[Page]);
        var sum = SHA256.HashData(await File.ReadAllBytesAsync(_temporary.File("blog", "output") + Page));
        Assert.Equal(BitConverter.ToString(sum, 0, 6).ToLowerInvariant(), after[Page]);
        Assert.Contains(Blog.Site.Hosting.WithdrawnFiles.Read(new BlogFolder(_temporary.File("blog"))), file => "/" + file.Path == Page);
    }

    /// <summary>As a library's program validates it (RFC 8493, 3).</summary>
    private void ReadBag()
    {
        using var zip = ZipFile.OpenRead(_temporary.File("x.zip"));
        const string folder = "site-2026-11-21/";
        Assert.All(zip.Entries, entry => Assert.StartsWith(folder, entry.FullName, StringComparison.Ordinal));
        var files = zip.Entries.ToDictionary(entry => entry.FullName[folder.Length..], Bytes, StringComparer.Ordinal);
        Assert.Equal("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", Encoding.UTF8.GetString(files["bagit.txt"]));
        var payload = files.Where(file => file.Key.StartsWith("data/", StringComparison.Ordinal)).ToList();
        Compare("manifest-sha256.txt", payload);
        Compare("tagmanifest-sha256.txt", [.. files.Where(file => file.Key is "bagit.txt" or "bag-info.txt" or "manifest-sha256.txt")]);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\nPayload-Oxum: {payload.Sum(file => (long)file.Value.Length)}.{payload.Count}\n"), Encoding.UTF8.GetString(files["bag-info.txt"]), StringComparison.Ordinal);
        Assert.Equal(StagingFolder.PublishedManifest(new BlogFolder(_temporary.File("blog")))!.Entries.Count, payload.Count);
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(2026, 11, 21), entry.LastWriteTime.DateTime));

        void Compare(string manifest, IReadOnlyCollection<KeyValuePair<string, byte[]>> wanted) => Assert.Equal(
            wanted.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Value))}  {file.Key}").Order(StringComparer.Ordinal),
            Encoding.UTF8.GetString(files[manifest]).TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private Dictionary<string, string> Lines() => File.ReadAllLines(_temporary.File("blog", "output", "offline.txt")).ToDictionary(line => line[18..], line => line[..17], StringComparer.Ordinal);

    private async Task DoneAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.True(run.ExitCode == 0, run.ToString());
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault"), ["BLOG_VAULT_PASSPHRASE"] = "quiet lanterns over slate water" }, [.. arguments, "--blog", "blog"]);
}
