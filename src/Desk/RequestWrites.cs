using Blog.Desk.Access;
using Blog.Desk.Review;
using Blog.Gate.Removal;
using Blog.Moderate;
using Blog.Requests;
using Blog.Source;
using Blog.Vault;
using Microsoft.AspNetCore.Http;

namespace Blog.Desk;

/// <summary>What the screens of requests change. Each is a form; each is answered after it is on the disk, by a redirection to where it shows.</summary>
internal sealed class RequestWrites
{
    private readonly ReviewDesk _desk;
    private readonly DeskWorker _worker;
    private readonly BlogFolder _folder;

    public RequestWrites(ReviewDesk desk, DeskWorker worker, BlogFolder folder)
    {
        _desk = desk;
        _worker = worker;
        _folder = folder;
    }

    /// <summary>Whether an address is one of these.</summary>
    public static bool Owns(string? path) => path is "/request-add" or "/request-step" or "/request-note" or "/request-close" or "/request-now" or "/request-look" or "/request-erase" or "/unlock";

    /// <summary>Answers a write whose proof was checked.</summary>
    public async Task AnswerAsync(HttpContext context, Session session, ConsoleForm form)
    {
        var path = context.Request.Path.Value;
        try
        {
            var (said, address) = await _desk.RunAsync(
                () =>
                {
                    using var acting = _desk.As(session.Rights.Actor);
                    return Write(path, form);
                },
                CancellationToken.None); // a browser that goes away does not take back what it asked for
            session.Said = said;
            See(context, address);
        }
        catch (Exception e) when (e is RequestException or ModerationException or VaultException { Fault: VaultFault.Sealed or VaultFault.Passphrase })
        {
            session.Said = e.Message;
            See(context, ConsolePages.TryHandle(form["request"], out var request) ? "/request/" + request.Hex : ConsolePages.BackOf(form["back"]) ?? "/requests");
        }
    }

    private static void See(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private (string? Said, string Address) Write(string? path, ConsoleForm form)
    {
        var book = new RequestBook(_desk.Store, _desk.Time);
        if (path == "/request-add")
        {
            var kind = RequestKindTable.TryFind(form["kind"] ?? string.Empty, out var known) ? known : throw new RequestException("Choose a kind. Nothing was changed.");
            var received = UkTime.TryParse(form["received"] ?? string.Empty, out var given) ? given : throw new RequestException("Give day and time as 2026-11-20T15:30, in UK time. Nothing was changed.");
            var added = book.Add(kind, received, Units(form["units"]), form["note"]);
            return ($"Kept. {kind.First}", "/request/" + added.Row.Handle.Hex);
        }

        if (path == "/unlock")
        {
            using var passphrase = Passphrase.Existing(form["passphrase"] ?? throw new RequestException("Give the passphrase."));
            _desk.Store.Sealed.Unlock(passphrase, keep: false);
            return ("Open, in this console, until nobody has used it for 15 minutes.", ConsolePages.BackOf(form["back"]) ?? "/requests");
        }

        var request = ConsolePages.TryHandle(form["request"], out var handle) ? book.Find(handle.Hex) : throw new RequestException("There is no such request. Nothing was changed.");
        var address = "/request/" + request.Row.Handle.Hex;
        switch (path)
        {
            case "/request-step":
                book.SetStep(request, form["step"] ?? string.Empty, StateOf(form["state"]));
                return (null, address + "#s-" + form["step"]);
            case "/request-note":
                var units = Units(form["units"]);
                if (form["note"] is { } words)
                {
                    book.AddNote(request, words);
                }
                else if (units.Count == 0)
                {
                    throw new RequestException("There was nothing to add. Nothing was changed.");
                }

                book.AddUnits(request, units);
                return ("Added.", address);
            case "/request-close":
                var close = form["do"] != "reopen";
                book.SetDone(request, close, close && form["forget"] == "yes");
                return (close ? "Closed." : "Open again.", close ? "/requests" : address);
            case "/request-now" or "/request-look" or "/request-erase":
                return Work(path, request, form, address);
            default:
                throw new RequestException("There is no such action. Nothing was changed.");
        }
    }

    private (string? Said, string Address) Work(string path, RequestView request, ConsoleForm form, string address)
    {
        if (request.Row.Units.Count == 0)
        {
            throw new RequestException("This request names no post or comment yet: add one first. Nothing was changed.");
        }

        var started = path switch
        {
            "/request-now" => _worker.TryTakeDown(request),
            "/request-look" => _worker.TryLook(request),
            _ when form["do"] != "erase" => _worker.TryErase(request, isMeant: false),
            _ when form["sure"] != "yes" => throw new RequestException("Tick that you are sure. Nothing was changed."),
            _ when !_worker.IsRehearsed(request) => throw new RequestException("Rehearse the erasure of these texts first. Nothing was changed."),
            _ => _worker.TryErase(request, isMeant: true),
        };
        return started ? (null, "/work") : ("The private store is at work at the moment, so nothing was changed.", address);
    }

    /// <summary>Posts and comments by address or name, one a line or with blanks between.</summary>
    private List<VaultHandle> Units(string? given)
    {
        var names = (given ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var finder = names.Length == 0 ? null : new UnitFinder(_desk.Store);
        return [.. names.Select(name => finder!.Find(CheckedRemoval.NameOf(_folder, _desk.Settings.Address, name)).Handle).Distinct()]; // not null: there is a name
    }

    private static RequestStepState StateOf(string? word) => word switch
    {
        "done" => RequestStepState.Done,
        "open" => RequestStepState.Open,
        "not-needed" => RequestStepState.NotNeeded,
        _ => throw new RequestException("A step is done, open or not needed. Nothing was changed."),
    };
}
