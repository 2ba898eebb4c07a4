using Blog.Model;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class PublicIdsTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("blogger-classic", "3456789012345678901", "3456789012345678901")]
    [InlineData("blogger-takeout", "17", "17")]
    [InlineData("blogger-classic", "a17", null)]
    [InlineData("blogger-classic", "", null)]
    [InlineData("blogger-classic", "12345678901234567890123456789012345678901", null)]
    [InlineData("disqus", "17", "disqus-17")]
    [InlineData("disqus", "A17", null)]
    [InlineData("disqus", "../x", null)]
    [InlineData("capture", "1", null)]
    [InlineData("capture", null, null)]
    public void An_id_stays_where_it_may_be_public(string format, string? sourceId, string? expected) =>
        Assert.Equal(expected, PublicIds.KeptId(format, sourceId));

    [Fact]
    public void Other_entries_get_a_keyed_id_that_is_the_same_in_every_import_and_another_in_every_store()
    {
        string[] Ids(VaultStore store)
        {
            TakeIn(store, Archive("page", "capture"), Post("1", 0), Comment(null, "1", 1, number: new CommentNumber(1, 0)), Comment(null, "1", 2, number: new CommentNumber(2, 0)), Comment(null, "1", 3));
            var post = store.Posts().Single();
            return [post.PublicId.Value, .. store.Comments(post.Row).Select(comment => comment.Id.Value)];
        }

        using var store = _fixture.Open("a");
        var ids = Ids(store);
        Assert.All(ids, id => Assert.Matches("^[a-z2-7]{16}$", id));
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(ids, Ids(store));
        using var same = _fixture.Open("b"); // a fixture's stores have one key
        Assert.Equal(ids, Ids(same));
        using var other = VaultStore.Create(_fixture.Location("c"), System.Security.Cryptography.RandomNumberGenerator.Create(), TimeProvider.System);
        Assert.Empty(ids.Intersect(Ids(other)));
    }

    [Fact]
    public void Two_comments_of_one_number_stay_two()
    {
        using var store = _fixture.Open();
        for (var run = 0; run < 2; run++)
        {
            TakeIn(
                store,
                Archive("page", "capture"),
                Post("1", 0),
                Comment(null, "1", 1, number: new CommentNumber(1, 0), text: "first"),
                Comment(null, "1", 2, number: new CommentNumber(1, 0), text: "second"),
                Comment(null, "1", 3, number: new CommentNumber(1, 0), text: "third"));
            var comments = store.Comments(store.Posts().Single().Row);
            Assert.Equal(["first", "second", "third"], comments.Select(comment => comment.Markdown));
            Assert.Equal(3, comments.Select(comment => comment.Id).Distinct().Count());
        }
    }

    [Fact]
    public void No_id_is_given_twice_over_posts_and_comments()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Comment("1", "1", 0), Post("1", 1), Comment("2", "1", 2));
        var post = store.Posts().Single();
        var comments = store.Comments(post.Row);
        Assert.Equal("1", post.PublicId.Value);
        Assert.Matches("^[a-z2-7]{16}$", comments[0].Id.Value);
        Assert.Equal("2", comments[1].Id.Value);
        Assert.Equal(3, Scalar<long>(store, "SELECT count(*) FROM public_id"));
    }

    [Fact]
    public void A_fresh_id_is_given_once_and_says_nothing_of_the_old_one()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0), Comment("2", "1", 1), Comment("3", "1", 2));
        var post = store.Posts().Single();
        var comments = store.Comments(post.Row);
        Assert.False(store.PublicIds.TryGetFresh(comments[0].Row, out _));
        Assert.Throws<InvalidOperationException>(() => store.PublicIds.FreshForComment(comments[0].Row));
        CommentId first;
        using (var batch = store.BeginTransaction())
        {
            first = store.PublicIds.FreshForComment(comments[0].Row);
            Assert.NotEqual(first, store.PublicIds.FreshForComment(comments[1].Row));
            Assert.Matches("^[a-z2-7]{16}$", store.PublicIds.FreshForPost(post.Row).Value);
            Assert.Throws<InvalidOperationException>(() => store.PublicIds.FreshForComment(999));
            batch.Commit();
        }

        Assert.Equal(first, store.PublicIds.FreshForComment(comments[0].Row));
        Assert.True(store.PublicIds.TryGetFresh(comments[0].Row, out var again));
        Assert.Equal(first, again);
        Assert.Equal(comments[0].Id, store.Comments(post.Row)[0].Id);
    }

    [Fact]
    public void A_release_that_was_cut_off_gives_the_same_fresh_ids_the_next_time()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0), Comment("2", "1", 1));
        var row = store.Comments(store.Posts().Single().Row)[0].Row;
        CommentId lost;
        using (store.BeginTransaction())
        {
            lost = store.PublicIds.FreshForComment(row);
        }

        Assert.False(store.PublicIds.TryGetFresh(row, out _));
        using var batch = store.BeginTransaction();
        Assert.Equal(lost, store.PublicIds.FreshForComment(row));
    }
}
