using System.Globalization;
using Blog.Desk.Access;
using Blog.Desk.Review;
using Blog.Guests;
using Blog.Guests.Replies;
using Blog.Guests.Submissions;
using Blog.Import;
using Blog.Import.Documents;
using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Requests;
using Blog.Source;
using Blog.Vault;
using Microsoft.AspNetCore.Http;

namespace Blog.Desk;

/// <summary>What the screens of messages change: exports taken in, messages taken further, answered, deleted. Each is answered after it is on the disk, by a redirection to where it shows.</summary>
internal sealed class InboxWrites
{
    private readonly ReviewDesk _desk;

    public InboxWrites(ReviewDesk desk) => _desk = desk;

    /// <summary>Whether an address is one of these.</summary>
    public static bool Owns(string? path) => path is "/inbox-pull" or "/inbox-take" or "/inbox-reply" or "/inbox-delete";

    /// <summary>A number as an address names it.</summary>
    public static bool TryNumber(string? text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>Answers a write whose proof was checked.</summary>
    public Task AnswerAsync(HttpContext context, Session session, ConsoleForm form)
    {
        var path = context.Request.Path.Value;
        var numbers = form.All("n").Select(text => TryNumber(text, out var number) ? number : 0).Where(number => number > 0).Distinct().ToList();
        return WriteAsync(context, session, numbers is [var only] ? AddressOf(only) : "/inbox", () => path switch
        {
            "/inbox-pull" => Pull(form["path"] ?? string.Empty),
            "/inbox-take" => Take(numbers, form),
            "/inbox-reply" => Reply(Only(numbers), form),
            "/inbox-delete" => Delete(Only(numbers), form),
            _ => throw new GuestException("There is no such action. Nothing was changed."),
        });
    }

    /// <summary>Takes in an export that a browser sent; its copy is deleted.</summary>
    public async Task UploadAsync(HttpContext context, Session session, Func<string, bool> isProof)
    {
        using var upload = await UploadedArchive.ReadAsync(context.Request, _desk.Store.Location.Folder, isProof, context.RequestAborted);
        if (upload is null)
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status403Forbidden, "This form does not come from this session or names no file, so nothing was taken in. Load the page again.");
            return;
        }

        await WriteAsync(context, session, "/inbox", () => Pull(upload.Path));
    }

    private static string AddressOf(long number) => string.Create(CultureInfo.InvariantCulture, $"/message/{number}");

    private static long Only(List<long> numbers) => numbers is [var only] ? only : throw new GuestException("Choose one message. Nothing was changed.");

    private async Task WriteAsync(HttpContext context, Session session, string address, Func<(string Said, string Address)> write)
    {
        try
        {
            (session.Said, address) = await _desk.RunAsync(
                () =>
                {
                    using var acting = _desk.As(session.Rights.Actor);
                    _desk.Store.Roles.Require(EditorTask.GuestPosts);
                    return write();
                },
                CancellationToken.None); // a browser that goes away does not take back what it asked for
        }
        catch (Exception e) when (e is GuestException or InboxException or RequestException or ModerationException or SourceException or DocumentException or ImportException or VaultException { Fault: VaultFault.Sealed or VaultFault.Passphrase or VaultFault.Refused })
        {
            session.Said = e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Said = "The file cannot be opened: see that it is there and that you may read it. Nothing was changed.";
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private (string Said, string Address) Pull(string path)
    {
        var report = new Inbox(_desk.Store).Pull(new SubmissionExport(path), recovery: null);
        var unopened = report.Kept.GetValueOrDefault(SubmissionKind.Unopened);
        var said = string.Create(CultureInfo.InvariantCulture, $"{report.In:N0} in = {report.Kept.Values.Sum():N0} kept + {report.Repeated:N0} here before + {report.Skipped.Values.Sum():N0} left out.");
        said += unopened > 0 ? string.Create(CultureInfo.InvariantCulture, $" {unopened:N0} could not be opened, and are kept as they came.") : string.Empty;
        said += report.OpenedNow.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" {report.OpenedNow.Values.Sum():N0} of earlier pulls could be opened now.") : string.Empty;
        return (said, "/inbox");
    }

    private (string Said, string Address) Take(List<long> numbers, ConsoleForm form)
    {
        var (inbox, guests) = (new Inbox(_desk.Store), new GuestInbox(_desk.Store, _desk.Time));
        var rows = inbox.List().Where(row => numbers.Contains(row.Number)).ToList();
        if (rows.Count == 0 || rows.Count != numbers.Count || (rows.Count > 1 && rows.Exists(row => row.Kind != SubmissionKind.Comment)))
        {
            throw new GuestException(rows.Count > 1 ? "Only comments are taken together. Nothing was changed." : "Choose what is to be taken. Nothing was changed.");
        }

        switch (rows[0].Kind)
        {
            case SubmissionKind.Post:
                return ("Taken among the guests' texts.", "/guest/" + guests.TakeText(rows[0].Number, form["title"], isNeutral: true).Hex);
            case SubmissionKind.Remove:
                var kind = RequestKindTable.TryFind(form["kind"] ?? string.Empty, out var known) ? known : throw new RequestException("Choose a kind. Nothing was changed.");
                return ($"Kept. {kind.First}", "/request/" + WishIntake.Take(_desk.Store, _desk.Time, rows[0].Number, kind).Row.Handle.Hex);
            case SubmissionKind.Answer:
                return ("Recorded.", "/guest/" + guests.TakeAnswer(rows[0].Number, Terms(form)).Guest.Hex);
            case SubmissionKind.Comment:
                return TakeComments(rows, form["text"]?.ReplaceLineEndings("\n"));
            case SubmissionKind.Other or SubmissionKind.Unopened:
                throw new GuestException("Nothing can be made of this message here. Keep it or delete it. Nothing was changed.");
            default:
                throw new InvalidOperationException($"No way for a {rows[0].Kind}.");
        }
    }

    private (string Said, string Address) TakeComments(List<VaultSubmission> rows, string? amended)
    {
        var intake = new CommentIntake(_desk.Store, _desk.Folder, _desk.Settings, _desk.Time);
        var (inStore, inFiles) = (new List<VaultHandle>(), new List<CommentNumber>());
        var refused = new List<string>();
        foreach (var row in rows.Where(row => row.Done is null))
        {
            try
            {
                var (taken, number) = intake.Take(row.Number, amended);
                inStore.AddRange(taken is { } handle ? [handle] : []);
                inFiles.AddRange(number is { } given ? [given] : []);
            }
            catch (Exception e) when (e is GuestException or SourceException && rows.Count > 1)
            {
                refused.Add(e.Message); // the others of the batch are no worse for it
            }
        }

        if (inStore.Count > 0)
        {
            _desk.Reload();
        }

        var count = inStore.Count + inFiles.Count;
        return (count, inStore, inFiles) switch
        {
            (1, [var only], _) when rows.Count == 1 => ("It stands under its post.", Screens.ThreadAddress.At(only)),
            (1, _, [var only]) when rows.Count == 1 => ($"It stands in the thread of its post in input/, as {only}. The next build publishes it.", "/inbox"),
            _ => (string.Join(' ', refused.Prepend(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "comment stands under its post" : "comments stand under their posts")}.{(refused.Count > 0 ? $" {refused.Count:N0} not taken:" : string.Empty)}"))), "/inbox"),
        };
    }

    private (string Said, string Address) Reply(long number, ConsoleForm form)
    {
        var inbox = new Inbox(_desk.Store);
        var address = AddressOf(number);
        if (form["do"] == "end")
        {
            var ended = inbox.EndAnswer(number);
            inbox.WriteReplies(_desk.Folder);
            return (ended ? "Taken away. The site follows with the next publication." : "There was no answer.", address);
        }

        var reply = new Reply(form["title"] ?? string.Empty, (form["text"] ?? string.Empty).ReplaceLineEndings("\n"), (form["note"] ?? string.Empty).ReplaceLineEndings("\n"));
        if (reply.Text.Length + reply.Note.Length == 0)
        {
            throw new GuestException("An answer says something. Nothing was changed.");
        }

        inbox.Answer(number, reply);
        inbox.WriteReplies(_desk.Folder);
        return ("Encrypted, among decoys. It stands on the site with the next publication.", address);
    }

    private (string Said, string Address) Delete(long number, ConsoleForm form)
    {
        if (form["sure"] != "yes")
        {
            throw new GuestException("Tick that you are sure. Nothing was changed.");
        }

        var inbox = new Inbox(_desk.Store);
        var wasAnswered = inbox.Answered().Contains(number);
        inbox.Delete(number);
        if (wasAnswered)
        {
            inbox.WriteReplies(_desk.Folder);
        }

        return ("Deleted. Copies made before, and the entry at the host, still hold the encrypted message.", "/inbox");
    }

    /// <summary>Choices as the editor reads them; null where the form does not ask.</summary>
    private static ConsentTerms? Terms(ConsoleForm form) => form["scope"] is not { } scope ? null
        : new ConsentTerms(scope == "extracts" ? ConsentScope.Extracts : ConsentScope.Whole, GuestWrites.Day(form["until"]), form["comments"] == "open", form["original"] == "keep");
}
