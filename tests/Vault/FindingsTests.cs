using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class FindingsTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Findings_come_back_as_they_were_given()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0), Comment("10", "1", 1));
        var (post, comment) = Units(store);
        VaultFinding[] inPost = [Finding(TextField.Title, 3, 4, "person", 0.75), Finding(TextField.Body, 0, 1, "place", 0)];
        VaultFinding[] inComment = [Finding(TextField.Body, int.MaxValue - 1, 1, "person", 1)];
        Replace(store, post, "1", inPost);
        Replace(store, comment, "1", inComment);
        Assert.Equal(inPost, store.Findings.Of(post));
        Assert.Equal(inComment, store.Findings.Of(comment));
        Replace(store, post, "2", inComment);
        Assert.Equal(inComment, store.Findings.Of(post));
        Replace(store, post, "2", []);
        Assert.Empty(store.Findings.Of(post));
        Assert.Equal(inComment, store.Findings.Of(comment));
        Assert.Throws<InvalidOperationException>(() => store.Findings.Replace(post, "1", []));
    }

    [Fact]
    public void They_hold_until_the_text_or_the_recognizers_change()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0), Comment("10", "1", 1));
        var (post, comment) = Units(store);
        Assert.Equal([post, comment], store.Findings.Outdated("1"));
        Replace(store, post, "1", []);
        Replace(store, comment, "1", [Finding(TextField.Body, 0, 1, "person", 1)]);
        Assert.True(store.Findings.IsCurrent(post, "1"));
        Assert.False(store.Findings.IsCurrent(post, "2"));
        Assert.Empty(store.Findings.Outdated("1"));
        Assert.Equal([post, comment], store.Findings.Outdated("2"));

        TakeIn(store, Archive(), Post("1", 0), Comment("10", "1", 1)); // the same again
        Assert.Empty(store.Findings.Outdated("1"));
        TakeIn(store, Archive(), Post("1", 0), Comment("10", "1", 1, text: "another text"));
        Assert.False(store.Findings.IsCurrent(comment, "1"));
        Assert.Equal([comment], store.Findings.Outdated("1"));
        TakeIn(store, Archive(), Post("1", 0) with { Title = "Another" }, Comment("10", "1", 1, text: "another text"));
        Assert.Equal([post, comment], store.Findings.Outdated("1"));
    }

    [Fact]
    public void An_erased_text_takes_its_findings_along_and_gets_no_new_ones()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0), Comment("10", "1", 1));
        var (post, comment) = Units(store);
        Replace(store, post, "1", [Finding(TextField.Body, 0, 1, "person", 1)]);
        Replace(store, comment, "1", [Finding(TextField.Body, 0, 1, "person", 1)]);
        store.Execute("DELETE FROM comment_text");
        Assert.Empty(store.Findings.Of(comment));
        Assert.Single(store.Findings.Of(post));
        Replace(store, comment, "1", [Finding(TextField.Body, 0, 1, "person", 1)]);
        Assert.Empty(store.Findings.Of(comment));
        Assert.False(store.Findings.IsCurrent(comment, "1"));
        store.Execute("DELETE FROM post_text");
        Assert.Equal(0, Scalar<long>(store, "SELECT (SELECT count(*) FROM finding) + (SELECT count(*) FROM finding_set)"));
        Assert.Empty(store.Findings.Outdated("1"));
    }

    [Fact]
    public void A_batch_that_was_undone_leaves_no_finding_and_no_phrase_behind()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0));
        var post = store.Posts().Single().Handle;
        using (store.BeginTransaction())
        {
            store.Findings.Replace(post, "1", [Finding(TextField.Body, 0, 1, "person", 1)]);
        }

        Assert.Empty(store.Findings.Of(post));
        Assert.Equal(0, Scalar<long>(store, "SELECT count(*) FROM finding_phrase"));
        Replace(store, post, "1", [Finding(TextField.Body, 0, 1, "person", 1)]); // its phrases are written anew
        Assert.Single(store.Findings.Of(post));
    }

    [Fact]
    public void A_unit_that_is_not_there_has_none()
    {
        using var store = _fixture.Open();
        var nobody = new VaultHandle(new string('0', 32));
        Replace(store, nobody, "1", [Finding(TextField.Body, 0, 1, "person", 1)]);
        Assert.Empty(store.Findings.Of(nobody));
        Assert.False(store.Findings.IsCurrent(nobody, "1"));
    }

    private static VaultFinding Finding(TextField field, int start, int length, string kind, double score) => new(field, start, length, kind, score, "Recognizer of " + kind, "A fixed reason.");

    private static (VaultHandle Post, VaultHandle Comment) Units(VaultStore store)
    {
        var post = store.Posts().Single();
        return (post.Handle, store.Comments(post.Row).Single().Handle);
    }

    private static void Replace(VaultStore store, VaultHandle unit, string version, IReadOnlyList<VaultFinding> found)
    {
        using var batch = store.BeginTransaction();
        store.Findings.Replace(unit, version, found);
        batch.Commit();
    }
}
