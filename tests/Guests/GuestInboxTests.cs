using System.Security.Cryptography;
using System.Text;
using Blog.Guests;
using Blog.Guests.Replies;
using Blog.Guests.Submissions;
using Blog.Model;
using Blog.Moderate.Pictures;
using Blog.Release;
using Blog.Release.Erasure;
using Blog.Source;
using Blog.Tests.Guests.Submissions;
using Blog.Tests.Redact.Pictures;
using Blog.Tests.Vault;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Tests.Guests;

/// <summary>What comes through the site's page, on its way into the guests' texts, the threads and back to its writer.</summary>
public sealed class GuestInboxTests : IDisposable
{
    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new() { Now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero) };
    private readonly VaultStore _store;
    private readonly BlogFolder _folder;
    private readonly Inbox _inbox;
    private readonly GuestInbox _guests;
    private readonly GuestBook _book;

    public GuestInboxTests()
    {
        _folder = _fixture.SmallBlog();
        _store = _fixture.OpenUnlocked(_time);
        VaultFixture.TakeIn(_store, VaultFixture.Archive(), VaultFixture.Post("p1", 0), VaultFixture.Comment("c1", "p1", 1, number: new CommentNumber(1, 0)));
        (_inbox, _guests, _book) = (new Inbox(_store), new GuestInbox(_store, _time), new GuestBook(_store, _time));
    }

    public void Dispose()
    {
        _store.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void A_text_becomes_a_guests_text_once()
    {
        var number = Put(SubmissionKind.Post, $$"""{"format":1,"kind":"post","title":"From me","name":"Somebody","text":"It was  *so*... [redacted: town]\n\nYes.","code":{{Code}}}""");
        var guest = _guests.TakeText(number, null, isNeutral: true);
        var draft = _book.Open(guest).Draft;
        Assert.Equal("From me", draft.Now.Title);
        Assert.DoesNotContain("  ", draft.Now.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("[redacted: town]", draft.Now.Markdown.Replace("\\[redacted", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal); // nobody forges a mark
        Assert.Equal("Somebody", _book.Sender(guest));
        Assert.Equal(number, _guests.SubmissionOf(draft)!.Number);
        Assert.Throws<InboxException>(() => _guests.TakeText(number, null, isNeutral: true));
        Assert.Single(_book.List());
    }

    [Fact]
    public void The_question_goes_back_by_the_code_and_the_answer_counts_as_its_writers_word()
    {
        var guest = _guests.TakeText(Put(SubmissionKind.Post, $$"""{"format":1,"kind":"post","text":"A text.","code":{{Code}}}"""), "A title", isNeutral: true);
        Assert.Throws<GuestException>(() => _guests.AskByCode(_book.Add(new GuestArrival("x", "By mail.")), _folder, []));
        _guests.AskByCode(guest, _folder, []);
        Assert.Equal(GuestState.Asked, State(guest));
        Assert.Equal(16, Directory.GetFiles(Path.Combine(_folder.Input, "replies")).Length);
        Assert.All(Directory.GetFiles(Path.Combine(_folder.Input, "replies")), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("A text."u8)));

        var change = Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"change","text":"The second line, please.","code":{{Code}}}""");
        Assert.Equal((guest, WriterAnswer.Change), _guests.TakeAnswer(change, Terms));
        Assert.Equal(GuestState.Amending, State(guest));
        Assert.Throws<InboxException>(() => _guests.TakeAnswer(change, Terms));

        _book.Amend(guest, "A title", "Another text.");
        _guests.AskByCode(guest, _folder, []);
        _guests.TakeAnswer(Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"yes","text":"","code":{{Code}}}"""), Terms);
        Assert.Equal(GuestState.Agreed, State(guest));
        _book.Publish(guest, new GuestPlace(_book.Today, null, []));
        _guests.TakeAnswer(Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"withdraw","text":"","code":{{Code}}}"""), Terms);
        Assert.Equal(GuestState.Withdrawn, State(guest));
    }

    [Fact]
    public void A_yes_to_a_text_that_was_changed_since_is_refused_and_waits()
    {
        var guest = _guests.TakeText(Put(SubmissionKind.Post, $$"""{"format":1,"kind":"post","text":"A text.","code":{{Code}}}"""), null, isNeutral: true);
        _guests.AskByCode(guest, _folder, []);
        _book.Amend(guest, null, "Another text.");
        var yes = Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"yes","text":"","code":{{Code}}}""");
        Assert.Throws<GuestException>(() => _guests.TakeAnswer(yes, Terms));
        Assert.Null(_inbox.List().Single(row => row.Number == yes).Done);
    }

    [Fact]
    public void What_its_writer_chose_on_the_page_counts_and_nobody_reads_another_choice_into_it()
    {
        var guest = _guests.TakeText(Put(SubmissionKind.Post, $$"""{"format":1,"kind":"post","text":"A text.","code":{{Code}}}"""), null, isNeutral: true);
        _guests.AskByCode(guest, _folder, []);
        var yes = Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"yes","text":"","terms":{"scope":"extracts","comments":"closed","original":"keep","until":"2027-05-01"},"code":{{Code}}}""");
        Assert.Throws<GuestException>(() => _guests.TakeAnswer(yes, Terms));
        Assert.Equal(GuestState.Asked, State(guest));
        _guests.TakeAnswer(yes, null);
        Assert.Equal(new ConsentTerms(ConsentScope.Extracts, new DateOnly(2027, 5, 1), OpenComments: false, KeepOriginal: true), _book.Open(guest).Draft.Consents[^1].Terms);
    }

    [Fact]
    public void A_yes_that_says_nothing_more_widens_nothing()
    {
        var guest = _guests.TakeText(Put(SubmissionKind.Post, $$"""{"format":1,"kind":"post","text":"A text.","code":{{Code}}}"""), null, isNeutral: true);
        _guests.AskByCode(guest, _folder, []);
        _guests.TakeAnswer(Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"yes","text":"","code":{{Code}}}"""), null);
        Assert.Equal(new ConsentTerms(ConsentScope.Whole, null, OpenComments: false, KeepOriginal: false), _book.Open(guest).Draft.Consents[^1].Terms);
    }

    [Fact]
    public void A_picture_that_came_along_stands_in_the_agreed_text_scrubbed_and_is_released_with_it()
    {
        var guest = _guests.TakeText(Put(SubmissionKind.Post, $$"""{"format":1,"kind":"post","text":"A text.","images":[{{SentMessages.LadenPicture}}],"code":{{Code}}}"""), null, isNeutral: true);
        Assert.Throws<GuestException>(() => _guests.PictureOf(guest, 2));
        Assert.Throws<GuestException>(() => _book.AddPicture(guest, _guests.PictureOf(guest, 1), "a [lamp](x)"));
        _book.AddPicture(guest, _guests.PictureOf(guest, 1), "a lamp beside a window");
        var draft = _book.Open(guest).Draft;
        var picture = Assert.Single(draft.Pictures);
        Assert.EndsWith($"\n\n![a lamp beside a window]({picture.Path})", draft.Now.Markdown, StringComparison.Ordinal);
        Assert.Equal(-1, picture.Bytes.Span.IndexOf(Encoding.ASCII.GetBytes(SamplePictures.Planted)));
        Assert.Contains($"src=\"data:image/jpeg;base64,{Convert.ToBase64String(picture.Bytes.Span)}\"", ConsentPage.Html("T", draft, _book.Original(guest), GuestReview.Of(draft.Now, [])), StringComparison.Ordinal);

        _book.Amend(guest, null, draft.Now.Markdown + "\n\n![another](/media/0000.jpg)");
        Assert.Throws<GuestException>(() => _book.Ask(guest)); // nobody can agree to a picture that is not shown to them
        _book.Undo(guest);
        _book.Ask(guest);
        _book.Answer(guest, ConsentAnswer.Yes, _book.Today, Terms);
        _book.Publish(guest, new GuestPlace(_book.Today, null, []));
        var reader = new BlogReader(_folder);
        Assert.Equal(1, Release(reader));
        var file = reader.ReadPost(reader.ListPosts().Single(each => reader.ReadFrontMatter(each).Provenance == Provenance.Guest));
        Assert.Contains($"![a lamp beside a window]({picture.Path})", file.Body, StringComparison.Ordinal);
        Assert.Equal(picture.Bytes.ToArray(), File.ReadAllBytes(_folder.InputFile(picture.Path[1..])));

        // A moderator takes the picture out again: less than was agreed to, and it stands.
        new PictureModeration(_store, _store.Actor, _time).LeaveOut(_store.Pictures.List().Single(), null);
        Assert.Equal(1, Release(reader));
        Assert.Contains("picture not shown", reader.ReadPost(reader.ListPosts().Single(each => reader.ReadFrontMatter(each).Provenance == Provenance.Guest)).Body, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.InputFile(picture.Path[1..])));
    }

    [Fact]
    public void With_the_choice_to_destroy_no_sealed_row_holds_what_was_sent_and_its_writer_still_has_the_way_back()
    {
        var guest = PublishOverTheSite();
        Assert.DoesNotContain(SealedWords(), words => words.Contains("Quillfeather", StringComparison.Ordinal));
        var draft = _book.Open(guest).Draft;
        Assert.Equal([draft.Sha256, string.Empty], draft.Consents.Select(consent => consent.Sha256).Distinct().OrderByDescending(hash => hash.Length));

        // The code opens an answer still, and takes the text back.
        var number = _guests.SubmissionOf(draft)!.Number;
        _inbox.Answer(number, new Reply(string.Empty, string.Empty, "It stands now."));
        _guests.TakeAnswer(Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"withdraw","text":"","code":{{Code}}}"""), null);
        Assert.Equal(GuestState.Withdrawn, State(guest));
    }

    [Fact]
    public void Erasing_a_guests_post_erases_its_draft_its_sender_and_the_messages_under_its_code()
    {
        PublishOverTheSite();
        var unit = _store.Units().Single(each => each.CommentRow is null && _store.Post(each.PostRow)!.SourceFormat == GuestTable.Source);
        var eraser = new Eraser(_store, _folder, new BlogReader(_folder).ReadSettings());
        _store.Sealed.Lock();
        Assert.Throws<VaultException>(() => eraser.Erase([unit], keepQuotes: false)); // half of it would stay
        Assert.NotNull(_store.Post(unit.PostRow)!.Markdown);
        using var passphrase = Passphrase.Existing("correct horse battery");
        _store.Sealed.Unlock(passphrase, keep: false);
        eraser.Erase([unit], keepQuotes: false);
        Assert.Empty(_book.List());
        Assert.Empty(SealedWords());
        Assert.All(_inbox.List(), row => Assert.NotNull(row.Done));
        Assert.NotEmpty(ErasureList.Of(_store).Terms.Find("Quillfeather", SealScope.Thread(unit.PublicId))); // the check goes on looking
    }

    private VaultHandle PublishOverTheSite()
    {
        var guest = _guests.TakeText(Put(SubmissionKind.Post, $$"""{"format":1,"kind":"post","name":"Otter Quillfeather","text":"Zebedee Quillfeather told us.","images":[{{SentMessages.LadenPicture}}],"code":{{Code}}}"""), null, isNeutral: true);
        _guests.AskByCode(guest, _folder, []);
        _guests.TakeAnswer(Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"change","text":"Quillfeather out, please.","code":{{Code}}}"""), null);
        _book.Amend(guest, null, "Somebody told us.");
        _guests.AskByCode(guest, _folder, []);
        _guests.TakeAnswer(Put(SubmissionKind.Answer, $$"""{"format":1,"kind":"answer","answer":"yes","text":"","code":{{Code}}}"""), null);
        _book.ForgetSender(guest);
        _book.Publish(guest, new GuestPlace(_book.Today, null, []));
        return guest;
    }

    /// <summary>Every sealed row of guests' texts and messages, opened.</summary>
    private List<string> SealedWords() =>
    [
        .. new[] { SealedKind.Guest, SealedKind.GuestOriginal, SealedKind.Sender, SealedKind.Submission, SealedKind.Reply }
            .SelectMany(kind => _store.Sealed.List(kind).Select(handle => _store.Sealed.TryGet(kind, handle, out var bytes) ? Encoding.UTF8.GetString(bytes) : string.Empty)),
    ];

    [Fact]
    public void A_comment_stands_under_its_post_with_a_day_and_the_reply_under_what_it_answers()
    {
        var units = _store.Units();
        var post = units.Single(unit => unit.CommentRow is null).PublicId;
        var comment = units.Single(unit => unit.CommentRow is not null).PublicId;
        var first = _guests.TakeComment(Put(SubmissionKind.Comment, $$"""{"format":1,"kind":"comment","post":"{{post}}","text":"Well said <b>all</b>."}"""), new DateOnly(2026, 11, 24));
        var second = _guests.TakeComment(Put(SubmissionKind.Comment, $$"""{"format":1,"kind":"comment","post":"{{post}}","replyTo":"{{comment}}","name":"Old Trimmer","text":"I agree."}"""), new DateOnly(2026, 11, 24));
        var comments = _store.Comments(_store.Posts().Single().Row);
        Assert.Equal(3, comments.Count);
        Assert.Null(comments.Single(each => each.Handle == first).ParentRow);
        Assert.Equal(comments.Single(each => each.Id.Value == comment).Row, comments.Single(each => each.Handle == second).ParentRow);
        Assert.All(comments.Where(each => each.Handle == first || each.Handle == second), each => Assert.Equal(DatePrecision.Day, each.Published!.Precision));
        Assert.DoesNotContain("<b>", comments.Single(each => each.Handle == first).Markdown.Replace("\\<b>", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("Old Trimmer", comments.Single(each => each.Handle == second).Author!.Name);
        Assert.Equal("A blog", _store.Sources.List().Single().Title); // as it was
        Assert.Throws<GuestException>(() => _guests.TakeComment(Put(SubmissionKind.Comment, """{"format":1,"kind":"comment","post":"no-such","text":"x"}"""), new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public void A_comment_under_a_guests_post_loses_what_was_taken_out_of_the_post()
    {
        var guest = _book.Add(new GuestArrival("A letter", "Zebedee Quillfeather told us."));
        _book.Amend(guest, "A letter", "Somebody told us.");
        _book.Ask(guest);
        _book.Answer(guest, ConsentAnswer.Yes, _book.Today, Terms);
        _book.Publish(guest, new GuestPlace(_book.Today, null, []));
        var post = _store.Posts().Single(each => each.SourceFormat == GuestTable.Source);
        var comment = _guests.TakeComment(Put(SubmissionKind.Comment, $$"""{"format":1,"kind":"comment","post":"{{post.PublicId}}","text":"That was Quillfeather, surely."}"""), _book.Today);
        Assert.DoesNotContain("Quillfeather", _store.Comments(post.Row).Single(each => each.Handle == comment).Markdown, StringComparison.OrdinalIgnoreCase);
    }

    private static string Code => SentMessages.Code;

    private static ConsentTerms Terms => new(ConsentScope.Whole, null, OpenComments: true, KeepOriginal: false);

    /// <summary>Releases, and says how many guests' posts stand.</summary>
    private int Release(BlogReader reader)
    {
        Releaser.Run(_store, _folder, reader.ReadSettings(), new ReleaseOptions(false, null, false, [], UnfinishedPolicy.Release), null, CancellationToken.None);
        return reader.ListPosts().Count(each => reader.ReadFrontMatter(each).Provenance == Provenance.Guest);
    }

    private GuestState State(VaultHandle guest) => _book.List().Single(each => each.Handle == guest).State;

    private long Put(SubmissionKind kind, string json) => SentMessages.Put(_store, kind, json);
}
