using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using Blog.Desk.Access;
using Blog.Desk.Review;
using Blog.Source;
using Blog.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Blog.Desk;

/// <summary>The moderation console: a web server on 127.0.0.1 over the open private store.</summary>
/// <remarks>
/// A request passes, in this order: the machine and user it comes from, host, path and method, where the browser says it comes from, the cookie, and for writes the
/// proof that stands in the console's own forms. Only then does anything read it. No request is logged.
/// </remarks>
public sealed class ConsoleServer : IAsyncDisposable
{
    /// <summary>Longest body of a write, in bytes; an upload has its own limit.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    private readonly WebApplication _app;
    private readonly ReviewDesk _desk;
    private readonly DeskWorker _worker;
    private readonly LaunchLinks _links;
    private readonly SessionBook _sessions;
    private readonly ConsolePages _pages;
    private readonly CancellationTokenSource _end = new();
    private readonly TimeProvider _time;
    private long _lastAsked;
    private Task _refresh = Task.CompletedTask;

    private ConsoleServer(WebApplication app, ReviewDesk desk, BlogFolder folder, DeskVerbs verbs, RandomNumberGenerator random, TimeProvider time)
    {
        _app = app;
        _time = time;
        _lastAsked = time.GetTimestamp();
        _desk = desk;
        _worker = new DeskWorker(desk, verbs, folder);
        _links = new LaunchLinks(random, time);
        _sessions = new SessionBook(random);
        _pages = new ConsolePages(desk, _worker);
    }

    /// <summary>Address of the first screen, without a token.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Starts.</summary>
    /// <param name="store">The open store; the console uses it alone until it is disposed of, and leaves it open.</param>
    /// <param name="folder">The blog.</param>
    /// <param name="verbs">The verbs that it runs.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="random">Where tokens come from.</param>
    /// <param name="time">The clock.</param>
    /// <param name="token">Stops the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The server owns the desk.")]
    public static async Task<ConsoleServer> StartAsync(
        VaultStore store, BlogFolder folder, DeskVerbs verbs, int port, RandomNumberGenerator random, TimeProvider time, CancellationToken token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders(); // a log of requests would say who reads what
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBodyBytes;
            options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            options.Limits.MaxRequestLineSize = 8 * 1024;
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        UploadedArchive.Clear(store.Location.Folder);
        var desk = new ReviewDesk(store, folder, time);
        var server = new ConsoleServer(app, desk, folder, verbs, random, time);
        app.Run(server.AnswerAsync);
        try
        {
            await app.StartAsync(token);
        }
        catch
        {
            desk.Dispose();
            await app.DisposeAsync();
            throw;
        }

        server.Address = app.Urls.First() + "/";
        server._refresh = Task.Run(server.RefreshAsync, CancellationToken.None);
        return server;
    }

    /// <summary>A link that opens the console once, within ten minutes.</summary>
    public string NewLink() => NewLink(SessionRights.Own);

    /// <summary>As <see cref="NewLink()"/>, for somebody beside who started it.</summary>
    /// <param name="rights">What the browser may do that it lets in.</param>
    public string NewLink(SessionRights rights) => $"{Address[..^1]}{RequestRules.EnterPath}?token={_links.Issue(rights)}";

    /// <summary>Waits until nobody who may has asked anything for so long, and no verb runs; every decision is kept when it is answered, so the console can end then.</summary>
    /// <param name="idle">How long.</param>
    /// <param name="token">Ends the wait.</param>
    public async Task WaitUntilIdleAsync(TimeSpan idle, CancellationToken token)
    {
        for (var left = idle; left > TimeSpan.Zero || _worker.IsWorking; left = idle - _time.GetElapsedTime(Volatile.Read(ref _lastAsked)))
        {
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.FromSeconds(10), _time, token);
        }
    }

    /// <summary>Does something with the store while the console has it: in a turn of its own, as everything here does.</summary>
    /// <param name="work">What is done.</param>
    internal Task<T> RunAsync<T>(Func<VaultStore, T> work) => _desk.RunAsync(() => work(_desk.Store), CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _app.DisposeAsync();
        await _worker.DisposeAsync();
        await _refresh;
        await _pages.DisposeAsync();
        _desk.Dispose();
        _end.Dispose();
    }

    /// <summary>Looks through the store for the lists, one thread at a time, and lets everything else go first.</summary>
    private async Task RefreshAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var worked = !_worker.IsWorking && !_pages.IsAnswering && _desk.RefreshOne();
                await Task.Delay(worked ? TimeSpan.Zero : TimeSpan.FromMilliseconds(_pages.IsAnswering ? 20 : 250), _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // the console ends
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        AnswerHeaders.Set(context.Response);
        var refusal = RequestRules.Check(context) ?? CheckUser(context.Connection);
        if (refusal is not null)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        var cookie = $"subrosa-{context.Connection.LocalPort}"; // named by port: two consoles do not throw each other out
        if (context.Request.Path == RequestRules.EnterPath)
        {
            await EnterAsync(context, cookie);
            return;
        }

        if (_sessions.Find(context.Request.Cookies[cookie]) is not { } session)
        {
            await RefuseAsync(context, new Refusal(StatusCodes.Status401Unauthorized, "This browser was not let in. Open the console by the link that the terminal shows; press Enter there for a new one."));
            return;
        }

        if (session.Rights.IsReadOnly && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            // Before anything reads what was sent: whatever a later page learns to do, this session cannot.
            await RefuseAsync(context, new Refusal(StatusCodes.Status403Forbidden, "This browser was let in to look on, and changes nothing; nothing was changed."));
            return;
        }

        Volatile.Write(ref _lastAsked, _time.GetTimestamp());
        await _pages.AnswerAsync(context, session);
    }

    private static Refusal? CheckUser(ConnectionInfo connection) =>
        connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && PeerUser.IsAnother(new IPEndPoint(remote, connection.RemotePort), new IPEndPoint(local, connection.LocalPort))
            ? new Refusal(StatusCodes.Status403Forbidden, "The console answers to the user who started it only.")
            : null;

    private async Task EnterAsync(HttpContext context, string cookie)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            await RefuseAsync(context, new Refusal(StatusCodes.Status405MethodNotAllowed, "A link is opened, not sent."));
            return;
        }

        if (context.Request.Query["token"] is not [{ Length: 64 } token] || !_links.TryTake(token, out var rights))
        {
            await RefuseAsync(context, new Refusal(StatusCodes.Status403Forbidden, "This link was used, or is too old. Press Enter in the terminal for a new one."));
            return;
        }

        context.Response.Cookies.Append(cookie, _sessions.Begin(rights), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/";
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(refusal.Message + "\n", context.RequestAborted);
    }
}
