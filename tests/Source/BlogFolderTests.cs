using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Source;

/// <summary>Reader, writer, checker, canonicalizer and initializer over whole folders.</summary>
public sealed class BlogFolderTests : IDisposable
{
    private const string Thread = "thread: x\nformat: 1\n\n--- comment\nid: c1\nstate: published\n\nText.\n\n";

    private readonly TemporaryFolder _temporary = new();
    private readonly BlogFolder _folder;
    private readonly BlogReader _reader;

    public BlogFolderTests()
    {
        _folder = new BlogFolder(_temporary.Root);
        _reader = new BlogReader(_folder);
        _temporary.Put("input/site.yml", "title: T\naddress: https://example.org\n");
        _temporary.Put("input/posts/2015/12/x.md", "---\nid: x\n---\n\nText.\n");
        _temporary.Put("input/posts/2015/12/x.thread.md", Thread);
        _temporary.Put("input/posts/2014/a.md", "---\nid: a\n---\n");
        _temporary.Put("input/pages/about.md", "---\nid: about\n---\n");
        _temporary.Put("input/media/b.png", "b");
        _temporary.Put("input/media/a.png", "aa");
    }

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_folder_is_listed_in_order_and_read()
    {
        _temporary.Put("input/posts/.DS_Store", "x");
        _temporary.Put("input/posts/2015/12/x.md~", "x");

        Assert.Equal([new PostFile("posts/2014/a.md", null), new PostFile("posts/2015/12/x.md", "posts/2015/12/x.thread.md")], _reader.ListPosts());
        Assert.Equal([new PostFile("pages/about.md", null)], _reader.ListPages());
        Assert.Equal([new MediaFile("media/a.png", 2), new MediaFile("media/b.png", 1)], _reader.ListMedia());
        Assert.Equal("T", _reader.ReadSettings().Title);
        var post = _reader.ListPosts()[1];
        Assert.Equal("Text.", _reader.ReadPost(post).Body);
        Assert.Equal("/2015/12/x.html", _reader.ReadFrontMatter(post).Url);
        Assert.Single(_reader.ReadThread(post, PostId.Parse("x"))!.Comments); // it has a thread file
        Assert.Null(_reader.ReadThread(_reader.ListPosts()[0]));
        Assert.Empty(BlogChecker.Check(_folder));
        Assert.Empty(BlogCanonicalizer.Fix(_folder));
    }

    [Theory]
    [InlineData(3000)]
    [InlineData(20_000)]
    public void Front_matter_of_any_allowed_length_is_read_from_the_head_of_the_file(int summary)
    {
        _temporary.Put("input/posts/long.md", $"---\nid: long\nsummary: {new string('é', summary)}\n---\n{new string('x', 200_000)}\n");

        Assert.Equal(summary, _reader.ReadFrontMatter(new PostFile("posts/long.md", null)).Summary?.Length);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_refused_and_one_within_is_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // links need a privilege there
        }

        File.CreateSymbolicLink(_folder.InputFile("posts/within.md"), _folder.InputFile("posts/2014/a.md"));
        Assert.Equal(3, _reader.ListPosts().Count);

        _temporary.Put("secret.md", "---\nid: secret\n---\n");
        File.CreateSymbolicLink(_folder.InputFile("posts/out.md"), "../../secret.md");
        File.CreateSymbolicLink(_folder.InputFile("posts/chain.md"), "out.md");
        File.CreateSymbolicLink(_folder.InputFile("posts/circle.md"), "circle.md");
        Directory.CreateSymbolicLink(_folder.InputFile("posts/loop"), _folder.InputFile("posts"));
        Directory.CreateSymbolicLink(_folder.InputFile("media/up"), _temporary.Root);

        var refused = Assert.Throws<SourceException>(_reader.ListPosts);

        Assert.Equal(["posts/chain.md", "posts/circle.md", "posts/loop", "posts/out.md"], refused.Problems.Select(problem => problem.Path));
        Assert.Throws<SourceException>(_reader.ListMedia);
    }

    [Theory]
    [InlineData("posts/a b.md")]
    [InlineData("posts/caf\u00e9.md")]
    [InlineData("posts/new\nline.md")]
    [InlineData("posts/-x.md")]
    [InlineData("posts/2014/A.md")]
    [InlineData("posts/x./y.md")]
    public void A_name_that_not_every_system_can_hold_is_refused(string path)
    {
        _temporary.Put("input/" + path, "---\nid: y\n---\n");

        Assert.Single(Assert.Throws<SourceException>(_reader.ListPosts).Problems);
    }

    [Fact]
    public void A_thread_without_its_post_is_refused_and_so_is_one_under_another_post()
    {
        _temporary.Put("input/posts/2014/a.thread.md", Thread);
        Assert.Throws<SourceException>(() => _reader.ReadThread(_reader.ListPosts()[0], PostId.Parse("a")));

        _temporary.Put("input/posts/2016/gone.thread.md", Thread);
        Assert.Contains("gone.md", Assert.Throws<SourceException>(_reader.ListPosts).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_no_blog_and_says_so() =>
        Assert.Contains("init", Assert.Throws<SourceException>(new BlogReader(new BlogFolder(Path.Combine(_temporary.Root, "none"))).ReadSettings).Message, StringComparison.Ordinal);

    [Fact]
    public void A_check_names_everything_in_one_run()
    {
        _temporary.Put("input/posts/2016/b.md", "---\nid: x\nurl: /2015/12/X.html\ndate: 2015-12-15T10:04+00:00\n---\n");
        _temporary.Put("input/posts/2016/c.md", "---\nid: c\nfoo: 1\n---\n");
        _temporary.Put("input/posts/2016/c.thread.md", Thread.Replace("id: c1", "id: c1\ndate: 2015-12-15T10:04+00:00"));
        _temporary.Put("input/posts/2016/d.md", "---\r\nid: d\r\n---\r\n");
        _temporary.Put("input/posts/2016/d.thread.md", Thread.Replace("id: c1", "id: c2"));
        _temporary.Put("input/posts/2016/e.thread.md", Thread);
        _temporary.Put("input/posts/2016/photo.jpg", "x");

        var findings = BlogChecker.Check(_folder);

        Assert.Equal(
            [
                "posts/2016/b.md date-policy", "posts/2016/b.md id", "posts/2016/b.md url",
                "posts/2016/c.md unreadable",
                "posts/2016/c.thread.md date-policy", "posts/2016/c.thread.md id",
                "posts/2016/d.md line-ends", "posts/2016/d.thread.md thread-post",
                "posts/2016/e.thread.md thread-alone", "posts/2016/photo.jpg stray",
            ],
            findings.Select(finding => $"{finding.Path} {(finding.Rule == "yaml" ? "unreadable" : finding.Rule)}"));
    }

    [Fact]
    public void A_fix_mends_what_it_may_and_leaves_the_rest()
    {
        var broken = Thread.Replace("state: published", "stat: withheld");
        _temporary.Put("input/posts/2014/a.md", "\uFEFF---\r\n# The editor's own words stay.\r\nid:   a\r\n---\r\n");
        _temporary.Put("input/posts/2014/a.thread.md", broken);
        _temporary.Put("input/posts/2015/12/x.thread.md", Thread.Replace("\n", "\r\n"));

        Assert.Equal(["posts/2014/a.md", "posts/2015/12/x.thread.md"], BlogCanonicalizer.Fix(_folder));

        Assert.Equal("---\n# The editor's own words stay.\nid:   a\n---\n", File.ReadAllText(_folder.InputFile("posts/2014/a.md")));
        Assert.Equal(Thread, File.ReadAllText(_folder.InputFile("posts/2015/12/x.thread.md")));
        Assert.Equal(broken, File.ReadAllText(_folder.InputFile("posts/2014/a.thread.md")));
        Assert.Empty(BlogCanonicalizer.Fix(_folder));
    }

    [Fact]
    public void A_new_blog_is_made_once_and_overwrites_nothing()
    {
        var folder = new BlogFolder(Path.Combine(_temporary.Root, "new"));
        _temporary.Put("new/README.md", "mine");
        var settings = new SiteSettings { Title = "T: a \"view\"", Address = "https://example.org" };

        Assert.Equal([".gitignore", "input/media/.gitkeep", "input/pages/about.md", "input/pages/house-rules.md", "input/pages/privacy.md", "input/pages/remove.md", "input/posts/.gitkeep", "input/site.yml"], BlogFolderInitializer.Initialize(folder, settings));

        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder.Root, "README.md")));
        Assert.Empty(BlogChecker.Check(folder));
        Assert.Equal("T: a \"view\"", new BlogReader(folder).ReadSettings().Title);
        Assert.All(new BlogReader(folder).ListPages(), page => Assert.True(new BlogReader(folder).ReadFrontMatter(page).Draft));
        Assert.Throws<SourceException>(() => BlogFolderInitializer.Initialize(folder, settings));
    }

    [Theory]
    [InlineData("../x.md")]
    [InlineData("/etc/x.md")]
    public void Nothing_is_written_outside_input(string path) =>
        Assert.Throws<ArgumentException>(() => new BlogWriter(_folder).WriteBytes(path, "x"u8));
}
