using System.Globalization;
using Blog.Desk.Access;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Import.Documents;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Pictures;
using Blog.Source;
using Blog.Vault;
using Microsoft.AspNetCore.Http;

namespace Blog.Desk;

/// <summary>What the screens of guests' texts change. Each is a form; each is answered after it is on the disk, by a redirection to where it shows.</summary>
internal sealed class GuestWrites
{
    /// <summary>Most bytes of a form: the longest text, as forms encode it.</summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;

    private readonly ReviewDesk _desk;
    private readonly GuestScreens _screens;

    public GuestWrites(ReviewDesk desk, GuestScreens screens)
    {
        _desk = desk;
        _screens = screens;
    }

    /// <summary>Whether an address is one of these.</summary>
    public static bool Owns(string? path) => path is "/guest-add" or "/guest-file" or "/guest-amend" or "/guest-out" or "/guest-say" or "/guest-do" or "/guest-page" or "/guest-answer" or "/guest-publish" or "/guest-style" or "/guest-picture";

    /// <summary>Answers a write whose proof was checked.</summary>
    public async Task AnswerAsync(HttpContext context, Session session, ConsoleForm form, ScreenRenderer renderer)
    {
        var path = context.Request.Path.Value;
        var address = ConsolePages.TryHandle(form["guest"], out var guest) ? "/guest/" + guest.Hex : "/guests";
        try
        {
            if (path == "/guest-page")
            {
                var page = await _desk.RunAsync(
                    () =>
                    {
                        using var acting = _desk.As(session.Rights.Actor);
                        return _screens.PageOf(guest);
                    },
                    context.RequestAborted);
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Headers.ContentDisposition = $"attachment; filename=\"{ConsentPage.FileName}\"";
                await context.Response.WriteAsync(page, context.RequestAborted);
                return;
            }

            if (path == "/guest-style")
            {
                var ask = new ScreenRequest(session, context.Request.Cookies["subrosa-keys"] != "off", _ => null);
                var shown = await _desk.RunAsync(
                    () =>
                    {
                        using var acting = _desk.As(session.Rights.Actor);
                        return _screens.Of(guest, ask, GuestStyle.Compare(_desk, _screens.Book.Open(guest).Draft.Now, form["named"]));
                    },
                    context.RequestAborted);
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(await renderer.ScreenAsync(shown ?? throw new GuestException("There is no such guest's text.")), context.RequestAborted);
                return;
            }

        }
        catch (Exception e) when (IsSaid(e))
        {
            session.Said = e.Message;
            See(context, address);
            return;
        }

        await WriteAsync(context, session, address, () => Write(path, guest, form, address));
    }

    private static bool IsSaid(Exception e) => e is GuestException or InboxException or ModerationException or DocumentException or PictureException or VaultException { Fault: VaultFault.Sealed or VaultFault.Passphrase or VaultFault.Refused };

    private static void See(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private async Task WriteAsync(HttpContext context, Session session, string address, Func<(string? Said, string Address)> write)
    {
        try
        {
            (session.Said, address) = await _desk.RunAsync(
                () =>
                {
                    using var acting = _desk.As(session.Rights.Actor);
                    return write();
                },
                CancellationToken.None); // a browser that goes away does not take back what it asked for
        }
        catch (Exception e) when (IsSaid(e))
        {
            session.Said = e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Said = "The file cannot be opened: see that it is there and that you may read it. Nothing was kept.";
        }

        See(context, address);
    }

    private (string? Said, string Address) Write(string? path, VaultHandle guest, ConsoleForm form, string address)
    {
        var book = _screens.Book;
        switch (path)
        {
            case "/guest-add":
                var added = book.Add(new GuestArrival(Neutral(form["title"]), Neutral(form["text"]) ?? string.Empty) { Sender = form["sender"] });
                return ("Taken in, sealed.", "/guest/" + added.Hex);
            case "/guest-file":
                return TakeFile(book, form["path"] ?? string.Empty);
            case "/guest-amend":
                return (book.Amend(guest, form["title"], form["text"] ?? string.Empty) ? "Kept as a new version." : "It says what it said already.", address);
            case "/guest-out":
                return (TakeOut(book, guest, form), address);
            case "/guest-say":
                return (Say(book, guest, form), address);
            case "/guest-do":
                return Do(book, guest, form, address);
            case "/guest-picture":
                return (AddPicture(book, guest, form), address);
            case "/guest-answer":
                Answer(book, guest, form);
                return ("Recorded.", address);
            case "/guest-publish":
                var series = SourceText.CanonicalValue(form["series"]);
                var place = new GuestPlace(Day(form["on"]) ?? GuestPlace.DrawDay(book.Today), series is null ? null : new SeriesPlace(series, _screens.NextNumber(series)), []);
                book.Publish(guest, place);
                _desk.Reload();
                return (string.Create(CultureInfo.InvariantCulture, $"It goes out from {place.Appears:d MMMM yyyy} on, with the next publication."), address);
            default:
                throw new GuestException("There is no such action. Nothing was changed.");
        }
    }

    /// <summary>Takes in a document that a browser sent: read in memory, never a file.</summary>
    public async Task UploadAsync(HttpContext context, Session session, Func<string, bool> isProof)
    {
        if (await UploadedFile.FindAsync(context.Request, isProof, context.RequestAborted) is not { } file)
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status403Forbidden, "This form does not come from this session or names no file, so nothing was taken in. Load the page again.");
            return;
        }

        var bytes = await file.BytesAsync(context.RequestAborted);
        await WriteAsync(context, session, "/guests", () =>
        {
            using var stream = new MemoryStream(bytes, writable: false);
            return TakeFile(_screens.Book, stream, file.Name);
        });
    }

    private static (string? Said, string Address) TakeFile(GuestBook book, string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        return TakeFile(book, stream, Path.GetFileName(path));
    }

    private static (string? Said, string Address) TakeFile(GuestBook book, Stream stream, string name)
    {
        var read = DocumentReader.Read(stream, name, DocumentLimits.Default);
        var text = GuestDocument.TextOf(read);
        var guest = book.Add(GuestDocument.Arrival(read, text, title: null, sender: null, isNeutral: true));
        return (string.Create(CultureInfo.InvariantCulture, $"Taken in, sealed. {read.LeftBehind.Count:N0} facts about the file were left behind, {read.Hidden.Count:N0} pieces beside the text are listed, {read.PictureCount:N0} pictures were not taken.{(read.Markdown.Length > 0 && read.Attachments.Any(each => each is { WhyNot: null, Document.Markdown.Length: > 0 }) ? " An attachment has words, too, which were not taken: save it and take it in by itself, if it is the text." : string.Empty)} Delete the file once you need it no more."), "/guest/" + guest.Hex);
    }

    private static string? TakeOut(GuestBook book, VaultHandle guest, ConsoleForm form)
    {
        var now = book.Open(guest).Draft.Now;
        var kind = FindingKindTable.TryParse(form["kind"] ?? string.Empty, out var known) ? known : (FindingKind?)null;
        var (title, markdown, places) = GuestEdits.TakeOut(now, form["words"] ?? string.Empty, kind, form["instead"]);
        book.Amend(guest, title, markdown);
        return places == 0 ? "These words do not stand in it." : string.Create(CultureInfo.InvariantCulture, $"Taken out in {places:N0} {(places == 1 ? "place" : "places")}.");
    }

    /// <summary>Neutral wording for words, wherever they stand just so.</summary>
    private static string? Say(GuestBook book, VaultHandle guest, ConsoleForm form)
    {
        var now = book.Open(guest).Draft.Now;
        if (form["words"] is not { } words)
        {
            throw new GuestException("Say which words. Nothing was changed.");
        }

        return book.Amend(guest, now.Title, now.Markdown.Replace(words, form["instead"] ?? string.Empty, StringComparison.Ordinal)) ? "Said so." : "These words do not stand in it.";
    }

    private (string? Said, string Address) Do(GuestBook book, VaultHandle guest, ConsoleForm form, string address)
    {
        switch (form["do"])
        {
            case "neutral":
                var now = book.Open(guest).Draft.Now;
                return (book.Amend(guest, Neutral(now.Title), Neutral(now.Markdown) ?? string.Empty) ? "Typing habits are like everybody's now." : "There was nothing to change.", address);
            case "undo":
                book.Undo(guest);
                return ("Back to the version before.", address);
            case "ask":
                book.Ask(guest);
                return ("Noted: its writer was asked about this very text.", address);
            case "ask-code":
                new GuestInbox(_desk.Store, _desk.Time).AskByCode(guest, _desk.Folder, _desk.Settings.PublicNames);
                return ("Encrypted to its writer's code, among decoys. It stands on the site with the next publication; the answer comes as a new message.", address);
            case "withdraw":
                book.Withdraw(guest);
                _desk.Reload();
                return ("Withdrawn. If it was published: write and check the pages again and publish, or take it down at once under Requests.", address);
            case "forget-sender":
                return (book.ForgetSender(guest) ? "Who sent it is destroyed." : "Nothing of who sent it was kept.", address);
            case "destroy-original" when form["sure"] == "yes":
                book.DestroyOriginal(guest);
                return ("What was sent, and every earlier version, is destroyed.", address);
            default:
                throw new GuestException("There is no such action. Nothing was changed.");
        }
    }

    /// <summary>A picture that came with the text, put at its end.</summary>
    private string AddPicture(GuestBook book, VaultHandle guest, ConsoleForm form)
    {
        var inbox = new GuestInbox(_desk.Store, _desk.Time);
        var picture = int.TryParse(form["picture"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        book.AddPicture(guest, inbox.PictureOf(guest, picture), form["words"] ?? string.Empty);
        return "It stands at the end of the text; move its line to where it belongs.";
    }

    private static void Answer(GuestBook book, VaultHandle guest, ConsoleForm form)
    {
        var answer = form["answer"] switch
        {
            "yes" => ConsentAnswer.Yes,
            "change" => ConsentAnswer.Change,
            "withdraw" => ConsentAnswer.Withdraw,
            _ => throw new GuestException("Choose an answer. Nothing was changed."),
        };
        book.Answer(guest, answer, Day(form["on"]) ?? book.Today, answer != ConsentAnswer.Yes ? null : new ConsentTerms(
            form["scope"] == "extracts" ? ConsentScope.Extracts : ConsentScope.Whole, Day(form["until"]), form["comments"] != "closed", form["original"] == "keep"));
    }

    private static string? Neutral(string? text) => text is null ? null : Typography.MakeNeutral(text).Markdown;

    /// <summary>A day as a form sends it; null for none.</summary>
    /// <exception cref="GuestException">It is no day.</exception>
    internal static DateOnly? Day(string? text) => text is null ? null
        : DayText.TryRead(text, out var day) ? day
        : throw new GuestException("A day is written 2027-01-31. Nothing was changed.");
}
