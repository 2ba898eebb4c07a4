using Blog.Site;
using Blog.Site.Hosting;
using Blog.Source;

namespace Blog.Tests.Site.Hosting;

public sealed class WithdrawnFilesTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private readonly TemporaryFolder _folder = new();
    private readonly BlogFolder _blog;

    public WithdrawnFilesTests()
    {
        _blog = new BlogFolder(_folder.Root);
        Directory.CreateDirectory(_blog.Build);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Several_builds_between_two_deploys_are_all_remembered()
    {
        WithdrawnFiles.Note(_blog, null, Of(("a.html", '1'), ("b.html", '1')));
        Assert.Empty(WithdrawnFiles.Read(_blog));
        WithdrawnFiles.Note(_blog, Of(("a.html", '1'), ("b.html", '1')), Of(("a.html", '2'), ("b.html", '1')));
        WithdrawnFiles.Note(_blog, Of(("a.html", '2'), ("b.html", '1')), Of(("a.html", '3')));
        Assert.Equal([File("a.html", '1'), File("a.html", '2'), File("b.html", '1')], WithdrawnFiles.Read(_blog));
        WithdrawnFiles.Confirm(_blog, [File("a.html", '1'), File("b.html", '1')]);
        Assert.Equal([File("a.html", '2')], WithdrawnFiles.Read(_blog));
    }

    [Fact]
    public void What_is_published_again_as_it_was_is_not_withdrawn()
    {
        WithdrawnFiles.Note(_blog, Of(("a.html", '1')), Of(("a.html", '2')));
        WithdrawnFiles.Note(_blog, Of(("a.html", '2')), Of(("a.html", '1')));
        Assert.Equal([File("a.html", '2')], WithdrawnFiles.Read(_blog));
    }

    [Fact]
    public void A_damaged_list_is_no_empty_list()
    {
        WithdrawnFiles.Note(_blog, Of(("a.html", '1'), ("b.html", '1')), Of(("c.html", '2')));
        var path = Path.Combine(_blog.Build, "withdrawn");
        var text = System.IO.File.ReadAllText(path);
        foreach (var cut in new[] { string.Empty, text[..^7], text[..20], text.Replace("b.html\n", string.Empty, StringComparison.Ordinal) })
        {
            System.IO.File.WriteAllText(path, cut);
            Assert.Throws<OutputException>(() => WithdrawnFiles.Read(_blog));
        }
    }

    private static Manifest Of(params (string Path, char Hash)[] files) => new(Day, [.. files.Select(file => new ManifestEntry(file.Path, 1, new string(file.Hash, 64)))]);

    private static WithdrawnFile File(string path, char hash) => new(path, new string(hash, 64));
}
