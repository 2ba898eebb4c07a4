using System.Text;
using Blog.Site;
using Blog.Source;

namespace Blog.Tests.Site;

public sealed class StagingFolderTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TemporaryFolder _temporary = new();
    private readonly BlogFolder _folder;

    public StagingFolderTests() => _folder = new BlogFolder(_temporary.Root);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_published_site_is_what_was_written()
    {
        Publish(("index.html", "one"), ("2015/12/x.html", "two"));
        Assert.Equal("one", Read("index.html"));
        Assert.Equal("two", Read("2015/12/x.html"));
        Assert.Empty(Directory.EnumerateDirectories(_folder.Build));
    }

    [Fact]
    public void A_build_that_is_not_published_leaves_the_site_as_it_was()
    {
        Publish(("index.html", "good"));
        using (var staging = StagingFolder.Begin(_folder, Day))
        {
            staging.Write("index.html", "half"u8);
        }

        Assert.Equal("good", Read("index.html"));
        Assert.Empty(Directory.EnumerateDirectories(_folder.Build));
    }

    [Fact]
    public void What_a_killed_build_left_is_cleared_by_the_next()
    {
        Publish(("index.html", "good"));
        Directory.CreateDirectory(Path.Combine(_folder.Build, "staging", "deep"));
        File.WriteAllText(Path.Combine(_folder.Build, "staging", "deep", "x.html"), "half");
        Publish(("index.html", "better"));
        Assert.Equal("better", Read("index.html"));
        Assert.False(File.Exists(Path.Combine(_folder.Output, "deep", "x.html")));
    }

    [Fact]
    public void A_copied_site_does_not_hand_on_the_times_of_the_copying()
    {
        Publish(("index.html", "one"));
        var file = Path.Combine(_folder.Output, "index.html");
        var time = File.GetLastWriteTimeUtc(file);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 11, 20, 9, 8, 7, DateTimeKind.Utc));

        Publish(("index.html", "one"));

        Assert.Equal(time, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public void A_page_that_is_gone_is_gone()
    {
        Publish(("index.html", "one"), ("x.html", "two"));
        Publish(("index.html", "one"));
        Assert.False(File.Exists(Path.Combine(_folder.Output, "x.html")));
    }

    [Fact]
    public void An_unchanged_file_is_linked_and_a_changed_one_is_not()
    {
        Publish(("a.html", "same"), ("b.html", "old"));
        using var staging = StagingFolder.Begin(_folder, Day);
        staging.Write("a.html", "same"u8);
        staging.Write("b.html", "new"u8);
        Assert.Equal(1, staging.Unchanged);
        Assert.Equal("old", Read("b.html"));
        staging.Publish(durable: false);
        Assert.Equal("new", Read("b.html"));
    }

    [Fact]
    public void A_file_changed_by_hand_in_the_output_is_not_carried_on()
    {
        Publish(("a.html", "right"));
        File.WriteAllText(Path.Combine(_folder.Output, "a.html"), "wrong");
        Publish(("a.html", "right"));
        Assert.Equal("right", Read("a.html"));
    }

    [Fact]
    public void A_file_put_into_the_output_by_hand_is_kept_aside_and_named()
    {
        Publish(("index.html", "one"));
        File.WriteAllText(Path.Combine(_folder.Output, "mine.txt"), "mine");
        using var staging = StagingFolder.Begin(_folder, Day);
        staging.Write("index.html", "one"u8);
        var published = staging.Publish(durable: false);
        Assert.Equal(["mine.txt"], published.SetAside);
        Assert.False(File.Exists(Path.Combine(_folder.Output, "mine.txt")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.Build, "set-aside", "mine.txt")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_put_there_by_hand_is_kept_also_when_the_build_was_killed_after_the_swap(bool halfCleared)
    {
        Publish(("index.html", "old"), ("withdrawn.html", "gone"));
        File.WriteAllText(Path.Combine(_folder.Output, "mine.txt"), "mine");
        var old = Path.Combine(_temporary.Root, "aside");
        var oldManifest = Directory.GetFiles(_folder.Build, "*.manifest").Single();
        Directory.Move(_folder.Output, old);
        var oldBytes = File.ReadAllBytes(oldManifest);
        Publish(("index.html", "newer"));
        var name = Path.GetFileNameWithoutExtension(Directory.GetFiles(_folder.Build, "*.manifest").Single());

        // As a kill leaves it: the new site is in, the old one lies under the new one's name, and both manifests are there.
        Directory.Move(Path.Combine(_temporary.Root, "aside"), Path.Combine(_folder.Build, name));
        File.WriteAllBytes(oldManifest, oldBytes);
        if (halfCleared)
        {
            File.Delete(Path.Combine(_folder.Build, name, "index.html"));
        }

        using (StagingFolder.Begin(_folder, Day))
        {
            Assert.Equal("newer", Read("index.html"));
            Assert.Equal(["mine.txt"], Directory.EnumerateFiles(Path.Combine(_folder.Build, "set-aside")).Select(Path.GetFileName));
            Assert.False(Directory.Exists(Path.Combine(_folder.Build, name)));
            Assert.Equal(name, Path.GetFileNameWithoutExtension(Directory.GetFiles(_folder.Build, "*.manifest").Single()));
        }
    }

    [Fact]
    public void Output_that_no_build_wrote_is_refused()
    {
        _temporary.Put("output/photo.raw", "mine");
        var e = Assert.Throws<OutputException>(() => StagingFolder.Begin(_folder, Day));
        Assert.Contains("output/", e.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_temporary.File("output", "photo.raw")));
    }

    [Fact]
    public void Output_that_is_a_link_is_refused()
    {
        var elsewhere = Directory.CreateDirectory(_temporary.File("elsewhere")).FullName;
        Directory.CreateSymbolicLink(_folder.Output, elsewhere);
        Assert.Throws<OutputException>(() => StagingFolder.Begin(_folder, Day));
    }

    [Fact]
    public void Two_builds_at_once_are_refused()
    {
        using var first = StagingFolder.Begin(_folder, Day);
        var e = Assert.Throws<OutputException>(() => StagingFolder.Begin(_folder, Day));
        Assert.Contains("Another build", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x.html")]
    [InlineData("a/../../x.html")]
    [InlineData("/etc/x.html")]
    [InlineData("a//x.html")]
    [InlineData(".htaccess")]
    [InlineData("a/.git/x.html")]
    [InlineData("a\\x.html")]
    [InlineData("a\0.html")]
    [InlineData("")]
    public void A_path_that_leaves_the_folder_or_hides_in_it_is_refused(string path)
    {
        using var staging = StagingFolder.Begin(_folder, Day);
        Assert.Throws<OutputException>(() => staging.Write(path, "x"u8));
    }

    [Fact]
    public void Two_pages_at_one_address_are_refused_also_where_only_capitals_differ()
    {
        using var staging = StagingFolder.Begin(_folder, Day);
        staging.Write("labels/po.html", "x"u8);
        Assert.Throws<OutputException>(() => staging.Write("labels/PO.html", "y"u8));
    }

    [Fact]
    public void File_times_tell_the_build_day_and_not_the_hour_of_work()
    {
        Publish(("a.html", "one"));
        var time = File.GetLastWriteTimeUtc(Path.Combine(_folder.Output, "a.html"));
        Assert.Equal(Day.AddDays(-1), DateOnly.FromDateTime(time));
        Publish(("a.html", "two"));
        Assert.NotEqual(time, File.GetLastWriteTimeUtc(Path.Combine(_folder.Output, "a.html")));
    }

    [Fact]
    public void The_manifest_of_what_is_published_is_known_and_reads_back()
    {
        Publish(("b.html", "one"), ("a.html", "two"));
        var manifest = StagingFolder.PublishedManifest(_folder);
        Assert.NotNull(manifest);
        Assert.Equal(["a.html", "b.html"], manifest.Entries.Select(entry => entry.Path));
        Assert.True(Manifest.TryRead(manifest.ToBytes(), out var again));
        Assert.Equal(manifest.ToBytes(), again!.ToBytes());
        Assert.False(Manifest.TryRead(manifest.ToBytes().AsSpan()[..^3], out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_swap_of_two_renames_that_was_cut_off_is_finished_at_the_next_start(bool afterSecondRename)
    {
        Publish(("index.html", "old"));
        var build = _folder.Build;
        Directory.CreateDirectory(Path.Combine(build, "new"));
        File.WriteAllText(Path.Combine(build, "new", "index.html"), "new");
        File.WriteAllText(Path.Combine(build, "swap.journal"), "new\n");
        Directory.Move(_folder.Output, Path.Combine(build, "swap.old"));
        if (afterSecondRename)
        {
            Directory.Move(Path.Combine(build, "new"), _folder.Output);
        }

        using (StagingFolder.Begin(_folder, Day))
        {
            Assert.Equal("new", Read("index.html"));
            Assert.False(File.Exists(Path.Combine(build, "swap.journal")));
            Assert.False(Directory.Exists(Path.Combine(build, "swap.old")));
        }
    }

    [Fact]
    public void Where_folders_cannot_be_exchanged_two_renames_do_it()
    {
        Publish(("index.html", "old"));
        var staged = Directory.CreateDirectory(Path.Combine(_folder.Build, "new")).FullName;
        File.WriteAllText(Path.Combine(staged, "index.html"), "new");
        var old = FolderSwap.Swap(_folder.Build, staged, _folder.Output, allowExchange: false);
        Assert.Equal("new", Read("index.html"));
        Assert.Equal("old", File.ReadAllText(Path.Combine(old!, "index.html")));
    }

    private void Publish(params (string Path, string Text)[] files)
    {
        using var staging = StagingFolder.Begin(_folder, Day);
        foreach (var (path, text) in files)
        {
            staging.Write(path, Encoding.UTF8.GetBytes(text));
        }

        staging.Publish(durable: true);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder.Output, path));
}
