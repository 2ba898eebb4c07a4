using System.Globalization;
using System.Text;
using Blog.Guests.Replies;
using Blog.Guests.Submissions;
using Blog.Html;
using Blog.Import;
using Blog.Import.Documents;
using Blog.Model;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Guests;

/// <summary>Takes further what people sent through the site: a text becomes a guest's text, a comment stands under its post, an answer counts as its writer's word.</summary>
/// <remarks>Nothing a stranger wrote is published by being taken: a text goes the way of every guest's text, a comment is looked through like every comment of the store.</remarks>
public sealed class GuestInbox
{
    private readonly VaultStore _store;
    private readonly TimeProvider _time;
    private readonly Inbox _inbox;
    private readonly GuestBook _book;

    /// <summary>Opens the inbox.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="time">The clock.</param>
    public GuestInbox(VaultStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
        _inbox = new Inbox(store);
        _book = new GuestBook(store, time);
    }

    /// <summary>Makes a guest's text of a submission.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="title">Title that a person gave; null for the submission's own.</param>
    /// <param name="isNeutral">Whether typing habits are made neutral.</param>
    /// <returns>The guest's text.</returns>
    /// <exception cref="GuestException">It is no text, or it is empty.</exception>
    /// <exception cref="InboxException">There is none, or it was taken before.</exception>
    public VaultHandle TakeText(long number, string? title, bool isNeutral)
    {
        using var transaction = _store.BeginTransaction();
        var opened = _inbox.Take(number);
        if (opened.Content is not { Kind: SubmissionKind.Post } content)
        {
            throw new GuestException($"Submission {number} is no text for the site. \"inbox show {number}\" shows it. Nothing was changed.");
        }

        var read = Plain(content.Text);
        var arrival = GuestDocument.Arrival(read, read, title ?? content.Title, content.Name, isNeutral) with { Submission = opened.Row.Handle.Hex };
        var guest = _book.Add(arrival, transaction);
        transaction.Commit();
        return guest;
    }

    /// <summary>Asks the writer of a text through the site: the text, what was changed and what could still identify, encrypted to their code.</summary>
    /// <param name="guest">The guest's text.</param>
    /// <param name="folder">The blog, into which the answers are written.</param>
    /// <param name="ownPublicNames">Names that the blog calls public.</param>
    /// <exception cref="GuestException">It did not come through the site.</exception>
    /// <exception cref="InboxException">Its writer took no code, or the answer is too long.</exception>
    public void AskByCode(VaultHandle guest, BlogFolder folder, IEnumerable<string> ownPublicNames)
    {
        var draft = _book.Open(guest).Draft;
        var row = SubmissionOf(draft) ?? throw new GuestException("This text did not come through the site's page, so no code leads back to its writer. Use --page or --mail. Nothing was changed.");
        _inbox.Answer(row.Number, new Reply(draft.Now.Title ?? string.Empty, draft.Now.Markdown, ConsentPage.Note(draft, _book.Original(guest), GuestReview.Of(draft.Now, ownPublicNames))));
        _book.Ask(guest);
        _inbox.WriteReplies(folder);
    }

    /// <summary>Counts an answer that came through the site as the word of the writer of the text under the same code.</summary>
    /// <param name="number">The answer's number.</param>
    /// <param name="terms">What its writer chose, as the editor reads it, for a yes from a page that did not ask; null leaves it to the answer, without which nothing is widened: the whole text, no comments, the original destroyed.</param>
    /// <returns>The guest's text, and the answer.</returns>
    /// <exception cref="GuestException">It is no answer to a guest's text, the text was changed since, or the editor reads another choice than its writer made.</exception>
    public (VaultHandle Guest, WriterAnswer Answer) TakeAnswer(long number, ConsentTerms? terms)
    {
        var opened = _inbox.Open(number);
        if (opened.Content is not { Answer: { } answer } || opened.Row.Answers is not { } first)
        {
            throw new GuestException($"Submission {number} is no answer under a code. \"inbox show {number}\" shows it. Nothing was changed.");
        }

        if (terms is not null && opened.Content.Terms is { } chosen && chosen != terms)
        {
            throw new GuestException("Its writer made these choices on the page themselves, and other ones. Record the answer as it came; where their words say otherwise, ask them again. Nothing was changed.");
        }

        terms = opened.Content.Terms ?? terms ?? new ConsentTerms(ConsentScope.Whole, null, OpenComments: false, KeepOriginal: false);
        var guest = GuestOf(first) ?? throw new GuestException($"Submission {first}, which this answers, was not taken as a guest's text. Nothing was changed.");
        if (answer == WriterAnswer.Withdraw)
        {
            _book.Withdraw(guest);
        }
        else
        {
            _book.Answer(guest, answer == WriterAnswer.Yes ? ConsentAnswer.Yes : ConsentAnswer.Change, opened.Row.Received < _book.Today ? Later(opened.Row.Received, guest) : _book.Today, answer == WriterAnswer.Yes ? terms : null);
        }

        using var transaction = _store.BeginTransaction();
        _inbox.Take(number);
        transaction.Commit();
        return (guest, answer);
    }

    /// <summary>Puts a comment under its post in the private store, with the next number, dated with a day; readers see it after the next release, if nothing in it holds it back.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="day">The day it bears: that of the batch, not of its writing.</param>
    /// <returns>The comment.</returns>
    /// <exception cref="GuestException">It is no comment, or the store does not know its post.</exception>
    public VaultHandle TakeComment(long number, DateOnly day)
    {
        var opened = _inbox.Open(number);
        if (opened.Content is not { Kind: SubmissionKind.Comment, Post: { } postId } content)
        {
            throw new GuestException($"Submission {number} is no comment. \"inbox show {number}\" shows it. Nothing was changed.");
        }

        var units = _store.Units();
        var post = units.Where(unit => unit.CommentRow is null && IsCalled(unit, postId.Value)).Select(unit => _store.Post(unit.PostRow)).FirstOrDefault()
            ?? throw new GuestException($"The private store has no post under the id that submission {number} names: it stands in input/ alone, or is another site's. Nothing was changed.");
        var comments = _store.Comments(post.Row);
        var parent = content.ReplyTo is not { } replyTo ? null
            : units.Where(unit => unit.PostRow == post.Row && unit.CommentRow is not null && IsCalled(unit, replyTo.Value)).Select(unit => comments.First(comment => comment.Row == unit.CommentRow)).FirstOrDefault();
        var source = _store.Sources.List().First(each => each.Format == post.SourceFormat && each.Key == post.SourceKey);
        var read = Plain(content.Text);
        var id = "form-" + opened.Row.Handle.Hex[..24];
        new VaultImporter(_store).TakeIn(
            [
                new ImportedSource { Format = source.Format, Key = source.Key, Title = source.Title, Address = source.Address },
                new ImportedComment
                {
                    SourceId = id,
                    PostSourceId = post.SourceId,
                    ParentSourceId = parent is null ? null : parent.SourceId ?? parent.Number?.ToString(),
                    Visibility = Visibility.Public,
                    State = CommentState.Published,
                    Author = content.Name is null ? null : new ImportedAuthor { Name = content.Name },
                    Published = new ImportedTime(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), DatePrecision.Day),
                    Body = new ImportedBody(new RawHtml(content.Text), read.Markdown, []),
                    Ordinal = comments.Count == 0 ? 0 : comments.Max(comment => comment.Ordinal) + 1,
                },
            ],
            progress: null,
            CancellationToken.None);
        using (var transaction = _store.BeginTransaction())
        {
            _inbox.Take(number); // after it is in: cut off in between, the next run finds it there already and takes nothing twice
            transaction.Commit();
        }

        return _store.Comments(post.Row).First(comment => comment.SourceId == id).Handle;
    }

    /// <summary>A picture that came with a guest's text, as it came.</summary>
    /// <param name="guest">The guest's text.</param>
    /// <param name="number">The picture's number, from 1.</param>
    /// <exception cref="GuestException">There is none.</exception>
    public ReadOnlySpan<byte> PictureOf(VaultHandle guest, int number)
    {
        var row = SubmissionOf(_book.Open(guest).Draft) ?? throw new GuestException("This text did not come through the site's page, so no pictures came with it. Nothing was changed.");
        return Picture(row.Number, number).Bytes.Span;
    }

    /// <summary>A picture of a submission, as it came.</summary>
    /// <param name="submission">The submission's number.</param>
    /// <param name="number">The picture's number, from 1.</param>
    /// <exception cref="GuestException">There is none.</exception>
    /// <exception cref="InboxException">There is no such submission, or it was deleted.</exception>
    public SubmissionImage Picture(long submission, int number) => _inbox.Open(submission).Content is { } content && number >= 1 && number <= content.Images.Count
        ? content.Images[number - 1]
        : throw new GuestException($"Submission {submission} has no picture of this number. Nothing was changed.");

    /// <summary>The guest's text that came in a submission; null where none did.</summary>
    /// <exception cref="VaultException">The sealed part is locked.</exception>
    public VaultHandle? GuestOf(long number)
    {
        var submission = _inbox.List().FirstOrDefault(row => row.Number == number)?.Handle.Hex;
        return submission is null ? null : _book.List().Where(each => _book.Open(each.Handle).Draft.Submission == submission).Select(each => (VaultHandle?)each.Handle).FirstOrDefault();
    }

    /// <summary>The submission in which a text came; null where it came otherwise, or is not there any more.</summary>
    public VaultSubmission? SubmissionOf(GuestDraft draft) => draft.Submission is { } handle ? _inbox.List().FirstOrDefault(row => row.Handle.Hex == handle) : null;

    /// <summary>Whether the store holds a post under an id that a comment names.</summary>
    public bool Knows(PostId post) => _store.Units().Any(unit => unit.CommentRow is null && IsCalled(unit, post.Value));

    /// <summary>A comment's text as Markdown: it was typed as plain words, and nothing in it is markup.</summary>
    public static string MarkdownOf(Submission comment) => Plain(comment.Text).Markdown;

    private static bool IsCalled(VaultUnit unit, string id) => unit.PublicId == id || unit.FreshId == id;

    private static ReadDocument Plain(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return DocumentReader.Read(stream, "text.txt", DocumentLimits.Default);
    }

    /// <summary>An answer counts from the day of the question at the earliest: a host's clock may be behind.</summary>
    private DateOnly Later(DateOnly day, VaultHandle guest) => _book.Open(guest).Draft.Consents is [.., { Asked: var asked }] && asked > day ? asked : day;
}
