using System.Globalization;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Redact.Pictures;
using Blog.Release;
using Blog.Vault;

namespace Blog.Desk;

/// <summary>Makes the models of the screens of messages. Called within a turn of the desk. For editors: the store refuses everybody else.</summary>
internal sealed class InboxScreens
{
    private const int MostOfParent = 600;

    private readonly ReviewDesk _desk;
    private readonly Func<ScreenRequest, ScreenFrame> _frame;

    public InboxScreens(ReviewDesk desk, Func<ScreenRequest, ScreenFrame> frame)
    {
        _desk = desk;
        _frame = frame;
    }

    /// <summary>How many wait.</summary>
    public int Waiting() => _desk.Store.Submissions.List().Count(row => row.Done is null);

    /// <summary>The queue: numbers, days and kinds, and no word.</summary>
    public ScreenModel Queue(ScreenRequest ask)
    {
        using var acting = _desk.As(ask.Session.Rights.Actor);
        var inbox = new Inbox(_desk.Store);
        var rows = inbox.List();
        var all = ask.Field("list") == "all";
        var mayRead = MayRead(ask);
        return new MessagesModel
        {
            Frame = _frame(ask),
            Messages = [.. rows.Where(row => all || row.Done is null)],
            Answered = inbox.Answered(),
            Waiting = rows.Count(row => row.Done is null),
            Done = rows.Count(row => row.Done is not null),
            ShowsAll = all,
            HasKeys = _desk.Store.Keys.List().Any(key => key.IsOwn),
            IsSetUp = _desk.Store.Sealed.IsSetUp,
            IsUnlocked = _desk.Store.Sealed.IsUnlocked,
            IsForOthers = !mayRead,
        };
    }

    /// <summary>One message; null where there is none.</summary>
    public ScreenModel? Of(long number, ScreenRequest ask)
    {
        var inbox = new Inbox(_desk.Store);
        if (inbox.List().FirstOrDefault(each => each.Number == number) is not { } row)
        {
            return null;
        }

        using var acting = _desk.As(ask.Session.Rights.Actor);
        var model = new MessageModel { Frame = _frame(ask), Row = row, Today = Book.Today, IsSetUp = _desk.Store.Sealed.IsSetUp, IsForOthers = !MayRead(ask), IsAnswered = inbox.Answered().Contains(number) };
        if (model.IsForOthers || !_desk.Store.Sealed.IsUnlocked)
        {
            return model;
        }

        if (!_desk.Store.Sealed.List(SealedKind.Submission).Contains(row.Handle))
        {
            return model with { IsDeleted = true };
        }

        var opened = inbox.Open(number);
        model = model with
        {
            Opened = opened,
            Review = opened.Content is { Text.Length: > 0 } content ? GuestReview.Of(new GuestVersion(_desk.Time.GetUtcNow(), _desk.Store.Actor, content.Title, content.Text), _desk.Settings.PublicNames, _desk.Pass.Tagger, _desk.Pass.Mode) : null,
            Pictures = [.. (opened.Content?.Images ?? []).Select((image, index) => Picture(index + 1, image))],
            Guest = new GuestInbox(_desk.Store, _desk.Time).GuestOf(row.Answers ?? row.Number),
        };
        return WithThread(model, opened.Content);
    }

    /// <summary>A picture of a message as it would be published; null where there is none that can be.</summary>
    public ScrubbedPicture? Picture(long number, int picture, ScreenRequest ask)
    {
        using var acting = _desk.As(ask.Session.Rights.Actor);
        var inbox = new Inbox(_desk.Store);
        if (!MayRead(ask) || !_desk.Store.Sealed.IsUnlocked || !inbox.List().Any(row => row.Number == number && _desk.Store.Sealed.List(SealedKind.Submission).Contains(row.Handle)))
        {
            return null;
        }

        try
        {
            return inbox.Open(number).Content is { } content && picture >= 1 && picture <= content.Images.Count ? PictureScrubber.Scrub(content.Images[picture - 1].Bytes.Span) : null;
        }
        catch (PictureException)
        {
            return null; // its line says why
        }
    }

    private GuestBook Book => new(_desk.Store, _desk.Time);

    private bool MayRead(ScreenRequest ask) => !ask.Session.Rights.IsReadOnly && _desk.Store.Roles.May(EditorTask.GuestPosts);

    private static MessagePicture Picture(int number, SubmissionImage image)
    {
        try
        {
            var scrubbed = PictureScrubber.Scrub(image.Bytes.Span);
            return new MessagePicture(number, string.Create(CultureInfo.InvariantCulture, $"{image.Type["image/".Length..]}, {scrubbed.Width:N0} by {scrubbed.Height:N0} pixels, {scrubbed.Bytes.Length:N0} bytes{(scrubbed.Removed.Count > 0 ? "; more than pixels was in it, and is left out" : string.Empty)}"), IsShown: true);
        }
        catch (PictureException e)
        {
            return new MessagePicture(number, e.Message, IsShown: false);
        }
    }

    /// <summary>The thread beside which a comment is read.</summary>
    private MessageModel WithThread(MessageModel model, Submission? content)
    {
        if (content?.Post is not { } post)
        {
            return model;
        }

        var units = _desk.Store.Units();
        if (units.Where(unit => unit.CommentRow is null && (unit.PublicId == post.Value || unit.FreshId == post.Value)).Select(unit => _desk.Store.Post(unit.PostRow)).FirstOrDefault() is not { } held)
        {
            var own = new CommentIntake(_desk.Store, _desk.Folder, _desk.Settings, _desk.Time).OwnPost(post);
            return model with { PostTitle = own ?? post.Value, IsOnOwnPost = own is not null, Markdown = own is null || content.Kind != SubmissionKind.Comment ? null : GuestInbox.MarkdownOf(content) };
        }

        var parent = content.ReplyTo is not { } replyTo ? null
            : units.Where(unit => unit.PostRow == held.Row && unit.CommentRow is not null && (unit.PublicId == replyTo.Value || unit.FreshId == replyTo.Value)).Select(unit => _desk.Store.Comments(held.Row).First(comment => comment.Row == unit.CommentRow)).FirstOrDefault();
        var number = parent is not null && _desk.Store.GivenNumbers.Of(held.Row).TryGetValue(parent.Handle.Hex, out var given) ? given.ToString() : parent?.Number?.ToString();
        return model with
        {
            PostTitle = held.Title ?? post.Value,
            ThreadAddress = ThreadAddress.At(held.Handle),
            RepliedTo = parent is null ? null : (number ?? "a comment", parent.Markdown.Length > MostOfParent ? parent.Markdown[..MostOfParent] + " …" : parent.Markdown),
        };
    }
}
