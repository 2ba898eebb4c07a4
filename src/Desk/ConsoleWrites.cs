using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Blog.Desk.Access;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Release;
using Blog.Vault;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Blog.Desk;

/// <summary>Everything in the console that changes something. Each write carries the proof of its session, and is answered after it is on the disk.</summary>
/// <remarks>
/// A form without script is answered by a redirection to where its text stands. The script asks for JSON: what was said, the text as it
/// stands now, and whether more than this text changed.
/// </remarks>
internal sealed class ConsoleWrites
{
    private const string UploadPath = "/upload";

    private const string GuestUploadPath = "/guest-upload";

    private const string InboxUploadPath = "/inbox-upload";

    private const string FormType = "application/x-www-form-urlencoded";

    private readonly ReviewDesk _desk;
    private readonly DeskWorker _worker;
    private readonly ScreenModels _models;
    private readonly ScreenRenderer _renderer;
    private readonly RequestWrites _requests;
    private readonly GuestWrites _guests;
    private readonly InboxWrites _inbox;

    public ConsoleWrites(ReviewDesk desk, DeskWorker worker, ScreenModels models, ScreenRenderer renderer)
    {
        (_requests, _guests, _inbox) = (new RequestWrites(desk, worker, worker.Folder), new GuestWrites(desk, models.Guests), new InboxWrites(desk));
        _desk = desk;
        _worker = worker;
        _models = models;
        _renderer = renderer;
    }

    /// <summary>Answers a write.</summary>
    public async Task AnswerAsync(HttpContext context, Session session)
    {
        if (_worker.PacketOf is not null && context.Request.Path.Value is UploadPath or "/import" or "/preview" or "/publish")
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status409Conflict, "This is a packet: archives are brought in and pages are published where it was made. Nothing was changed.");
            return;
        }

        if (context.Request.Path == UploadPath)
        {
            await UploadAsync(context, session);
            return;
        }

        if (context.Request.Path.Value is GuestUploadPath or InboxUploadPath)
        {
            await TakeInAsync(context, session);
            return;
        }

        if (context.Request.ContentType is not { } type || !type.StartsWith(FormType, StringComparison.OrdinalIgnoreCase))
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status415UnsupportedMediaType, "The console takes its own forms only.");
            return;
        }

        var most = GuestWrites.Owns(context.Request.Path.Value) ? GuestWrites.MaxBodyBytes : ConsoleServer.MaxBodyBytes;
        Allow(context, most);
        var form = await ConsoleForm.ReadAsync(context.Request.BodyReader, most, context.RequestAborted);
        if (form["proof"] is not { } proof || !SecretText.AreEqual(proof, session.Proof))
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status403Forbidden, "This form does not come from this session, so nothing was changed. Load the page again.");
            return;
        }

        var path = context.Request.Path.Value;
        switch (path)
        {
            case "/keys":
                SetKeys(context, form["keys"] == "off");
                return;
            case "/stop":
                _worker.Stop();
                See(context, "/work");
                return;
            case "/import" when form["path"] is { } archive:
                StartWork(context, session, _worker.TryImport(archive, form["review-first"] == "yes", null, session.Rights.Actor));
                return;
            case "/preview":
                StartWork(context, session, _worker.TryPreview(Unfinished(form["finished"]), session.Rights.Actor));
                return;
            case "/publish":
                StartWork(context, session, _worker.TryPublish(session.Rights.Actor));
                return;
            default:
                break;
        }

        if (_worker.IsWorking)
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status409Conflict, "The private store is at work at the moment, so nothing was changed. Wait until it is done.");
            return;
        }

        if (path == "/search")
        {
            // Reads only. It is sent like a write because a browser keeps addresses, and what is looked for is often the very thing to hide.
            var ask = new ScreenRequest(session, context.Request.Cookies["subrosa-keys"] != "off", _ => null);
            var found = await _desk.RunAsync(() => _models.Search(ask, form["q"] ?? string.Empty), context.RequestAborted);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(await _renderer.ScreenAsync(found), context.RequestAborted);
            return;
        }

        if (RequestWrites.Owns(path))
        {
            await _requests.AnswerAsync(context, session, form);
            return;
        }

        if (GuestWrites.Owns(path))
        {
            await _guests.AnswerAsync(context, session, form, _renderer);
            return;
        }

        if (InboxWrites.Owns(path))
        {
            await _inbox.AnswerAsync(context, session, form);
            return;
        }

        Func<ConsoleForm, WriteResult>? write = path switch
        {
            "/decide" => Decide,
            "/words" => Words,
            "/accept" => Accept,
            "/withhold" => Withhold,
            "/undo" => Undo,
            "/answers" => Answers,
            "/same" => Same,
            "/same-all" => SameAll,
            "/tagger" => SetTagger,
            "/glossary" => _models.Glossary.Write,
            _ => null,
        };
        if (write is null)
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status404NotFound, "There is no such action.");
            return;
        }

        var filter = ThreadAddress.Findings(form["show"]);
        var (result, view) = await _desk.RunAsync(() =>
        {
            using var acting = _desk.As(session.Rights.Actor);
            var done = write(form);
            return (done, done.Text is { } text && _desk.Open(text) is { } thread && thread.Find(text) is { } place ? _desk.View(thread, place, filter) : null);
        }, CancellationToken.None); // a browser that goes away does not take back what it asked for
        if (!context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
        {
            session.Said = result.Said;
            See(context, BackTo(form["back"]) is { } known ? known : form["back"] is { } back ? (ConsolePages.TryHandle(back, out _) ? "/history/" + back : "/history") : result.Text is { } text ? ThreadAddress.At(text) : "/");
            return;
        }

        var html = view is null ? null : await _renderer.UnitAsync(view, session.Proof);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            JsonSerializer.Serialize(new { said = result.Said, unit = result.Text?.Hex, html, wide = result.IsWide }), CancellationToken.None);
    }

    private WriteResult SetTagger(ConsoleForm form)
    {
        var guards = form["mode"] == "guard";
        _desk.SetMode(guards);
        return new WriteResult(guards ? "What the tagger finds holds texts from now on. It reads them again." : "What the tagger finds is listed among the near misses. It reads the texts again.", null, IsWide: true);
    }

    /// <summary>The screen from which a form without script was sent, where that is not the redaction screen; null for others.</summary>
    private static string? BackTo(string? back) => back is "twice" or "tagger" or "glossary" ? "/" + back
        : back is not null && back.StartsWith("writer:", StringComparison.Ordinal) && ConsolePages.TryHandle(back["writer:".Length..], out var writer) ? "/writer/" + writer.Hex
        : null;

    private static void See(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private void StartWork(HttpContext context, Session session, bool started)
    {
        session.Said = started || _worker.IsWorking ? null : "The pages are older than your last decision, or the safety check has found something: make the preview again.";
        See(context, started || _worker.IsWorking ? "/work" : "/");
    }

    private static void Allow(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytes;
        }
    }

    /// <summary>An uploaded archive goes straight into a private folder of the store, and from there through the import; then it is deleted.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The import disposes of it once it has read it.")]
    private async Task UploadAsync(HttpContext context, Session session)
    {
        Allow(context, UploadedArchive.MaxBytes);
        var upload = await UploadedArchive.ReadAsync(context.Request, _desk.Store.Location.Folder, proof => SecretText.AreEqual(proof, session.Proof), context.RequestAborted);
        if (upload is null)
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status403Forbidden, "This form does not come from this session or names no file, so nothing was taken in. Load the page again.");
            return;
        }

        if (!_worker.TryImport(upload.Path, upload.ReviewFirst, upload.Dispose, session.Rights.Actor))
        {
            upload.Dispose();
        }

        See(context, "/work");
    }

    /// <summary>A guest's document, or an export of messages, sent by the browser.</summary>
    private async Task TakeInAsync(HttpContext context, Session session)
    {
        if (_worker.IsWorking)
        {
            await ConsolePages.PlainAsync(context, StatusCodes.Status409Conflict, "The private store is at work at the moment, so nothing was changed. Wait until it is done.");
            return;
        }

        bool IsProof(string proof) => SecretText.AreEqual(proof, session.Proof);
        var isDocument = context.Request.Path == GuestUploadPath;
        Allow(context, isDocument ? Blog.Import.Documents.DocumentLimits.Default.MaximumBytes + ConsoleServer.MaxBodyBytes : UploadedArchive.MaxBytes);
        await (isDocument ? _guests.UploadAsync(context, session, IsProof) : _inbox.UploadAsync(context, session, IsProof));
    }

    private static void SetKeys(HttpContext context, bool off)
    {
        context.Response.Cookies.Append("subrosa-keys", off ? "off" : "on", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        See(context, "/keys");
    }

    private WriteResult Decide(ConsoleForm form)
    {
        var place = Place(form);
        var action = form["do"] switch
        {
            "redact" => DecisionAction.Redact,
            "keep" => DecisionAction.Keep,
            _ => throw new ModerationException("A finding is redacted or kept. Nothing was changed."),
        };
        var field = form["field"] == "title" ? TextField.Title : TextField.Body;
        var range = Range(form);
        var kind = Kind(form["kind"]);
        var replacement = action == DecisionAction.Keep ? null : form["as"];
        var scope = ScopeOf(form["scope"]);
        var verb = action == DecisionAction.Keep ? "Kept" : "Redacted";
        if (scope == DecisionScope.Place)
        {
            RequireWords(place, field, range, form["words"]);
            _desk.Place(action, place, field, range, kind, replacement, form["reason"]);
            return new WriteResult($"{verb} here.", place.Handle, IsWide: false);
        }

        var source = field == TextField.Title ? place.Post.Title ?? string.Empty : place.Markdown;
        if (range.Start < 0 || range.Length <= 0 || range.End > source.Length)
        {
            throw new ModerationException("There is no such place in this text. Nothing was changed.");
        }

        var request = new TermRequest
        {
            Action = action,
            Term = FindingWords.Of(range.Of(source)),
            Scope = scope,
            At = place,
            Kind = kind,
            Replacement = replacement,
            Reason = form["reason"],
        };
        var (_, places) = _desk.Term(request);
        return new WriteResult($"{verb} {ScopeWords(scope)}: {Reach(places)}.", place.Handle, IsWide: true);
    }

    private WriteResult Words(ConsoleForm form)
    {
        var place = Place(form);
        var words = form["words"] ?? throw new ModerationException("Say which words. Nothing was changed.");
        var (_, places) = _desk.Term(new TermRequest { Action = DecisionAction.Redact, Term = words, Scope = DecisionScope.Text, At = place, Kind = Kind(form["kind"]) });
        return new WriteResult(places.Places == 0 ? "These words do not stand in this text as they were written here. They would be taken out if they came." : $"Redacted in this text: {Reach(places)}.", place.Handle, IsWide: place.Comment is null);
    }

    private WriteResult Accept(ConsoleForm form)
    {
        var place = Place(form);
        _desk.Accept(place);
        return new WriteResult("Read: this text goes out as your decisions leave it.", place.Handle, IsWide: false);
    }

    private WriteResult Withhold(ConsoleForm form)
    {
        var place = Place(form);
        _desk.Withhold(place, ScopeOf(form["scope"]) is DecisionScope.Thread ? DecisionScope.Thread : DecisionScope.Text, form["reason"]);
        return new WriteResult("Withheld.", place.Handle, IsWide: false);
    }

    private WriteResult Undo(ConsoleForm form)
    {
        if (form["together"] == "yes")
        {
            var all = _desk.UndoTogether(form["decision"] ?? string.Empty);
            return new WriteResult(string.Create(CultureInfo.InvariantCulture, $"Undone: {all.Count:N0} joinings."), null, IsWide: true);
        }

        var undone = _desk.Undo(form["decision"]);
        var isPlace = undone is { Scope: DecisionScope.Place, Unit: not null } || undone.Action is DecisionAction.Accept or DecisionAction.Withhold;
        var isRepair = undone.Action is DecisionAction.SameAs or DecisionAction.Answers;
        var text = undone.Unit is { } unit && _desk.Unit(unit) is not null ? unit : ConsolePages.TryHandle(form["unit"], out var given) ? given : (VaultHandle?)null;
        return new WriteResult($"Undone: {DecisionWords.Of(undone)}.", text, IsWide: isRepair || !isPlace || undone.Scope != DecisionScope.Place && undone.Scope != DecisionScope.Text);
    }

    private WriteResult Answers(ConsoleForm form)
    {
        var place = Place(form);
        _desk.Answers(place, Numbered(form, place));
        return new WriteResult("Linked. It stays where it was posted; readers are told that the link is probable.", place.Handle, IsWide: true);
    }

    private WriteResult Same(ConsoleForm form)
    {
        var place = Place(form);
        var stays = Numbered(form, place);
        _desk.SameAs(place, stays);
        return new WriteResult("Joined. The address of the one that goes leads to this one.", stays.Handle, IsWide: true);
    }

    /// <summary>Joins all that say the same letter for letter: as many as the rehearsal showed, or none.</summary>
    private WriteResult SameAll(ConsoleForm form)
    {
        var pairs = _desk.Alike();
        if (pairs.Count == 0 || form["count"] != pairs.Count.ToString(CultureInfo.InvariantCulture))
        {
            throw new ModerationException("The list has changed since it was shown, so nothing was changed. Look at it again.");
        }

        var made = _desk.SameAsAll(pairs);
        return new WriteResult(string.Create(CultureInfo.InvariantCulture, $"{made.Count:N0} joined. They can be taken back all at once below."), null, IsWide: true);
    }

    private UnitPlace Numbered(ConsoleForm form, UnitPlace place) =>
        CommentNumber.TryParse(form["number"], out var number) && _desk.Open(place.Handle)?.Find(number) is { } numbered
            ? numbered
            : throw new ModerationException("This thread has no comment of that number. Nothing was changed.");

    private UnitPlace Place(ConsoleForm form) =>
        ConsolePages.TryHandle(form["unit"], out var unit) && _desk.Open(unit)?.Find(unit) is { } place ? place : throw new ModerationException("The private store has no such text. Nothing was changed.");

    /// <summary>Words that a person selected must be the words at the place: a text may have been imported anew since the page was made.</summary>
    private static void RequireWords(UnitPlace place, TextField field, TextRange range, string? words)
    {
        var source = field == TextField.Title ? place.Post.Title ?? string.Empty : place.Markdown;
        if (words is not null && (range.Start < 0 || range.End > source.Length || range.Length <= 0 || range.Of(source).Trim() != words))
        {
            throw new ModerationException("This text has changed since the page was made, so nothing was changed. Load the page again.");
        }
    }

    private static TextRange Range(ConsoleForm form) =>
        int.TryParse(form["start"], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(form["length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new TextRange(start, start + length)
            : throw new ModerationException("There is no such place in this text. Nothing was changed.");

    private static FindingKind? Kind(string? word) => word is null ? null
        : FindingKindTable.TryParse(word, out var kind) ? kind
        : throw new ModerationException("There is no such kind. Nothing was changed.");

    private static UnfinishedPolicy Unfinished(string? word) => word switch
    {
        null or "all" => UnfinishedPolicy.Release,
        "years" => UnfinishedPolicy.HoldYears,
        "threads" => UnfinishedPolicy.HoldThreads,
        _ => throw new ModerationException("There is no such choice. Nothing was changed."),
    };

    private static DecisionScope ScopeOf(string? word) => word switch
    {
        null or "place" => DecisionScope.Place,
        "text" => DecisionScope.Text,
        "thread" => DecisionScope.Thread,
        "writer" => DecisionScope.Writer,
        "everywhere" => DecisionScope.Everywhere,
        _ => throw new ModerationException("There is no such scope. Nothing was changed."),
    };

    private static string ScopeWords(DecisionScope scope) => scope switch
    {
        DecisionScope.Place => "here",
        DecisionScope.Text => "all alike in this text",
        DecisionScope.Thread => "all alike in this thread",
        DecisionScope.Writer => "in everything by this writer",
        DecisionScope.Everywhere => "everywhere",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No words for this scope."),
    };

    private static string Reach(TermPlaces places) => string.Create(
        CultureInfo.InvariantCulture, $"{places.Places:N0} {(places.Places == 1 ? "place" : "places")} in {places.Texts.Count:N0} {(places.Texts.Count == 1 ? "text" : "texts")}");
}
