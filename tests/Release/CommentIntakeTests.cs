using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Model;
using Blog.Release;
using Blog.Source;
using Blog.Tests.Guests.Submissions;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Release;

/// <summary>Comments of the form on posts that the editor wrote into <c>input/</c>, and on those of the store.</summary>
public sealed class CommentIntakeTests : IDisposable
{
    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new() { Now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero) };
    private readonly VaultStore _store;
    private readonly BlogFolder _folder;

    public CommentIntakeTests()
    {
        _folder = new BlogFolder(_fixture.BlogFolder);
        Put("site.yml", "title: T\naddress: https://t.example\n");
        Put("posts/own.md", "---\nid: own\ntitle: Our own\nurl: /own.html\n---\nWords.\n");
        Put("posts/own.thread.md", """
            thread: own
            format: 1

            --- comment
            id: a1
            number: 6
            date: 2026-11-01
            state: published

            First.

            --- comment
            id: a2
            number: 6.3
            parent: a1
            state: published

            Below.

            --- comment
            id: a3
            number: 7
            state: withheld



            """.ReplaceLineEndings("\n"));
        Put("posts/draft.md", "---\nid: draft\ntitle: D\nurl: /d.html\ndraft: true\n---\nWords.\n");
        Put("posts/bare.md", "---\nid: bare\ntitle: B\nurl: /b.html\n---\nWords.\n");
        _store = VaultStore.OpenOrCreate(_fixture.Location(), System.Security.Cryptography.RandomNumberGenerator.Create(), _time);
        _store.Sealed.Cost = 1000;
        using var passphrase = Passphrase.New("correct horse battery");
        _store.Sealed.SetPassphrase(null, passphrase);
        _store.Sealed.Unlock(passphrase, keep: false);
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void It_takes_the_next_free_number_a_day_and_its_place_below_what_it_answers()
    {
        Assert.Equal("8", Take("""{"format":1,"kind":"comment","post":"own","name":"Otter","text":"Well said <b>all</b>."}"""));
        Assert.Equal("6.4", Take("""{"format":1,"kind":"comment","post":"own","replyTo":"a2","text":"I agree."}"""));
        Assert.Equal("6.5", Take("""{"format":1,"kind":"comment","post":"own","replyTo":"a1","text":"So do I."}"""));
        Assert.Equal("1", Take("""{"format":1,"kind":"comment","post":"bare","replyTo":"gone","text":"First here."}"""));
        var thread = Thread("own");
        Assert.Equal(["6", "6.3", "6.4", "6.5", "7", "8"], thread.Comments.Select(comment => comment.Fields.Number.ToString()));
        Assert.Equal("a2", thread.Comments[2].Fields.Parent!.Value.Value);
        Assert.All(thread.Comments.Where(comment => comment.Id.Value.StartsWith("form-", StringComparison.Ordinal)), comment => Assert.Equal(("2026-11-24", null), (comment.Fields.Date.ToString(), comment.Fields.Author)));
        Assert.DoesNotContain("<b>", thread.Comments[^1].Body.Replace("\\<b>", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(new BlogReader(_folder).ReadThreadResult(File("own"))!.Canonical);
        Assert.Single(Thread("bare").Comments);
    }

    [Fact]
    public void Days_and_names_are_as_the_blogs_policy_says()
    {
        Put("site.yml", "title: T\naddress: https://t.example\nanonymity: {times: month, commenters: keep}\n");
        Take("""{"format":1,"kind":"comment","post":"own","name":"Otter","text":"Well said."}""");
        Assert.Equal(("2026-11", "Otter"), (Thread("own").Comments[^1].Fields.Date.ToString(), Thread("own").Comments[^1].Fields.Author));
        Put("site.yml", "title: T\naddress: https://t.example\nnames: {keep: [Old Trimmer]}\n");
        Take("""{"format":1,"kind":"comment","post":"own","name":"Old Trimmer","text":"Well said."}""");
        Assert.Equal("Old Trimmer", Thread("own").Comments[^1].Fields.Author);
    }

    [Fact]
    public void What_would_be_masked_elsewhere_is_not_written_until_it_is_amended()
    {
        var number = SentMessages.Put(_store, SubmissionKind.Comment, """{"format":1,"kind":"comment","post":"own","text":"Ring me on 07700 900123. [redacted: town]"}""");
        var before = System.IO.File.ReadAllText(_folder.InputFile("posts/own.thread.md"));
        var refused = Assert.Throws<GuestException>(() => Intake.Take(number, null));
        Assert.Contains("phone", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("900123", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllText(_folder.InputFile("posts/own.thread.md")));
        Assert.Equal("8", Intake.Take(number, "Ring me.").InFile.ToString());
        Assert.Equal("Ring me.", Thread("own").Comments[^1].Body);
        Assert.Throws<InboxException>(() => Intake.Take(number, "Ring me."));
        Assert.Equal(4, Thread("own").Comments.Count);
    }

    [Fact]
    public void Where_the_tagger_guards_what_it_finds_waits_until_an_editor_has_given_the_text()
    {
        const string Telling = "She went to work for Quillfeather Systems Ltd after that.";
        var number = SentMessages.Put(_store, SubmissionKind.Comment, $$"""{"format":1,"kind":"comment","post":"own","text":"{{Telling}}"}""");
        using (var transaction = _store.BeginTransaction())
        {
            _store.Tagger.SetGuards(true);
            transaction.Commit();
        }

        var refused = Assert.Throws<GuestException>(() => Intake.Take(number, null));
        Assert.Contains("organisation", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, Thread("own").Comments.Count);
        Assert.NotNull(Intake.Take(number, Telling).InFile);
        Assert.NotNull(Intake.Take(SentMessages.Put(_store, SubmissionKind.Comment, """{"format":1,"kind":"comment","post":"own","text":"So it did."}"""), null).InFile);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("none")]
    public void A_post_that_is_not_public_takes_none(string post) =>
        Assert.Throws<GuestException>(() => Take($$"""{"format":1,"kind":"comment","post":"{{post}}","text":"x"}"""));

    [Fact]
    public void A_thread_that_a_hand_has_left_untidy_is_not_written_over()
    {
        Put("posts/own.thread.md", "thread: own\n\n--- comment\nid: a1\n\nFirst.\n");
        Assert.Throws<SourceException>(() => Take("""{"format":1,"kind":"comment","post":"own","text":"x"}"""));
        Assert.Equal("thread: own\n\n--- comment\nid: a1\n\nFirst.\n", System.IO.File.ReadAllText(_folder.InputFile("posts/own.thread.md")));
    }

    [Fact]
    public void A_comment_on_a_post_of_the_store_goes_there_and_keeps_the_policy_of_times_at_release()
    {
        VaultFixture.TakeIn(_store, VaultFixture.Archive(), VaultFixture.Post("p1", 0), VaultFixture.Comment("c1", "p1", 1, number: new CommentNumber(6, 0)));
        var post = _store.Units().Single(unit => unit.CommentRow is null).PublicId;
        var number = SentMessages.Put(_store, SubmissionKind.Comment, $$"""{"format":1,"kind":"comment","post":"{{post}}","replyTo":"{{_store.Units().Single(unit => unit.CommentRow is not null).PublicId}}","text":"I agree."}""");
        Assert.NotNull(Intake.Take(number, null).InStore);
        Put("site.yml", "title: T\naddress: https://t.example\nanonymity: {times: month}\n");
        Releaser.Run(_store, _folder, new BlogReader(_folder).ReadSettings(), new ReleaseOptions(false, null, false, [], UnfinishedPolicy.Release), null, CancellationToken.None);
        var reader = new BlogReader(_folder);
        var file = reader.ListPosts().Single(each => reader.ReadFrontMatter(each).Id.Value == post);
        var added = reader.ReadThread(file)!.Comments[^1];
        Assert.Equal(("I agree.", "6.1", "2026-11"), (added.Body, added.Fields.Number.ToString(), added.Fields.Date.ToString()));
        Assert.Throws<GuestException>(() => Intake.Take(SentMessages.Put(_store, SubmissionKind.Comment, $$"""{"format":1,"kind":"comment","post":"{{post}}","text":"x"}"""), "amended"));
    }

    private CommentIntake Intake => new(_store, _folder, new BlogReader(_folder).ReadSettings(), _time);

    private string? Take(string json) => Intake.Take(SentMessages.Put(_store, SubmissionKind.Comment, json), null).InFile?.ToString();

    private PostFile File(string name) => new BlogReader(_folder).ListPosts().Single(file => file.Path == $"posts/{name}.md");

    private PublishedThread Thread(string name) => new BlogReader(_folder).ReadThread(File(name))!;

    private void Put(string path, string text)
    {
        var file = Path.Combine(_fixture.BlogFolder, "input", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
    }
}
