using Blog.Import;
using Blog.Model;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class VaultImporterTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void What_was_taken_in_is_read_back()
    {
        using var store = _fixture.Open();
        var author = new ImportedAuthor { Name = "Nettlepin", Key = "pid-7", ProfileUrl = "https://www.blogger.com/profile/7", Email = "n@example.org" };
        var post = Post("100", 3) with { Author = author, Flags = ["heading lost"] };
        var comment = Comment("200", "100", 4, author: author, number: new CommentNumber(6, 4)) with { Flags = ["number lost"] };
        TakeIn(store, Archive(), post, comment);

        var read = Assert.Single(store.Posts());
        Assert.Equal(("blogger-classic", "1", "100", "https://example.org", "100"), (read.SourceFormat, read.SourceKey, read.SourceId, read.SourceAddress, read.PublicId.Value));
        Assert.Equal((post.Kind, post.Visibility, post.Title, post.Body.Markdown, post.Permalink, post.Series), (read.Kind, read.Visibility, read.Title, read.Markdown, read.Permalink, read.Series));
        Assert.Equal(post.Published, read.Published);
        Assert.Equal(post.Published!.Value.Offset, read.Published!.Value.Offset);
        Assert.Equal(post.Labels, read.Labels);
        Assert.Equal(post.Flags, read.Flags);
        Assert.Equal(("Nettlepin", "pid:pid-7", author.ProfileUrl), (read.Author!.Name, read.Author.Identity, read.Author.ProfileUrl));

        var reply = Assert.Single(store.Comments(read.Row));
        Assert.Equal(("200", "200", comment.Number, comment.Published, comment.Body.Markdown), (reply.SourceId, reply.Id.Value, reply.Number, reply.Published, reply.Markdown));
        Assert.Equal((comment.Visibility, comment.State, 4L), (reply.Visibility, reply.State, reply.Ordinal));
        Assert.Equal(comment.Flags, reply.Flags);
        Assert.Equal(read.Author, reply.Author);
        Assert.Equal("<p>comment text</p>", Scalar<string>(store, "SELECT original FROM comment_text"));
    }

    [Fact]
    public void The_same_export_again_changes_nothing()
    {
        using var store = _fixture.Open();
        TakeIn(store, SmallArchive());
        var before = Dump(store);
        var second = TakeIn(store, SmallArchive());
        Assert.Equal(before, Dump(store));
        Assert.Equal((0, 0), (second.New, second.Updated));
        Assert.True(second.Balances);
    }

    private static IEnumerable<ImportedEntry> SmallArchive()
    {
        yield return Archive();
        yield return Comment("201", "100", 0, parent: "200");
        for (var i = 0; i < 20; i++)
        {
            yield return Post((100 + i).ToString(), i + 1);
        }

        yield return Comment("200", "100", 30);
        yield return Comment(null, "101", 31, number: new CommentNumber(1, 0));
        yield return Comment(null, "101", 32, number: new CommentNumber(1, 1), parent: "1");
        yield return new SkippedEntry("entry 17", "blog setting", Lost: false);
    }
}
