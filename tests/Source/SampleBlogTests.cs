using System.Security.Cryptography;
using System.Text;
using Blog.Html;
using Blog.Model;
using Blog.Source;
using Blog.Text;

namespace Blog.Tests.Source;

/// <summary>The invented blog in <c>input/</c> shows every feature, and every file of it is as the program itself writes it.</summary>
public sealed class SampleBlogTests
{
    private static readonly BlogReader Reader = new(new BlogFolder(SharedMaterial.Project));
    private static readonly IReadOnlyList<(PostFile File, PublishedPost Post)> Posts = [.. Reader.ListPosts().Select(file => (file, Reader.ReadPost(file)))];
    private static readonly IReadOnlyList<(PostFile File, PublishedPost Post)> Pages = [.. Reader.ListPages().Select(file => (file, Reader.ReadPost(file)))];
    private static readonly IReadOnlyList<PublishedThread> Threads = [.. Reader.ListPosts().Select(Reader.ReadThread).OfType<PublishedThread>()];

    [Fact]
    public void Every_file_is_canonical()
    {
        foreach (var (file, post) in Posts.Concat(Pages))
        {
            Assert.Equal(Text(file.Path), Encoding.UTF8.GetString(PostWriter.Write(post)));
            if (file.ThreadPath is { } path)
            {
                var read = Assert.IsType<ThreadReadResult>(Reader.ReadThreadResult(file));
                Assert.True(read.Canonical, path);
                Assert.Empty(read.Findings);
                Assert.Equal(Text(path), Encoding.UTF8.GetString(ThreadWriter.Write(read.Thread)));
                Assert.Equal(post.FrontMatter.Id, read.Thread.Post);
            }
        }

        Assert.Equal(Text("site.yml"), Encoding.UTF8.GetString(SettingsWriter.Write(Reader.ReadSettings())));
    }

    [Fact]
    public void It_is_as_large_as_a_newcomer_needs()
    {
        var built = Posts.Where(item => !item.Post.FrontMatter.Draft).ToList();
        Assert.True(built.Count >= 15);
        Assert.True(built.Max(item => item.Post.FrontMatter.Date!.Value.Start) - built.Min(item => item.Post.FrontMatter.Date!.Value.Start) > TimeSpan.FromDays(2.5 * 365));
        Assert.Single(Posts, item => item.Post.FrontMatter.Draft);
        Assert.Equal(["/p/about.html", "/p/house-rules.html"], Pages.Select(item => item.Post.FrontMatter.Url));
        Assert.True(Threads.Sum(thread => thread.Comments.Count) >= 200);
        Assert.Contains(Threads, thread => thread.Comments.Count > 60 && Depth(thread) > 10);
    }

    [Fact]
    public void Every_state_policy_and_precision_occurs()
    {
        var comments = Threads.SelectMany(thread => thread.Comments).ToList();
        Assert.Equal(Enum.GetValues<CommentState>().Order(), comments.Select(comment => comment.Fields.State).Distinct().Order());
        Assert.Contains(comments, comment => comment.Fields.Inferred == InferredPlace.OfParent);
        Assert.Contains(comments, comment => comment.Fields.Date is null);
        Assert.Contains(comments, comment => comment.Fields.Date is { Precision: DatePrecision.Month });
        Assert.Contains(comments, comment => comment.Fields is { State: CommentState.Published, Author: null });
        Assert.All(comments, comment => Assert.NotEqual(DatePrecision.Minute, comment.Fields.Date?.Precision));
        Assert.Equal(Enum.GetValues<Provenance>().Order(), Posts.Select(item => item.Post.FrontMatter.Provenance).Distinct().Order());
        Assert.Contains(Posts, item => item.Post.FrontMatter.Title is null);
    }

    [Fact]
    public void Numbers_are_as_an_import_gives_them()
    {
        foreach (var thread in Threads)
        {
            var tops = thread.Comments.Where(comment => comment.Fields.Parent is null).Select(comment => comment.Fields.Number!.Value).ToList();
            Assert.Equal(Enumerable.Range(1, tops.Count), tops.Select(number => number.Top));
            foreach (var replies in thread.Comments.Where(comment => comment.Fields.Parent is not null).GroupBy(comment => comment.Fields.Number!.Value.Top))
            {
                Assert.Equal(Enumerable.Range(1, replies.Count()), replies.Select(comment => comment.Fields.Number!.Value.Reply).Order());
            }
        }
    }

    [Fact]
    public void Time_citations_occur_in_all_three_states()
    {
        var published = Threads.SelectMany(thread => thread.Comments).ToList();
        var links = published.SelectMany(comment => Render(comment.Body, MarkdownPlace.Comment).Links).Where(link => link.Kind == LinkKind.Citation).ToList();
        Assert.Contains(links, link => !link.IsDoubtful);
        Assert.Contains(links, link => link.IsDoubtful);
        var unresolved = published.Where(comment => comment.Fields.Unresolved is not null).ToList();
        Assert.NotEmpty(unresolved);
        Assert.All(unresolved, comment => Assert.Contains("[time]", comment.Body, StringComparison.Ordinal));
    }

    [Fact]
    public void Redaction_marks_of_each_kind_occur_and_none_is_unknown()
    {
        var kinds = new HashSet<RedactionKind>();
        foreach (var text in Texts())
        {
            for (var at = text.IndexOf(RedactionMark.Opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(RedactionMark.Opening, at + 1, StringComparison.Ordinal))
            {
                Assert.True(RedactionMark.TryRead(text.AsSpan(at), out var mark, out _));
                Assert.True(mark.TryGetKind(out var kind), mark.SourceText);
                kinds.Add(kind);
            }
        }

        Assert.Equal(Enum.GetValues<RedactionKind>().Order(), kinds.Order());
    }

    [Fact]
    public void The_series_has_a_gap()
    {
        var numbers = Posts.Select(item => item.Post.FrontMatter.Series?.Number).OfType<int>().Order().ToList();
        Assert.Equal([1, 2, 3, 5, 6], numbers);
    }

    [Fact]
    public void A_guests_consent_is_to_the_text_that_stands_there()
    {
        var guests = Posts.Where(item => item.Post.FrontMatter.Provenance == Provenance.Guest).ToList();
        Assert.NotEmpty(guests);
        Assert.All(guests, item => Assert.Equal(ConsentHash.Of(item.Post.FrontMatter.Title, item.Post.Body), item.Post.FrontMatter.Consent!.Sha256));
    }

    [Fact]
    public void Every_picture_is_named_by_its_bytes_and_used()
    {
        var media = Reader.ListMedia();
        Assert.NotEmpty(media);
        foreach (var file in media)
        {
            var bytes = File.ReadAllBytes(Reader.Folder.InputFile(file.Path));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Path.GetFileNameWithoutExtension(file.Path));
            Assert.Contains(Posts, item => item.Post.Body.Contains("/" + file.Path, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_text_renders_without_a_finding_and_every_link_leads_somewhere()
    {
        foreach (var (file, post) in Posts.Concat(Pages))
        {
            Assert.Empty(Render(post.Body, MarkdownPlace.Post).Findings);
            var anchors = Reader.ReadThread(file)?.Comments.Select(comment => comment.Id.Anchor).ToHashSet() ?? [];
            foreach (var comment in Reader.ReadThread(file)?.Comments ?? [])
            {
                var rendered = MarkdownRenderer.Render(comment.Body, Context(MarkdownPlace.Comment) with { MapFragment = anchor => anchors.Contains(anchor) ? "#" + anchor : null });
                Assert.Empty(rendered.Findings);
            }
        }
    }

    private static RenderedMarkdown Render(string markdown, MarkdownPlace place) => MarkdownRenderer.Render(markdown, Context(place));

    private static MarkdownContext Context(MarkdownPlace place) => new() { Place = place, MapPath = path => IsThere(path) ? path : null };

    private static bool IsThere(string path)
    {
        var parts = path.Split('#');
        if (parts[0].StartsWith("/media/", StringComparison.Ordinal))
        {
            return File.Exists(Reader.Folder.InputFile(parts[0][1..]));
        }

        var (file, post) = Posts.Concat(Pages).FirstOrDefault(item => item.Post.FrontMatter.Url == parts[0]);
        return post is { FrontMatter.Draft: false }
            && (parts.Length == 1 || Reader.ReadThread(file)!.Comments.Any(comment => comment.Id.Anchor == parts[1]));
    }

    private static IEnumerable<string> Texts() =>
        Posts.Concat(Pages).SelectMany(item => new[] { item.Post.Body, item.Post.FrontMatter.Title ?? string.Empty, item.Post.FrontMatter.Summary ?? string.Empty })
            .Concat(Threads.SelectMany(thread => thread.Comments).Select(comment => comment.Body));

    private static int Depth(PublishedThread thread)
    {
        var depths = new Dictionary<CommentId, int>();
        foreach (var comment in thread.Comments)
        {
            depths[comment.Id] = comment.Fields.Parent is { } parent ? depths[parent] + 1 : 1;
        }

        return depths.Values.Max();
    }

    private static string Text(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(Reader.Folder.InputFile(path)));
}
