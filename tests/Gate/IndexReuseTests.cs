using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Gate;
using Blog.Gate.Reuse;
using Blog.Search.Index;
using Blog.Site;
using Blog.Source;
using Blog.Tests.Search.Index;

namespace Blog.Tests.Gate;

/// <summary>An index that is mostly one that was checked is checked where it is other, and nothing gets past that.</summary>
public sealed class IndexReuseTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TemporaryFolder _blog = new();
    private readonly IndexedPages _before = Pages();

    private string Staged => Path.Combine(_blog.Root, "staged");

    public IndexReuseTests()
    {
        _blog.Put("input/site.yml", "title: The Example Review\naddress: https://blog.example\n");
        _before.Index();
        Publish(_before);
    }

    public void Dispose() => _blog.Dispose();

    [Fact]
    public void What_one_comment_changes_is_decoded_and_the_rest_is_not()
    {
        var blocks = IndexRoot.Read(_before.Files[IndexFormat.Root]).Keys.Count;
        foreach (var instead in new[] { "yonder", "yard yonder", string.Empty }) // as long as before, of another class, and shorter
        {
            var (findings, known) = Check(Edited(_before, "yard", instead));
            Assert.Empty(findings);
            Assert.InRange(known, 1, blocks - 1);
        }
    }

    [Fact]
    public void Every_kind_of_file_is_looked_into_whether_it_changed_or_not()
    {
        var pages = Edited(_before, "yard", "yard yonder");
        pages.WriteTo(Staged);
        foreach (var (kind, folders) in Kinds(pages))
        {
            var files = pages.Files.Keys.Where(file => folders.Any(folder => folder.Length > 0 && file.StartsWith(IndexFormat.Folder + folder + "/", StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToList();
            var other = files.Find(file => !_before.Files.Values.Any(bytes => bytes.AsSpan().SequenceEqual(pages.Files[file]))) ?? files[0];
            var same = files.Find(file => file != other) ?? files[0];
            AssertFound(kind + " damaged", same, Damage(pages.Files[same]));
            AssertFound(kind + " with something behind", other, [.. pages.Files[other], .. "Linnet Quay"u8]);
            File.WriteAllBytes(Path.Combine(Staged, same), pages.Files[same]);
            File.WriteAllBytes(Path.Combine(Staged, other), pages.Files[other]);
        }

        Assert.Empty(CheckStaged(pages).Findings);
        Directory.CreateDirectory(Path.Combine(Staged, "search/0123456789ab"));
        AssertFound("stray", "search/0123456789ab/0.bin", [1, 2, 3]);

        void AssertFound(string what, string path, byte[] bytes)
        {
            File.WriteAllBytes(Path.Combine(Staged, path), bytes);
            Assert.True(CheckStaged(pages).Findings.Count > 0, $"{what}: {path}");
        }
    }

    [Fact]
    public void An_index_of_other_pages_is_found()
    {
        // Of a word that the index has not, and of a class that its lists do not give the unit.
        Assert.NotEmpty(Check(Mixed(pagesOf: Edited(_before, "yard", "Quay"), indexOf: _before)).Findings);
        Assert.NotEmpty(Check(Mixed(pagesOf: Edited(_before, "yard", "yard yonder"), indexOf: _before)).Findings);
        Assert.NotEmpty(Check(Mixed(pagesOf: Edited(_before, "yard", "yonder"), indexOf: Edited(_before, "yard", "Quay"))).Findings);

        static IndexedPages Mixed(IndexedPages pagesOf, IndexedPages indexOf)
        {
            var mixed = Copy(pagesOf);
            foreach (var (path, bytes) in indexOf.Files.Where(file => IndexFile(file.Key)))
            {
                mixed.Change(path, bytes);
            }

            return mixed;
        }
    }

    [Fact]
    public void A_published_index_that_somebody_changed_is_not_leant_on_nor_one_of_other_units()
    {
        var more = Copy(_before);
        more.Add("more", "Lamps", "The yard at night", "Yes");
        more.Index();
        var (ofMore, knownOfMore) = Check(more);
        Assert.Empty(ofMore);
        Assert.Equal(0, knownOfMore);

        foreach (var file in Directory.EnumerateFiles(Path.Combine(_blog.Root, "output", "search"), "*.bin", SearchOption.AllDirectories))
        {
            File.WriteAllBytes(file, Damage(File.ReadAllBytes(file)));
        }

        var (findings, known) = Check(Edited(_before, "yard", "yonder"));
        Assert.Empty(findings);
        Assert.Equal(0, known);
    }

    /// <summary>Many rare words, so that the dictionary has blocks that lean on no list, and one that all texts have, whose lists and positions lie in streams.</summary>
    private static IndexedPages Pages()
    {
        var random = new Random(5);
        var pages = new IndexedPages();
        for (var post = 0; post < 245; post++)
        {
            pages.Add($"p{post}", $"The yard {Word()}", Text(), [.. Enumerable.Range(0, 4).Select(_ => Text())]);
        }

        return pages;

        string Text() => $"{Word()} {Word()} {(random.Next(3) == 0 ? Word() : "yarn of zinc")} yard {string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => Word()))}";

        string Word() => $"x{random.Next(20_000)}";
    }

    private static Dictionary<string, IReadOnlyList<string>> Kinds(IndexedPages pages)
    {
        var root = IndexRoot.Read(pages.Files[IndexFormat.Root]);
        return new Dictionary<string, IReadOnlyList<string>>
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
    }

    /// <summary>The pages with another word in one comment, and their index.</summary>
    private static IndexedPages Edited(IndexedPages pages, string word, string instead)
    {
        var edited = Copy(pages);
        var (path, text) = edited.Files.Select(file => (file.Key, Text: Encoding.UTF8.GetString(file.Value))).OrderBy(file => file.Key, StringComparer.Ordinal).First(file => Comment(word).IsMatch(file.Text));
        edited.Change(path, Encoding.UTF8.GetBytes(Comment(word).Replace(text, "$1" + instead, 1)));
        edited.Index();
        return edited;

        static Regex Comment(string word) => new($"(<div class=\"body\"><p>[^<]*\\b){word}\\b(?=[^<]+<)", RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    private static IndexedPages Copy(IndexedPages pages)
    {
        var copy = new IndexedPages();
        foreach (var (path, bytes) in pages.Files.Where(file => !IndexFile(file.Key)))
        {
            copy.Change(path, bytes);
        }

        return copy;
    }

    private static bool IndexFile(string path) => path.StartsWith(IndexFormat.Folder, StringComparison.Ordinal);

    private void Publish(IndexedPages pages)
    {
        pages.WriteTo(Path.Combine(_blog.Root, "output"));
        var (input, reuse) = Begin(pages);
        Assert.DoesNotContain(SiteGate.Run(StagedSite.Open(Path.Combine(_blog.Root, "output"), "https://blog.example"), input, reuse, CancellationToken.None).Findings, OfIndex);
        Directory.CreateDirectory(Path.Combine(_blog.Root, ".build"));
        reuse.Save();
    }

    private (IReadOnlyList<GateFinding> Findings, int KnownBlocks) Check(IndexedPages pages)
    {
        if (Directory.Exists(Staged))
        {
            Directory.Delete(Staged, recursive: true);
        }

        pages.WriteTo(Staged);
        return CheckStaged(pages);
    }

    private (IReadOnlyList<GateFinding> Findings, int KnownBlocks) CheckStaged(IndexedPages pages)
    {
        var (input, reuse) = Begin(pages);
        var result = SiteGate.Run(StagedSite.Open(Staged, "https://blog.example"), input, reuse, CancellationToken.None);
        return ([.. result.Findings.Where(OfIndex)], reuse.KnownBlocks);
    }

    private (GateInput Input, GateReuse Reuse) Begin(IndexedPages pages)
    {
        var folder = new BlogFolder(_blog.Root);
        var input = new GateInput { Secrets = SecretSet.None, Today = Day, Parallelism = 2, MemoryKey = "0123456789abcdef"u8.ToArray() };
        var manifest = new Manifest(Day, [.. pages.Files.Select(file => new ManifestEntry(file.Key, file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value)))).OrderBy(entry => entry.Path, StringComparer.Ordinal)]);
        return (input, GateReuse.Of(new BuildRequest(folder, new BlogReader(folder).ReadSettings(), Day, 2, Durable: false), input, manifest));
    }

    private static bool OfIndex(GateFinding finding) => finding.Check is "search index" or "files";

    private static byte[] Damage(byte[] bytes)
    {
        // A packed file is packed anew with another content, so that its own sum fits.
        var isPacked = bytes is [0x1F, 0x8B, ..];
        var content = isPacked ? ShardFolders.Unpack(bytes) : [.. bytes];
        content[content.Length / 2] ^= 0x15;
        if (!isPacked)
        {
            return content;
        }

        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            packing.Write(content);
        }

        return packed.ToArray();
    }
}
