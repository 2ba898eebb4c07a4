using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Pages;
using Blog.Redact.Pictures;
using Blog.Source;
using Blog.Text;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Desk;

/// <summary>Makes the models of the screens of guests' texts. Called within a turn of the desk. For editors: the store refuses everybody else.</summary>
internal sealed class GuestScreens
{
    private readonly ReviewDesk _desk;
    private readonly Func<ScreenRequest, ScreenFrame> _frame;

    public GuestScreens(ReviewDesk desk, Func<ScreenRequest, ScreenFrame> frame)
    {
        _desk = desk;
        _frame = frame;
    }

    /// <summary>How many are on their way.</summary>
    public int OnTheirWay() => _desk.Store.Guests.List().Count(GuestStanding.IsOnItsWay);

    /// <summary>The queue.</summary>
    public ScreenModel Queue(ScreenRequest ask)
    {
        var book = Book;
        return new GuestsModel
        {
            Frame = _frame(ask),
            Guests = [.. book.List().Reverse().OrderBy(guest => GuestStanding.IsOnItsWay(guest) ? 0 : 1)],
            Today = book.Today,
            IsSetUp = _desk.Store.Sealed.IsSetUp,
            IsUnlocked = _desk.Store.Sealed.IsUnlocked,
        };
    }

    /// <summary>One guest's text; null where there is none.</summary>
    /// <param name="guest">Its name.</param>
    /// <param name="ask">The request.</param>
    /// <param name="style">What a comparison of the manner of writing found just now; null where none was asked for.</param>
    public ScreenModel? Of(VaultHandle guest, ScreenRequest ask, StyleView? style)
    {
        var book = Book;
        if (book.List().FirstOrDefault(each => each.Handle == guest) is not { } row)
        {
            return null;
        }

        using var acting = _desk.As(ask.Session.Rights.Actor);
        if (!MayRead(ask))
        {
            return new GuestModel { Frame = _frame(ask), Row = row, Today = book.Today, IsSetUp = _desk.Store.Sealed.IsSetUp, IsForOthers = true };
        }

        if (!_desk.Store.Sealed.IsUnlocked)
        {
            return new GuestModel { Frame = _frame(ask), Row = row, Today = book.Today, IsSetUp = _desk.Store.Sealed.IsSetUp };
        }

        var draft = book.Open(guest).Draft;
        var (original, sender) = (book.Original(guest), book.Sender(guest));
        var inbox = new Inbox(_desk.Store);
        var submission = new GuestInbox(_desk.Store, _desk.Time).SubmissionOf(draft);
        var sent = submission is not null && _desk.Store.Sealed.List(SealedKind.Submission).Contains(submission.Handle) ? inbox.Open(submission.Number).Content : null;
        var work = sender is null ? null : WorkAddresses.Of(_desk.Store).EndOf(sender);
        return new GuestModel
        {
            Frame = _frame(ask),
            Row = row,
            Draft = draft,
            Review = GuestReview.Of(draft.Now, _desk.Settings.PublicNames, _desk.Pass.Tagger, _desk.Pass.Mode),
            ReaderTitle = draft.Now.Title is null ? null : MarkedText.Of(draft.Now.Title),
            Reader = UnitViews.Render(draft.Now.Markdown, isPost: true),
            Changes = original is null || original.Markdown == draft.Now.Markdown ? null : TextDiff.Of(original.Markdown, draft.Now.Markdown),
            Mail = work is null ? ConsentPage.Mail(draft) : null,
            WorkAddress = work,
            HasSender = sender is not null,
            HasOriginal = original is not null,
            Style = style,
            Series = draft.ConsentOn(book.Today) is null ? [] : [.. book.NextNumbers([]).Select(series => (series.Key, series.Value))], // asked for where it can be published: every post is read
            Message = sent is null ? null : submission?.Number,
            HasCode = sent?.Code is not null,
            Pictures = sent?.Images.Count ?? 0,
            Today = book.Today,
            IsSetUp = true,
        };
    }

    /// <summary>A picture of a guest's text by its address; null where there is none, or who asks may not see it.</summary>
    public ScrubbedPicture? Picture(string path, ScreenRequest ask)
    {
        using var acting = _desk.As(ask.Session.Rights.Actor);
        return !MayRead(ask) || !_desk.Store.Sealed.IsUnlocked ? null
            : Book.List().SelectMany(guest => Book.Open(guest.Handle).Draft.Pictures).FirstOrDefault(picture => picture.Path == path) is { } found ? PictureScrubber.Scrub(found.Bytes.Span) : null;
    }

    /// <summary>Whether who asks may read a guest's words: an editor, and nobody who only looks on. Within a turn, acting as who asks.</summary>
    private bool MayRead(ScreenRequest ask) => !ask.Session.Rights.IsReadOnly && _desk.Store.Roles.May(EditorTask.GuestPosts);

    /// <summary>The book of guests' texts.</summary>
    public GuestBook Book => new(_desk.Store, _desk.Time);

    /// <summary>The page for the writer of a text.</summary>
    public string PageOf(VaultHandle guest)
    {
        var draft = Book.Open(guest).Draft;
        return ConsentPage.Html(_desk.Settings.Title, draft, Book.Original(guest), GuestReview.Of(draft.Now, _desk.Settings.PublicNames));
    }

    /// <summary>The next number of a series, over the store and what stands in the blog.</summary>
    public int NextNumber(string series)
    {
        var reader = new BlogReader(_desk.Folder);
        return Book.NextNumber(series, reader.ListPosts().Select(file => reader.ReadFrontMatter(file).Series));
    }
}
