using Blog.Import;
using Blog.Model;
using Blog.Vault;
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
        Assert.Equal((comment.Visibility, comment.State, comment.Published!.Value.ToUnixTimeMilliseconds()), (reply.Visibility, reply.State, reply.Ordinal));
        Assert.Equal(comment.Flags, reply.Flags);
        Assert.Equal(read.Author, reply.Author);
        Assert.Equal("<p>comment text</p>", Scalar<string>(store, "SELECT original FROM comment_text"));
    }

    [Fact]
    public void A_post_that_has_almost_nothing_is_read_back()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(format: "capture"), new ImportedPost { SourceId = "1", Kind = EntryKind.Page, Visibility = Visibility.Draft, Body = Body(string.Empty), Ordinal = 0 });
        var read = Assert.Single(store.Posts());
        Assert.Equal((null, null, null, null, null, string.Empty), (read.Title, read.Permalink, read.Published, read.Author, read.Series, read.Markdown));
        Assert.Empty(read.Labels);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\U0001F600 \u200B ẞ")]
    [InlineData("\n")]
    public void A_text_comes_back_character_by_character(string text)
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("100", 0, text), Comment("200", "100", 1, text: text));
        var post = Assert.Single(store.Posts());
        Assert.Equal((text, text), (post.Markdown, store.Comments(post.Row)[0].Markdown));
    }

    [Fact]
    public void A_text_of_megabytes_comes_back()
    {
        using var store = _fixture.Open();
        var text = new string('é', 1_500_000);
        TakeIn(store, Archive(), Post("100", 0, text));
        Assert.Equal(text, store.Posts().Single().Markdown);
    }

    [Fact]
    public void Posts_come_by_date_then_position_and_those_without_a_date_last()
    {
        using var store = _fixture.Open();
        TakeIn(
            store,
            Archive(),
            Post("3", 3) with { Published = null },
            Post("2", 2),
            Post("1", 1),
            Post("5", 5) with { Published = Post("2", 2).Published },
            Post("4", 4) with { Published = null });
        Assert.Equal(["1", "2", "5", "3", "4"], store.Posts().Select(post => post.SourceId));
    }

    [Fact]
    public void The_same_export_again_changes_nothing()
    {
        using var store = _fixture.Open();
        var first = TakeIn(store, SmallArchive());
        var before = Dump(store);
        var second = TakeIn(store, SmallArchive());
        Assert.Equal(before, Dump(store));
        Assert.Equal((0, 0, first.New), (second.New, second.Updated, second.Unchanged));
        Assert.True(first.Balances && second.Balances);
    }

    [Fact]
    public void An_import_that_breaks_anywhere_leaves_nothing_and_the_next_ends_in_the_same_contents()
    {
        using var whole = _fixture.Open("whole");
        TakeIn(whole, SmallArchive());
        var expected = Dump(whole);

        using var store = _fixture.Open("broken");
        var empty = Dump(store, withRuns: true);
        var length = SmallArchive().Count();
        for (var point = 0; point <= length; point++)
        {
            Assert.Throws<ImportException>(() => TakeIn(store, BreakAfter(SmallArchive(), point)));
            Assert.Equal(empty, Dump(store, withRuns: true));
        }

        TakeIn(store, SmallArchive());
        Assert.Equal(expected, Dump(store));
    }

    [Fact]
    public void A_second_import_that_breaks_leaves_the_first_as_it_was()
    {
        using var store = _fixture.Open();
        TakeIn(store, SmallArchive());
        var before = Dump(store, withRuns: true);
        Assert.Throws<ImportException>(() => TakeIn(store, BreakAfter(NewerArchive(), 20)));
        Assert.Equal(before, Dump(store, withRuns: true));
    }

    [Fact]
    public void A_process_killed_in_the_middle_leaves_a_store_that_opens_as_before()
    {
        // What is on the disk at that instant is what a killed process leaves: the files are copied away in the middle of an import that
        // has long outgrown SQLite's cache and so spilled into its log, and the copy is opened.
        using var store = _fixture.Open("running");
        TakeIn(store, Archive("0"), Post("1", 0));
        var before = Dump(store);
        var running = _fixture.Location("running");
        var copy = _fixture.Location("copy");
        IEnumerable<ImportedEntry> Large()
        {
            yield return Archive();
            var text = new string('a', 150_000);
            for (var i = 0; i < 100; i++)
            {
                yield return Post("1" + i, i, text);
            }

            Assert.True(new FileInfo(running.Database + "-wal").Length > 1_000_000, "nothing was spilled, so the test shows nothing");
            VaultFolder.Create(copy);
            foreach (var file in Directory.GetFiles(running.Folder).Where(file => file != running.LockFile))
            {
                File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
            }
        }

        TakeIn(store, Large());
        using var left = _fixture.Open("copy");
        Assert.Equal(before, Dump(left));
    }

    [Fact]
    public void A_stopped_import_leaves_nothing()
    {
        using var store = _fixture.Open();
        var empty = Dump(store, withRuns: true);
        using var stop = new CancellationTokenSource();
        var reported = 0L;
        Assert.Throws<OperationCanceledException>(() => new VaultImporter(store).TakeIn(
            ManyComments(5000),
            count =>
            {
                reported = count;
                stop.Cancel();
            },
            stop.Token));
        Assert.True(reported > 0);
        Assert.Equal(empty, Dump(store, withRuns: true));
    }

    [Fact]
    public void A_newer_export_adds_what_is_new_and_changes_what_changed()
    {
        using var store = _fixture.Open();
        TakeIn(store, SmallArchive());
        using (var release = store.BeginTransaction())
        {
            store.PublicIds.FreshForComment(Comments(store, "100").Single(comment => comment.SourceId == "200").Row);
            release.Commit();
        }

        var before = Comments(store, "100").ToDictionary(comment => comment.SourceId!);
        var handles = Scalar<string>(store, "SELECT group_concat(hex(handle)) FROM (SELECT handle FROM comment ORDER BY row)");
        var outcome = TakeIn(store, NewerArchive());

        Assert.Equal((2, 1), (outcome.New, outcome.Updated)); // a post and its comment; comment 200
        Assert.True(outcome.Balances);
        Assert.Equal(1, outcome.NotInThisImport);
        var after = Comments(store, "100").ToDictionary(comment => comment.SourceId!);
        Assert.Equal("mended text", after["200"].Markdown);
        Assert.Equal((before["200"].Row, before["200"].Id, before["200"].Number), (after["200"].Row, after["200"].Id, after["200"].Number));
        Assert.True(store.PublicIds.TryGetFresh(after["200"].Row, out _));
        Assert.StartsWith(handles, Scalar<string>(store, "SELECT group_concat(hex(handle)) FROM (SELECT handle FROM comment ORDER BY row)"), StringComparison.Ordinal);
        Assert.Equal(after["200"].Row, after["201"].ParentRow);
    }

    [Fact]
    public void What_the_source_took_back_is_gone_from_the_store()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("100", 0), Comment("200", "100", 1, text: "a text that its writer took back"));
        TakeIn(store, Archive(), Post("100", 0), Comment("200", "100", 1, text: string.Empty) with { State = CommentState.RemovedByAuthor });
        Assert.Equal(CommentState.RemovedByAuthor, Comments(store, "100").Single().State);
        Assert.DoesNotContain("took back", Dump(store), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_erased_here_does_not_come_back()
    {
        using var store = _fixture.Open();
        TakeIn(store, SmallArchive());
        store.Execute("DELETE FROM comment_text WHERE comment_row = (SELECT row FROM comment WHERE key = '200'); DELETE FROM post_text WHERE post_row = (SELECT row FROM post WHERE source_id = '105')");
        var before = Dump(store);
        var outcome = TakeIn(store, SmallArchive());
        Assert.Equal(before, Dump(store));
        Assert.Equal(2, outcome.Counts.Sum(count => count.Erased));
        Assert.True(outcome.Balances);
        Assert.Equal(string.Empty, Comments(store, "100").Single(comment => comment.SourceId == "200").Markdown);
    }

    [Fact]
    public void The_first_of_two_entries_with_one_id_stands()
    {
        using var store = _fixture.Open();
        var outcome = TakeIn(store, Archive(), Post("100", 0, "first"), Post("100", 1, "second"), Comment("200", "100", 2, text: "first"), Comment("200", "100", 3, text: "second"));
        Assert.Equal("first", store.Posts().Single().Markdown);
        Assert.Equal("first", Comments(store, "100").Single().Markdown);
        Assert.Equal(2, outcome.Counts.Sum(count => count.Repeated));
        Assert.True(outcome.Balances);
    }

    [Fact]
    public void Two_sources_do_not_mix()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive("1"), Post("100", 0), Comment("200", "100", 1));
        TakeIn(store, Archive("2"), Post("100", 0), Comment("200", "100", 1), Comment("201", "100", 2, parent: "200"));
        var posts = store.Posts().ToList();
        Assert.Equal(2, posts.Count);
        Assert.Equal(4, posts.Select(post => post.PublicId.Value).Concat(posts.SelectMany(post => store.Comments(post.Row)).Select(comment => comment.Id.Value)).Distinct().Count() - 1);
        Assert.Equal([1, 2], posts.OrderBy(post => post.SourceKey).Select(post => store.Comments(post.Row).Count));
    }

    [Fact]
    public void The_counts_say_what_came_by_kind_visibility_and_state()
    {
        using var store = _fixture.Open();
        var outcome = TakeIn(
            store,
            Archive(),
            Post("1", 0),
            Post("2", 1, visibility: Visibility.Draft),
            Post("3", 2) with { Kind = EntryKind.Page },
            Comment("4", "1", 3),
            Comment("5", "1", 4) with { State = CommentState.RemovedByAdmin },
            Comment("6", "1", 5) with { Visibility = Visibility.Spam },
            new SkippedEntry("a", "template", Lost: false),
            new SkippedEntry("b", "unreadable: no id", Lost: true),
            new SkippedEntry("c", "template", Lost: false));
        Assert.Equal(
            [
                new EntryCount(EntryKind.Post, Visibility.Public, CommentState.Published, 1, 0, 0, 0, 0),
                new EntryCount(EntryKind.Post, Visibility.Draft, CommentState.Published, 1, 0, 0, 0, 0),
                new EntryCount(EntryKind.Page, Visibility.Public, CommentState.Published, 1, 0, 0, 0, 0),
                new EntryCount(null, Visibility.Public, CommentState.Published, 1, 0, 0, 0, 0),
                new EntryCount(null, Visibility.Public, CommentState.RemovedByAdmin, 1, 0, 0, 0, 0),
                new EntryCount(null, Visibility.Spam, CommentState.Published, 1, 0, 0, 0, 0),
            ],
            outcome.Counts);
        Assert.Equal(["template 2 a,c", "unreadable: no id 1 b"], outcome.Skipped.Select(skipped => $"{skipped.Reason} {skipped.Count} {string.Join(',', skipped.SourceIds)}"));
        Assert.Equal((9, true, true), (outcome.Entries, outcome.Balances, outcome.Lost));
        Assert.Equal(new Blog.Html.TextChange("style dropped", 12), Assert.Single(outcome.Changes));
        Assert.Equal(new VaultCounts(1, 2, 1, 3, 0, 2, 2, 0, 1, 0, 0, 6, 0, 0, 0, 0, 0, 0, 1), store.Stats());
    }

    [Fact]
    public void Stated_and_found_comments_are_compared_for_each_post_of_the_import()
    {
        using var store = _fixture.Open();
        var outcome = TakeIn(store, Archive(), Post("1", 0, stated: 1), Post("2", 1, stated: 3), Post("3", 2), Comment("10", "1", 3), Comment("11", "2", 4), Comment("12", "3", 5), Comment("13", "gone", 6));
        Assert.Equal(2, outcome.StatedPosts);
        Assert.Equal([new CommentBalance("2", 3, 1), new CommentBalance("gone", null, 1)], outcome.Unbalanced);
        Assert.True(outcome.Lost);
        Assert.Equal(1, store.Stats().OrphanComments);
    }

    [Fact]
    public void A_comment_waits_for_its_post_in_a_newer_export()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Comment("200", "100", 0));
        Assert.Empty(store.Posts());
        var outcome = TakeIn(store, Archive(), Comment("200", "100", 0), Post("100", 1));
        Assert.Empty(outcome.Unbalanced);
        Assert.Equal("200", Comments(store, "100").Single().SourceId);
    }

    [Fact]
    public void A_source_names_itself_first_and_once()
    {
        using var store = _fixture.Open();
        Assert.Throws<InvalidOperationException>(() => TakeIn(store, Post("1", 0)));
        Assert.Throws<InvalidOperationException>(() => TakeIn(store, Archive(), Archive()));
        Assert.Equal(0, store.Stats().Sources);
    }

    private static IEnumerable<ImportedEntry> SmallArchive()
    {
        yield return Archive();
        yield return Comment("201", "100", 0, parent: "200");
        for (var i = 0; i < 20; i++)
        {
            yield return Post((100 + i).ToString(), i + 1);
        }

        yield return Comment("200", "100", 30, number: new CommentNumber(1, 0));
        yield return Comment(null, "101", 31, number: new CommentNumber(1, 0), author: new ImportedAuthor { Name = "Nettlepin" });
        yield return Comment(null, "101", 32, number: new CommentNumber(1, 1), parent: "1");
        yield return Comment("202", "102", 33, parent: "999");
        yield return new SkippedEntry("entry 17", "blog setting", Lost: false);
    }

    /// <summary>The same with a post and a comment in front, so that every position is another; comment 200 mended; comment 202 left out.</summary>
    private static IEnumerable<ImportedEntry> NewerArchive()
    {
        yield return Archive();
        yield return Post("150", 0);
        yield return Comment("300", "150", 1);
        foreach (var entry in SmallArchive().Skip(1))
        {
            switch (entry)
            {
                case ImportedPost post:
                    yield return post with { Ordinal = post.Ordinal + 2 };
                    break;
                case ImportedComment { SourceId: "202" }:
                    break;
                case ImportedComment { SourceId: "200" } comment:
                    yield return comment with { Ordinal = comment.Ordinal + 2, Body = Body("mended text") };
                    break;
                case ImportedComment comment:
                    yield return comment with { Ordinal = comment.Ordinal + 2 };
                    break;
                default:
                    yield return entry;
                    break;
            }
        }
    }

    private static IEnumerable<ImportedEntry> BreakAfter(IEnumerable<ImportedEntry> entries, int count)
    {
        foreach (var entry in entries.Take(count))
        {
            yield return entry;
        }

        throw new ImportException("The source ends here.");
    }

    private static IReadOnlyList<VaultComment> Comments(VaultStore store, string post) => store.Comments(store.Posts().First(each => each.SourceId == post).Row);
}
