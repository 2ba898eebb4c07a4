using Blog.Gate;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Site;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Release;

/// <summary>Comments posted twice and answers posted in the wrong place: from the decision to the page.</summary>
public sealed class ThreadRepairsTests : IDisposable
{
    private const string Twice = "The ferry timetable changed in spring and nobody at the quay was told about it, which cost us a morning.";

    private readonly VaultFixture _fixture = new();
    private readonly VaultStore _store;
    private readonly BlogFolder _folder;
    private readonly Moderation _moderation;

    public ThreadRepairsTests()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.BlogFolder, "input"));
        File.WriteAllText(Path.Combine(_fixture.BlogFolder, "input", "site.yml"), "title: T\naddress: https://t.example\n");
        _folder = new BlogFolder(_fixture.BlogFolder);
        _store = _fixture.Open();
        _moderation = new Moderation(_store, _store.Actor, TimeProvider.System);
        VaultFixture.TakeIn(
            _store,
            VaultFixture.Archive(),
            VaultFixture.Post("p1", 0, "A post about ferries."),
            Comment("c1", 0, Twice, author: new ImportedAuthor { Name = "Anonymous" }),
            Comment("c2", 2, Twice.Replace("spring", "the spring", StringComparison.Ordinal), author: new ImportedAuthor { Name = "Quillerby", Key = "pid-1" }),
            Comment("c3", 60, "As ever Quillerby is right about the quay.", parent: "c2"),
            Comment("c4", 120, "I asked the harbour master, and he says Anon at 00:02 has it right."),
            Comment("c5", 180, "No, it was the autumn, as the notice said.", parent: "c4"),
            Comment("c6", 240, "Something else altogether about the wind."));
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void What_was_posted_twice_is_found_and_nothing_else_is()
    {
        var thread = PreparedThread.Of(_store.Posts().Single(), _store.Comments(_store.Posts().Single().Row));
        var (again, first) = Assert.Single(DuplicateComments.Of(thread, ThreadRepairs.None));
        Assert.Equal(("c2", "c1"), (again.SourceId, first.SourceId));
        _moderation.SameAs(Place("c2"), Place("c1"));
        Assert.Empty(DuplicateComments.Of(thread, ThreadRepairs.Of(DecisionBook.Of(_store.Decisions.List()), thread.Comments)));
    }

    [Fact]
    public async Task The_page_shows_one_of_two_alike_and_leads_every_old_way_to_it()
    {
        _moderation.SameAs(Place("c2"), Place("c1"));
        _moderation.Answers(Place("c5"), Place("c1"));
        var thread = Release();

        Assert.Equal(5, thread.Comments.Count);
        var kept = Find(thread, "ferry timetable");
        var also = Assert.Single(kept.Fields.Also!.All);
        var named = Find(thread, "As ever");
        Assert.Equal(kept.Id, named.Fields.Parent);
        Assert.DoesNotContain("Quillerby", named.Body, StringComparison.Ordinal); // the name goes though nothing of that writer is shown
        Assert.Contains($"](#{kept.Id.Anchor})", Find(thread, "harbour master").Body, StringComparison.Ordinal); // a citation of the second one's minute
        var reply = Find(thread, "No, it was");
        Assert.Equal(Find(thread, "harbour master").Id, reply.Fields.Parent); // where it was posted
        Assert.Equal(kept.Id, reply.Fields.Inferred?.Answers);

        var page = await BuildAsync();
        Assert.Contains($"<span id=\"{also.Anchor}\"", page, StringComparison.Ordinal);
        Assert.Contains($"probably answers <a href=\"#{kept.Id.Anchor}\">", page, StringComparison.Ordinal);
        Assert.Contains("probably answered in <a", page, StringComparison.Ordinal);
        Assert.DoesNotContain("changed in the spring", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redacted_text_takes_the_old_ids_of_both_away()
    {
        _moderation.SameAs(Place("c2"), Place("c1"));
        _moderation.Term(new TermRequest { Action = DecisionAction.Redact, Term = "quay", Scope = DecisionScope.Text, At = Place("c1") });
        var kept = Find(Release(), "ferry timetable");
        var old = _store.Comments(_store.Posts().Single().Row).Where(comment => comment.SourceId is "c1" or "c2").Select(comment => comment.Id).ToList();
        Assert.DoesNotContain(kept.Id, old);
        Assert.DoesNotContain(Assert.Single(kept.Fields.Also!.All), old);
    }

    [Fact]
    public void Taking_it_back_brings_the_thread_back_as_it_was()
    {
        Release();
        var before = File.ReadAllText(ThreadFile());
        var joined = _moderation.SameAs(Place("c2"), Place("c1"));
        var linked = _moderation.Answers(Place("c5"), Place("c1"));
        _moderation.Answers(Place("c5"), Place("c6")); // takes the place of the word before
        Assert.Equal(Find(Release(), "wind").Id, Find(Release(), "No, it was").Fields.Inferred?.Answers);

        _moderation.Undo(null);
        Assert.Equal(Find(Release(), "ferry timetable").Id, Find(Release(), "No, it was").Fields.Inferred?.Answers);
        _moderation.Undo(linked.Handle.Hex);
        _moderation.Undo(joined.Handle.Hex);
        Release();
        Assert.Equal(before, File.ReadAllText(ThreadFile()));
    }

    [Theory]
    [InlineData("c6", "c1")]
    [InlineData("c1", "c1")]
    public void Texts_that_differ_are_not_joined(string goes, string stays) => Assert.Throws<ModerationException>(() => _moderation.SameAs(Place(goes), Place(stays)));

    [Fact]
    public void Two_that_each_stand_for_the_other_are_refused_and_a_reply_says_its_own_parent_in_vain()
    {
        _moderation.SameAs(Place("c2"), Place("c1"));
        Assert.Throws<ModerationException>(() => _moderation.SameAs(Place("c1"), Place("c2")));
        Assert.Throws<ModerationException>(() => _moderation.Answers(Place("c5"), Place("c4")));
        Assert.Throws<ModerationException>(() => _moderation.Answers(Place("c5"), new UnitPlace(_store.Posts().Single(), null)));
    }

    [Fact]
    public void Whatever_is_joined_every_other_comment_is_there_once_and_numbers_stay()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var comments = Enumerable.Range(1, random.Next(2, 30)).Select(row => VaultSamples.Comment(row, parent: row == 1 || random.Next(3) == 0 ? null : random.Next(1, row)) with
            {
                Handle = new VaultHandle(row.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
                Visibility = random.Next(6) == 0 ? Visibility.Spam : Visibility.Public,
            }).ToList();
            var handles = comments.Select(comment => comment.Handle).ToList();
            var decisions = Enumerable.Range(0, random.Next(8)).Select(step => new VaultDecision
            {
                Row = step + 1,
                Handle = new VaultHandle((step + 1000).ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
                Made = DateTimeOffset.UnixEpoch,
                Actor = "a",
                Action = random.Next(3) == 0 ? DecisionAction.Answers : DecisionAction.SameAs,
                Scope = DecisionScope.Text,
                Unit = handles[random.Next(handles.Count)],
                Replacement = handles[random.Next(handles.Count)].Hex,
            }).ToList();
            var repairs = ThreadRepairs.Of(DecisionBook.Of(decisions), comments);
            var before = ThreadAssembler.Assemble(comments, new Dictionary<string, CommentNumber>(), ThreadRepairs.None).ToDictionary(node => node.Handle, node => node.Number);
            var nodes = ThreadAssembler.Assemble(comments, before, repairs);

            Assert.Equal(
                comments.Where(comment => comment.Visibility == Visibility.Public).Select(comment => comment.Row).Order(),
                nodes.Where(node => node.Source?.Visibility == Visibility.Public).Select(node => node.Source!.Row).Concat(nodes.SelectMany(node => node.Also).Select(same => same.Row)).Order());
            Assert.All(nodes, node => Assert.True(!before.TryGetValue(node.Handle, out var number) || number == node.Number));
            Assert.All(nodes.Select((node, index) => (node, index)), pair => Assert.True(pair.node.Parent is null || pair.node.Parent < pair.index));
            Assert.All(repairs.Same, pair => Assert.DoesNotContain(pair.Value, repairs.Same.Keys));
        }
    }

    private static ImportedComment Comment(string id, int minute, string text, string? parent = null, ImportedAuthor? author = null) =>
        VaultFixture.Comment(id, "p1", minute, parent, text, author) with { Published = new ImportedTime(new DateTimeOffset(2015, 12, 16, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute), DatePrecision.Minute) };

    private UnitPlace Place(string id)
    {
        var post = _store.Posts().Single();
        return new UnitPlace(post, _store.Comments(post.Row).Single(comment => comment.SourceId == id));
    }

    private string ThreadFile() => Directory.EnumerateFiles(_folder.Input, "*.thread.md", SearchOption.AllDirectories).Single();

    private PublishedThread Release()
    {
        var report = Releaser.Run(_store, _folder, new BlogReader(_folder).ReadSettings(), new ReleaseOptions(false, null, false, []), null, CancellationToken.None);
        Assert.Empty(report.Conflicts);
        var reader = new BlogReader(_folder);
        return reader.ReadThread(reader.ListPosts().Single())!; // the post has comments
    }

    private static PublishedComment Find(PublishedThread thread, string words) => thread.Comments.Single(comment => comment.Body.Contains(words, StringComparison.Ordinal));

    private async Task<string> BuildAsync()
    {
        var request = new BuildRequest(_folder, new BlogReader(_folder).ReadSettings(), new DateOnly(2026, 11, 21), 1, Durable: false);
        var report = await CheckedBuild.RunAsync(request, new GateInput { Secrets = SecretSet.None, Today = request.AsOf, Parallelism = 1 }, new Progress<BuildStep>(), CancellationToken.None);
        Assert.Empty(report.Findings);
        return await File.ReadAllTextAsync(Directory.EnumerateFiles(_folder.Output, "p1.html", SearchOption.AllDirectories).Single());
    }
}
