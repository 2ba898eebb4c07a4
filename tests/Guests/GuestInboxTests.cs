using System.Security.Cryptography;
using System.Text;
using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Model;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Tests.Guests;

/// <summary>What comes through the site's page, on its way into the guests' texts, the threads and back to its writer.</summary>
public sealed class GuestInboxTests : IDisposable
{
    private static readonly byte[] CodeKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] CodeName = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new() { Now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero) };
    private readonly VaultStore _store;
    private readonly BlogFolder _folder;
    private readonly Inbox _inbox;
    private readonly GuestInbox _guests;
    private readonly GuestBook _book;

    public GuestInboxTests()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.BlogFolder, "input"));
        File.WriteAllText(Path.Combine(_fixture.BlogFolder, "input", "site.yml"), "title: T\naddress: https://t.example\n");
        _folder = new BlogFolder(_fixture.BlogFolder);
        _store = VaultStore.OpenOrCreate(_fixture.Location(), RandomNumberGenerator.Create(), _time);
        _store.Sealed.Cost = 1000;
        using var passphrase = Passphrase.New("correct horse battery");
        _store.Sealed.SetPassphrase(null, passphrase);
        _store.Sealed.Unlock(passphrase, keep: false);
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

    private static string Code => $$"""{"key":"{{Url(CodeKey)}}","name":"{{Url(CodeName)}}"}""";

    private static ConsentTerms Terms => new(ConsentScope.Whole, null, OpenComments: true, KeepOriginal: false);

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private GuestState State(VaultHandle guest) => _book.List().Single(each => each.Handle == guest).State;

    private long Put(SubmissionKind kind, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        using var transaction = _store.BeginTransaction();
        var handle = _store.Submissions.Add(
            kind, _book.Today, _store.Submissions.MarkOf(RandomNumberGenerator.GetBytes(16)), _store.Submissions.MarkOf(RandomNumberGenerator.GetBytes(16)), json.Contains("\"code\"", StringComparison.Ordinal) ? _store.Submissions.MarkOf(CodeName) : null, bytes);
        transaction.Commit();
        return _inbox.List().Single(row => row.Handle == handle).Number;
    }
}
