using Blog.Content;
using Blog.Source;

namespace Blog.Tests.Content;

public sealed class PostMemoryTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TemporaryFolder _blog = new();

    private readonly BlogFolder _folder;

    public PostMemoryTests()
    {
        _folder = new BlogFolder(_blog.Root);
        Directory.CreateDirectory(_folder.Build);
        _blog.Put("input/site.yml", "title: The Example Review\naddress: https://example.org\n");
        _blog.Put("input/posts/one.md", "---\nid: one\ntitle: One\ndate: 2026-01-02\nurl: /2026/01/one.html\nlabels: [tides]\nprovenance: editor\n---\n\nThe lantern is lit, *they* say.\n");
        _blog.Put("input/posts/one.thread.md", "thread: one\nformat: 1\n\n--- comment\nid: c1\nnumber: 1\nauthor: Amber Heron\ndate: 2026-01-03\nstate: published\n\nIt is not.\n\n--- comment\nid: c2\nnumber: 2\nparent: c1\nauthor: Amber Heron\ndate: 2026-02\nstate: published\n\nIt was.\n");
        _blog.Put("input/posts/two.md", "---\nid: two\ntitle: Two\ndate: 2026-01-04\nurl: /2026/01/two.html\nprovenance: editor\n---\n\nA granary.\n");
    }

    public void Dispose() => _blog.Dispose();

    [Fact]
    public void Files_that_lie_as_they_did_give_the_same_entries_without_being_read()
    {
        var (first, none) = Read(TimeSpan.Zero);
        var (second, known) = Read(TimeSpan.Zero);

        Assert.Equal((0, 2), (none.Known, known.Known));
        Assert.Equal(first.Posts.Select(Describe), second.Posts.Select(Describe));
        Assert.Equal(2, second.Posts.Single(post => post.FrontMatter.Id.Value == "one").Thread.Dates.Count);
    }

    [Theory]
    [InlineData("input/posts/one.md", "lantern", "copse..")] // as long as before
    [InlineData("input/posts/one.md", "title: One", "title: Won")]
    [InlineData("input/posts/one.thread.md", "It is not.", "It is so.")]
    public void A_file_that_was_changed_is_read_though_its_time_is_set_back(string path, string old, string now)
    {
        Read(TimeSpan.Zero);
        var file = Path.Combine(_blog.Root, path);
        var time = File.GetLastWriteTimeUtc(file);
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite)) // the same inode
        {
            var text = new StreamReader(stream, leaveOpen: true).ReadToEnd().Replace(old, now, StringComparison.Ordinal);
            stream.SetLength(0);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }

        File.SetLastWriteTimeUtc(file, time);
        var (index, memory) = Read(TimeSpan.Zero);

        Assert.Equal(1, memory.Known);
        var (anew, _) = Read(TimeSpan.Zero, isFull: true);
        Assert.Equal(anew.Posts.Select(Describe), index.Posts.Select(Describe));
    }

    [Fact]
    public void A_thread_that_came_or_went_is_noticed()
    {
        Read(TimeSpan.Zero);
        File.Move(Path.Combine(_blog.Root, "input/posts/one.thread.md"), Path.Combine(_blog.Root, "kept"));
        var (without, _) = Read(TimeSpan.Zero);
        File.Move(Path.Combine(_blog.Root, "kept"), Path.Combine(_blog.Root, "input/posts/one.thread.md"));
        var (with, _) = Read(TimeSpan.Zero);

        Assert.Equal((0, 2), (Of(without), Of(with)));
        static int Of(SiteIndex index) => index.Posts.Single(post => post.FrontMatter.Id.Value == "one").Thread.Published;
    }

    [Fact]
    public void A_file_that_was_just_changed_is_read_again_and_so_are_all_under_other_settings_or_another_program()
    {
        Read(TimeSpan.FromHours(1));
        Assert.Equal(0, Read(TimeSpan.Zero).Memory.Known);
        Assert.Equal(2, Read(TimeSpan.Zero).Memory.Known);
        Assert.Equal(0, Read(TimeSpan.Zero, program: "another").Memory.Known);
        Read(TimeSpan.Zero);
        _blog.Put("input/site.yml", "title: The Example Review\naddress: https://example.org/sub\n");
        Assert.Equal(0, Read(TimeSpan.Zero).Memory.Known);
        File.WriteAllText(Path.Combine(_folder.Build, "posts.memory"), "{");
        Assert.Equal(0, Read(TimeSpan.Zero).Memory.Known);
    }

    [Fact]
    public void A_post_that_is_known_is_left_out_when_its_time_is_over()
    {
        _blog.Put("input/posts/two.md", "---\nid: two\ntitle: Two\ndate: 2026-01-04\nuntil: 2026-11-21\nurl: /2026/01/two.html\nprovenance: editor\n---\n\nA granary.\n");
        Assert.Equal(2, Read(TimeSpan.Zero).Index.Posts.Count);
        var (index, memory) = Read(TimeSpan.Zero, day: Day.AddDays(1));
        Assert.Equal("one", Assert.Single(index.Posts).FrontMatter.Id.Value);
        Assert.Single(index.LeftOut);
        Assert.Equal(1, memory.Known);
    }

    private (SiteIndex Index, PostMemory Memory) Read(TimeSpan rest, bool isFull = false, string program = "this", DateOnly? day = null)
    {
        var reader = new BlogReader(_folder);
        var settings = reader.ReadSettings();
        var memory = PostMemory.Of(_folder, program, settings, isFull, rest, TimeProvider.System);
        var index = SiteIndexReader.Read(reader, settings, day ?? Day, 2, null, memory: memory);
        memory.Forget();
        memory.Save();
        return (index, memory);
    }

    private static string Describe(PostEntry post) =>
        $"{post.File} {post.FrontMatter.Title} {post.FrontMatter.Date} {string.Join(',', post.FrontMatter.Labels)} {post.Excerpt} {post.Words} {post.Thread with { Dates = [] }} {string.Join(',', post.Thread.Dates)} {post.Fingerprint} {string.Join(',', post.Terms)}";
}
