using System.IO.Compression;
using System.Text;
using Blog.Gate;
using Blog.Search.Index;
using Blog.Tests.Search.Index;

namespace Blog.Tests.Gate;

public sealed class IndexCheckTests : IDisposable
{
    private readonly TemporaryFolder _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void An_index_of_the_pages_passes() => Assert.Empty(Check(Pages()));

    [Theory]
    [InlineData("", "Quay")] // in a text
    [InlineData("Quay", "")] // in a title
    public void A_word_that_only_the_index_has_is_found(string title, string text)
    {
        // The index is made of pages that still have the word; what is published has not.
        var withWord = Pages(title, text);
        var published = Pages();
        foreach (var (path, bytes) in withWord.Files.Where(file => file.Key.StartsWith(IndexFormat.Folder, StringComparison.Ordinal)))
        {
            published.Change(path, bytes);
        }

        foreach (var path in published.Files.Keys.Where(path => path.StartsWith(IndexFormat.Folder, StringComparison.Ordinal) && !withWord.Files.ContainsKey(path)))
        {
            published.Change(path, []);
        }

        Assert.NotEmpty(Check(published));
    }

    [Fact]
    public void Every_kind_of_file_is_looked_into()
    {
        var pages = IndexBuilderTests.Many(4000, posts: 400);
        var root = pages.Index().Root;
        var kinds = new Dictionary<string, IReadOnlyList<string>>
        {
            ["dictionary"] = root.DictionaryFolders,
            ["lists"] = root.ListFolders,
            ["post lists"] = root.PostListFolders,
            ["positions"] = root.PositionFolders,
            ["excerpts"] = root.ExcerptFolders[2],
            ["classes"] = root.ClassFolders,
            ["words"] = root.WordFolders,
            ["endings"] = root.EndingFolders,
            ["days"] = root.DayFolders,
        };
        foreach (var (kind, folders) in kinds)
        {
            var path = pages.Files.Keys.First(file => file.StartsWith(IndexFormat.Folder + folders[0], StringComparison.Ordinal));
            var bytes = pages.Files[path];

            pages.Change(path, Damage(bytes));
            Assert.True(Check(pages).Count > 0, kind + " damaged");
            pages.Change(path, [.. bytes, .. "Linnet Quay"u8]);
            Assert.True(Check(pages).Count > 0, kind + " with something behind");
            pages.Change(path, bytes);
        }

        Assert.Empty(Check(pages));
    }

    [Fact]
    public void An_excerpt_that_its_page_does_not_say_is_found()
    {
        var pages = Pages();
        var root = pages.Index().Root;
        foreach (var path in pages.Files.Keys.Where(file => root.ExcerptFolders.SelectMany(folders => folders).Any(folder => folder.Length > 0 && file.Contains(folder, StringComparison.Ordinal))).ToList())
        {
            var excerpts = Encoding.UTF8.GetString(ShardFolders.Unpack(pages.Files[path]));
            pages.Change(path, Pack(excerpts.Replace("harbour", "Linnet", StringComparison.Ordinal)));
        }

        Assert.Contains(Check(pages), finding => finding.What.Contains("shows of a unit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("search/0123456789ab/0.bin")]
    [InlineData("search/notes.json")]
    [InlineData("search/0123456789ab/0.bin.old")]
    public void A_file_that_belongs_to_no_index_is_found(string path)
    {
        var pages = Pages();
        pages.Change(path, [1, 2, 3]);

        Assert.Contains(Check(pages), finding => finding.File == path);
    }

    [Fact]
    public void A_root_with_more_than_a_root_is_found()
    {
        var pages = Pages();
        pages.Change(IndexFormat.Root, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(pages.Files[IndexFormat.Root]).Replace("{\"format\"", "{\"note\":\"Linnet Quay\",\"format\"", StringComparison.Ordinal)));

        Assert.NotEmpty(Check(pages));
    }

    private static IndexedPages Pages(string title = "", string text = "")
    {
        var pages = new IndexedPages()
            .Add("a", "Lamps " + title, "The harbour at night. " + text, "Yes to the harbour", "No " + text)
            .Add("b", "Tides", "Out and in", "Late again");
        pages.Index();
        return pages;
    }

    private IReadOnlyList<GateFinding> Check(IndexedPages pages)
    {
        foreach (var file in Directory.EnumerateFileSystemEntries(_site.Root).ToList())
        {
            if (Directory.Exists(file))
            {
                Directory.Delete(file, recursive: true);
            }
            else
            {
                File.Delete(file);
            }
        }

        pages.WriteTo(_site.Root);
        var result = SiteGate.Run(StagedSite.Open(_site.Root, "https://blog.example"), new GateInput { Secrets = SecretSet.None, Today = new DateOnly(2026, 11, 21), Parallelism = 2 }, CancellationToken.None);
        return [.. result.Findings.Where(finding => finding.Check is "search index" or "files")];
    }

    private static byte[] Damage(byte[] bytes)
    {
        // A packed file is packed anew with another content, so that its own sum fits.
        var content = bytes is [0x1F, 0x8B, ..] ? ShardFolders.Unpack(bytes) : [.. bytes];
        content[content.Length / 2] ^= 0x15;
        return bytes is [0x1F, 0x8B, ..] ? Pack(content) : content;
    }

    private static byte[] Pack(string text) => Pack(Encoding.UTF8.GetBytes(text));

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            packing.Write(content);
        }

        return packed.ToArray();
    }
}
