using System.Globalization;
using System.Text.Json;
using Blog.Desk.Access;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Guests;
using Blog.Moderate;
using Blog.Redact.Pictures;
using Blog.Requests;
using Blog.Vault;
using Microsoft.AspNetCore.Http;

namespace Blog.Desk;

/// <summary>Which address of the console shows what. Reading only; <see cref="ConsoleWrites"/> has everything that changes something.</summary>
internal sealed class ConsolePages : IAsyncDisposable
{
    private const string Html = "text/html; charset=utf-8";

    private readonly ReviewDesk _desk;
    private readonly DeskWorker _worker;
    private readonly ConsoleWrites _writes;
    private readonly ScreenModels _models;
    private readonly ScreenRenderer _renderer = new();
    private int _answering;

    public ConsolePages(ReviewDesk desk, DeskWorker worker)
    {
        _desk = desk;
        _worker = worker;
        _models = new ScreenModels(desk, worker);
        _writes = new ConsoleWrites(desk, worker, _models, _renderer);
    }

    /// <summary>Whether a request is being answered: the lists wait.</summary>
    public bool IsAnswering => Volatile.Read(ref _answering) > 0;

    /// <summary>Answers a request that may be answered.</summary>
    public async Task AnswerAsync(HttpContext context, Session session)
    {
        Interlocked.Increment(ref _answering);
        try
        {
            if (HttpMethods.IsPost(context.Request.Method))
            {
                await _writes.AnswerAsync(context, session);
                return;
            }

            await ReadAsync(context, session);
        }
        catch (Exception e) when (e is ModerationException or RequestException or GuestException)
        {
            await PlainAsync(context, StatusCodes.Status422UnprocessableEntity, e.Message);
        }
        catch (VaultException e)
        {
            await PlainAsync(context, StatusCodes.Status500InternalServerError, e.Message);
        }
        catch (BadHttpRequestException e)
        {
            await PlainAsync(context, e.StatusCode, "The request is too large or not whole, so nothing was changed.");
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            await PlainAsync(context, StatusCodes.Status400BadRequest, "The request is not whole, so nothing was changed.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A bug. The message of an unknown exception may hold a text, so only its kind and place are said, in the terminal too.
            await Console.Error.WriteLineAsync($"A fault of the console: {e.GetType().Name} at:\n{e.StackTrace}");
            await PlainAsync(context, StatusCodes.Status500InternalServerError, "A fault of the program; the terminal says where. What was answered before is in the private store.");
        }
        finally
        {
            Interlocked.Decrement(ref _answering);
        }
    }

    public ValueTask DisposeAsync()
    {
        _renderer.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Answers in one plain sentence.</summary>
    internal static Task PlainAsync(HttpContext context, int status, string message)
    {
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message + "\n", context.RequestAborted);
    }

    private async Task ReadAsync(HttpContext context, Session session)
    {
        var path = context.Request.Path.Value ?? "/";
        if (ConsoleAssets.TryGet(path, out var asset))
        {
            context.Response.ContentType = asset.Type;
            await context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
            return;
        }

        var token = context.RequestAborted;
        var keys = context.Request.Cookies["subrosa-keys"] != "off";
        var ask = new ScreenRequest(session, keys, name => context.Request.Query[name] is [{ Length: <= 1000 } one] ? one : null);
        if (path == "/work")
        {
            await ScreenAsync(context, _models.Work(ask), session);
            return;
        }

        if (path == "/keys")
        {
            await ScreenAsync(context, _models.Keys(ask), session);
            return;
        }

        if (_worker.IsWorking)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther; // the store is in use: the run's screen says how far it is
            context.Response.Headers.Location = "/work";
            return;
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["text", { } named] && TryHandle(named, out var text))
        {
            var target = await _desk.RunAsync(() => _models.AddressOf(text), token);
            context.Response.StatusCode = target is null ? StatusCodes.Status404NotFound : StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = target;
            return;
        }

        if (parts is ["next"])
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = await _desk.RunAsync(() => _models.NextWaiting(ask), token) ?? "/held";
            return;
        }

        if (parts is ["cost", { } costing] && TryHandle(costing, out var unit))
        {
            var cost = await _desk.RunAsync(() => _models.Cost(unit, ask), token);
            await PlainAsync(context, StatusCodes.Status200OK, cost);
            return;
        }

        if (parts is ["message-picture" or "media", { } shown])
        {
            await PictureAsync(context, await _desk.RunAsync(() => parts[0] == "media" ? _models.Guests.Picture(path, ask) : PictureOf(shown, ask), token));
            return;
        }

        if (path == "/audit-file")
        {
            var file = await _desk.RunAsync(_models.AuditFile, token);
            context.Response.ContentType = "text/csv; charset=utf-8";
            await context.Response.WriteAsync(file, token);
            return;
        }

        if (parts is ["glossary"])
        {
            await _models.Glossary.GatherAsync(ask.Field("again") == "yes", token);
        }

        var model = await _desk.RunAsync(() => parts switch
        {
            [] => _models.Start(ask),
            ["threads"] => _models.Threads(ask),
            ["held"] => _models.Held(ask),
            ["elsewhere"] => _models.Elsewhere(ask),
            ["twice"] => _models.Twice(ask),
            ["tagger"] => _models.Tagger(ask),
            ["glossary"] => _models.Glossary.Of(ask),
            ["terms"] => _models.Terms(ask),
            ["search"] => _models.Search(ask, null),
            ["history"] => _models.History(ask),
            ["writer", { } hex] when TryHandle(hex, out var of) => _models.Writer(of, ask),
            ["history", { } hex] when TryHandle(hex, out var of) => _models.TextHistory(of, ask),
            ["audit"] => _models.Audit(ask),
            ["guests"] => _models.Guests.Queue(ask),
            ["guest", { } hex] when TryHandle(hex, out var guest) => _models.Guests.Of(guest, ask, null),
            ["inbox"] => _models.Inbox.Queue(ask),
            ["message", { } text] when InboxWrites.TryNumber(text, out var number) => _models.Inbox.Of(number, ask),
            ["requests"] => _models.Requests.Queue(ask),
            ["request", { } hex] when TryHandle(hex, out var request) => _models.Requests.Of(request, ask),
            ["rehearse"] => _models.Rehearse(ask, token),
            ["ladder"] => _models.Ladder(ask),
            ["thread", { } hex] when TryHandle(hex, out var post) => _models.Thread(post, ask),
            _ => null,
        } ?? _models.Missing(ask), token);
        context.Response.StatusCode = model is MissingModel ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        await ScreenAsync(context, model, session);
    }

    /// <summary>A picture of a message: <c>3-1</c> is the first of message 3.</summary>
    private ScrubbedPicture? PictureOf(string name, ScreenRequest ask) =>
        name.Split('-') is [{ } message, { } one] && InboxWrites.TryNumber(message, out var number) && InboxWrites.TryNumber(one, out var picture) && picture <= int.MaxValue ? _models.Inbox.Picture(number, (int)picture, ask) : null;

    private static Task PictureAsync(HttpContext context, ScrubbedPicture? picture)
    {
        if (picture is null)
        {
            return PlainAsync(context, StatusCodes.Status404NotFound, "There is no such picture.");
        }

        context.Response.ContentType = picture.Format switch
        {
            PictureFormat.Jpeg => "image/jpeg",
            PictureFormat.Png => "image/png",
            PictureFormat.Gif => "image/gif",
            PictureFormat.WebP => "image/webp",
            _ => throw new InvalidOperationException($"No type for {picture.Format}."),
        };
        return context.Response.Body.WriteAsync(picture.Bytes, context.RequestAborted).AsTask();
    }

    private async Task ScreenAsync(HttpContext context, ScreenModel model, Session session)
    {
        session.Said = null;
        context.Response.ContentType = Html;
        await context.Response.WriteAsync(await _renderer.ScreenAsync(model), context.RequestAborted);
    }

    /// <summary>A screen that a form names to come back to, of one guest's text, one request, one message, or a queue of these; null where it names none.</summary>
    internal static string? BackOf(string? given) =>
        given is "/guests" or "/inbox" || (given?.Split('/') is ["", "guest" or "request", { } hex] && TryHandle(hex, out _)) || (given?.Split('/') is ["", "message", { } message] && InboxWrites.TryNumber(message, out _)) ? given : null;

    internal static bool TryHandle(string? hex, out VaultHandle handle)
    {
        handle = new VaultHandle(hex ?? string.Empty);
        return hex is { Length: 32 } && hex.All(char.IsAsciiHexDigitLower);
    }
}
