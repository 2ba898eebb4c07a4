using Blog.Import;
using Blog.Model;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class ParentTableTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    /// <summary>Comments as <c>id&lt;parent@post</c>, and what becomes of each: parent id, <c>-</c> at the top, <c>!</c> where it is lost.</summary>
    [Theory]
    [InlineData("a b<a c<b", "a- b<a c<b")]
    [InlineData("c<b b<a a", "c<b b<a a-")]
    [InlineData("a<a", "a!")]
    [InlineData("a<b b<a", "a! b!")]
    [InlineData("a<b b<c c<a d<a e<d", "a! b! c! d<a e<d")]
    [InlineData("e<d d<a c<a b<c a<b", "e<d d<a c! b! a!")]
    [InlineData("a<gone b<gone", "a! b!")]
    [InlineData("a b<a@2", "a- b!")]
    [InlineData("b<a@2 a", "b! a-")]
    [InlineData("a@2 b<a c<b", "a- b! c<b")]
    public void Replies_find_their_parent_in_any_order_or_say_that_it_is_lost(string comments, string expected)
    {
        using var store = _fixture.Open();
        TakeIn(store, [Archive(), Post("1", 100), Post("2", 101), .. Parse(comments)]);
        Assert.Equal(expected, Describe(store, comments));
        var before = Dump(store);
        TakeIn(store, [Archive(), Post("1", 100), Post("2", 101), .. Parse(comments)]);
        Assert.Equal(before, Dump(store));
    }

    [Fact]
    public void A_lost_parent_keeps_its_name()
    {
        using var store = _fixture.Open();
        var outcome = TakeIn(store, Archive(), Post("1", 0), Comment("a", "1", 1, parent: "gone"), Comment("b", "1", 2, parent: "a"));
        var lost = store.Comments(store.Posts().Single().Row)[0];
        Assert.Equal((true, "gone", (long?)null), (lost.ParentLost, lost.ParentSourceId, lost.ParentRow));
        Assert.Equal((1, 1), (outcome.ParentsResolved, outcome.ParentsLost));
    }

    [Fact]
    public void A_lost_parent_that_comes_later_is_found()
    {
        using var store = _fixture.Open();
        TakeIn(store, [Archive(), Post("1", 100), Post("2", 101), .. Parse("b<a c<b")]);
        Assert.Equal("b! c<b", Describe(store, "b<a c<b"));
        TakeIn(store, [Archive(), Post("1", 100), Post("2", 101), .. Parse("b<a c<b a")]);
        Assert.Equal("b<a c<b a-", Describe(store, "b<a c<b a"));
    }

    [Fact]
    public void A_comment_that_moves_to_another_post_leaves_its_replies_without_a_parent()
    {
        using var store = _fixture.Open();
        TakeIn(store, [Archive(), Post("1", 100), Post("2", 101), .. Parse("a b<a")]);
        TakeIn(store, [Archive(), Post("1", 100), Post("2", 101), .. Parse("a@2 b<a")]);
        Assert.Equal("a- b!", Describe(store, "a@2 b<a"));
    }

    [Fact]
    public void A_comment_without_an_id_is_named_by_its_number_under_the_same_post()
    {
        using var store = _fixture.Open();
        TakeIn(
            store,
            Archive(format: "capture"),
            Post("1", 0),
            Post("2", 1),
            Comment(null, "1", 2, number: new CommentNumber(6, 0), text: "six"),
            Comment(null, "1", 3, parent: "6", number: new CommentNumber(6, 1), text: "six one"),
            Comment(null, "2", 4, parent: "6", number: new CommentNumber(6, 1), text: "other six one"));
        var posts = store.Posts().ToList();
        var first = store.Comments(posts[0].Row);
        Assert.Equal(first[0].Row, first[1].ParentRow);
        Assert.True(store.Comments(posts[1].Row).Single().ParentLost);
    }

    [Fact]
    public void A_thread_of_any_depth_is_settled()
    {
        using var store = _fixture.Open();
        const int Depth = 5_000;
        var backwards = Enumerable.Range(0, Depth).Select(i => (ImportedEntry)Comment("c" + i, "1", i, parent: i == Depth - 1 ? "c0" : "c" + (i + 1)));
        var outcome = TakeIn(store, [Archive(), Post("1", Depth), .. backwards]);
        Assert.Equal((0, Depth), (outcome.ParentsResolved, outcome.ParentsLost)); // one circle
    }

    private static IEnumerable<ImportedEntry> Parse(string comments) => comments.Split(' ').Select((word, at) =>
    {
        var post = word.Split('@');
        var names = post[0].Split('<');
        return Comment(names[0], post.Length > 1 ? post[1] : "1", at, parent: names.Length > 1 ? names[1] : null);
    });

    private static string Describe(VaultStore store, string comments)
    {
        var all = store.Posts().SelectMany(post => store.Comments(post.Row)).ToList();
        return string.Join(' ', comments.Split(' ').Select(word => word.Split('<', '@')[0]).Select(id =>
        {
            var comment = all.Single(each => each.SourceId == id);
            return id + (comment.ParentLost ? "!" : comment.ParentRow is { } parent ? "<" + all.Single(each => each.Row == parent).SourceId : "-");
        }));
    }
}
