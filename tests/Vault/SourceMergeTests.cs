using System.Text;
using Blog.Import;
using Blog.Tests.Import;
using Blog.Tests.Import.Readers;
using Blog.Vault;
using FsCheck;
using FsCheck.Fluent;
using Sources = Blog.Tests.Import.Readers.Sources;

namespace Blog.Tests.Vault;

/// <summary>Several archives in one store: what they share stands once, in whatever order they come.</summary>
public sealed class SourceMergeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_blog_from_export_Takeout_and_pages_stands_once_in_every_order()
    {
        var sources = new Dictionary<string, string>
        {
            ["classic"] = Reading.Feed(Reading.Post("1") + Reading.Comment("100001", "1", content: "It was thick.") + Reading.Comment("100009", "1")),
            ["takeout"] = SampleSources.Takeout(
                SampleSources.TakeoutEntry("1", "POST", "LIVE", "<blogger:filename>/2015/12/crossing-1.html</blogger:filename>", content: "The boat was very late."),
                SampleSources.TakeoutEntry("100001", "COMMENT", "SPAM_COMMENT", "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent>", "It was thick."),
                SampleSources.TakeoutEntry("100005", "COMMENT", "LIVE", "<blogger:parent>tag:blogger.com,1999:blog-77.post-1</blogger:parent><blogger:inReplyTo>tag:blogger.com,1999:blog-77.post-100009</blogger:inReplyTo>", "Only here.")),
            ["page"] = SampleSources.BloggerPage("1", "Crossing 1", "The boat was late.", SampleSources.Threaded),
        };
        string[] names = [.. sources.Keys];
        var dumps = new HashSet<string>();
        foreach (var order in Orders(names))
        {
            dumps.Add(Dump(order.Select(name => Write(name, sources[name]))));
        }

        var dump = Assert.Single(dumps);
        Assert.Equal(1, Count(dump, "post blogger-classic"));
        Assert.Equal(5, Count(dump, "comment blogger-classic")); // two of the export, one of Takeout alone, two of the page alone
        Assert.Contains("comment blogger-classic 100001 spam", dump, StringComparison.Ordinal); // Takeout says when it was changed, and hides it
    }

    [Fact]
    public void A_later_change_stands_whichever_export_came_first()
    {
        var older = Write("older", Reading.Feed(Reading.Post("1", "<updated>2016-01-01T00:00:00Z</updated>")));
        var newer = Write("newer", Reading.Feed(Reading.Post("1", "<updated>2017-01-01T00:00:00Z</updated>").Replace("was late", "was never late", StringComparison.Ordinal)));

        var dump = Dump([older, newer]);
        Assert.Equal(dump, Dump([newer, older]));
        Assert.Contains("was never late", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Disqus_comments_stand_under_the_post_of_their_address_before_or_after()
    {
        var wordpress = Write("wordpress", SampleSources.WordPress(SampleSources.WordPressItem("1", "publish", comments: SampleSources.WordPressComment("11", "1", time: "2015-07-01 12:10:00", content: "It was thick.\n\nAll day."))));
        var disqus = Write("disqus", SampleSources.Disqus("https://www.quay.example/notes/2015/fog/?utm_source=x#disqus_thread"));

        var dump = Dump([wordpress, disqus]);
        Assert.Equal(dump, Dump([disqus, wordpress]));
        Assert.Equal(dump, Dump([disqus, wordpress, disqus, wordpress]));
        Assert.Contains("comment disqus 24 public on 1 ", dump, StringComparison.Ordinal);
        Assert.Contains("comment disqus 21 public on 1 same as 11", dump, StringComparison.Ordinal); // WordPress keeps a copy of what Disqus took
        Assert.Contains("comment disqus 22 trashed on 1 ", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Disqus_comments_wait_for_a_post_that_has_not_come()
    {
        using var fixture = new VaultFixture();
        using var store = fixture.Open();
        var outcome = Import(store, Write("disqus", SampleSources.Disqus()));
        Assert.Equal(2, outcome.WaitingComments);
        Assert.Empty(outcome.Unbalanced);
        Assert.True(outcome.Balances);
        Assert.Equal(0, Import(store, Write("wordpress", SampleSources.WordPress(SampleSources.WordPressItem("1", "publish")))).WaitingComments);
    }

    [Fact]
    public void A_blog_that_moved_stands_once_and_what_one_archive_hides_stays_hidden()
    {
        var wordpress = Write("wordpress", SampleSources.WordPress(SampleSources.WordPressItem("1", "private")));
        var blogml = Write("blogml", SampleSources.BlogML().Replace("~/notes/fog.aspx", "/notes/2015/fog/", StringComparison.Ordinal).Replace(">Fog<", ">Fog 1<", StringComparison.Ordinal));

        var dump = Dump([wordpress, blogml]);
        Assert.Equal(dump, Dump([blogml, wordpress]));
        Assert.Contains("post blogml p1 public same as 1", dump, StringComparison.Ordinal);
        Assert.Contains("post wordpress 1 private", dump, StringComparison.Ordinal);
        Assert.Contains("comment blogml c1 public on 1 ", dump, StringComparison.Ordinal);
        Assert.Contains("comment blogml c3 public on 1 to c1", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Posts_of_two_blogs_with_one_path_stay_two()
    {
        var wordpress = Write("wordpress", SampleSources.WordPress(SampleSources.WordPressItem("1", "publish")));
        var blogml = Write("blogml", SampleSources.BlogML().Replace("~/notes/fog.aspx", "/notes/2015/fog/", StringComparison.Ordinal).Replace("http://quay.example/", "http://harbour.example/", StringComparison.Ordinal));
        Assert.DoesNotContain("same as", Dump([wordpress, blogml]), StringComparison.Ordinal);
    }

    [Fact]
    public void Halves_in_either_order_and_twice_are_one()
    {
        string[] items = [.. Enumerable.Range(1, 6).Select(id => SampleSources.WordPressItem($"{id}", "publish", comments: SampleSources.WordPressComment($"{id}1", "1") + SampleSources.WordPressComment($"{id}2", "1", parent: $"{id}1")))];
        var (first, second) = (Write("first", SampleSources.WordPress(items[..3])), Write("second", SampleSources.WordPress(items[3..])));
        var overlapping = Write("overlapping", SampleSources.WordPress(items[2..5]));

        var dump = Dump([first, second]);
        Assert.Equal(dump, Dump([second, first]));
        Assert.Equal(dump, Dump([first, second, first, second]));
        Assert.Equal(Dump([first, overlapping, second]), Dump([second, overlapping, first]));
    }

    /// <summary>An archive in three parts, cut anywhere and in any order, is the archive in one piece: the same rows, the same places.</summary>
    [Theory]
    [InlineData("classic")]
    [InlineData("takeout")]
    [InlineData("wordpress")]
    [InlineData("disqus")]
    [InlineData("movabletype")]
    [InlineData("ghost")]
    public void Parts_in_every_order_are_the_whole(string kind) =>
        Prop.ForAll(ArchiveParts.Any, archive =>
        {
            var (whole, parts) = archive.Files(kind);
            var once = Dump([Put(kind, "0", whole)]);
            return once == Dump(parts.Select((part, i) => Put(kind, $"{i + 1}", part))) && once == Dump([Put(kind, "0", whole), Put(kind, "1", parts[0])]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12).WithReplay(20_261_122, 7));

    private string Put(string kind, string folder, string content) => _folder.Put(Path.Combine(folder, kind == "movabletype" ? "quay.txt" : "quay.export"), content);

    private static int Count(string text, string word) => text.Split('\n').Count(line => line.StartsWith(word, StringComparison.Ordinal) && !line.Contains("same as", StringComparison.Ordinal));

    private static IEnumerable<string[]> Orders(string[] names) => names.Length == 1
        ? [names]
        : names.SelectMany(first => Orders([.. names.Where(name => name != first)]), (first, rest) => (string[])[first, .. rest]);

    private string Write(string name, string content)
    {
        var path = _folder.File(name + ".export");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(content));
        return path;
    }

    private static ImportOutcome Import(VaultStore store, string path) =>
        new VaultImporter(store).TakeIn(Assert.Single(Importers.Open(path, Sources.London).Jobs).Read(), null, CancellationToken.None);

    /// <summary>What is read of a file; a part of an archive can be empty.</summary>
    private static IReadOnlyList<ImportJob> TryOpen(string path)
    {
        try
        {
            return Importers.Open(path, Sources.London).Jobs;
        }
        catch (ImportException)
        {
            return [];
        }
    }

    private static string Dump(IEnumerable<string> paths)
    {
        using var fixture = new VaultFixture();
        using var store = fixture.Open();
        foreach (var path in paths)
        {
            foreach (var job in TryOpen(path))
            {
                new VaultImporter(store).TakeIn(job.Read(), null, CancellationToken.None);
            }
        }

        return StoreContents.Of(store);
    }
}
