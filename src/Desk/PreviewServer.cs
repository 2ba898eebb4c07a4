using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Blog.Content;
using Blog.Model;
using Blog.Site.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Blog.Desk;

/// <summary>
/// Serves <c>output/</c> on 127.0.0.1 as a plain static host would, and tells open pages when it was built anew. The reload script is
/// added on the way out; the files themselves never hold it.
/// </summary>
public sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>A page asks here for news; nothing else of the server is its own.</summary>
    private const string EventsPath = "/_preview/events";

    private const string ScriptPath = "/_preview/reload.js";

    private const string StylePath = "/_preview/notes.css";

    private const int MostNotes = 50; // the terminal has them all

    private const string Script = """
        "use strict";
        const events = new EventSource("/_preview/events");
        events.addEventListener("built", () => location.reload());
        events.addEventListener("notes", (event) => {
          document.getElementById("preview-notes")?.remove();
          const notes = JSON.parse(event.data);
          if (notes.length === 0) {
            return;
          }
          const box = document.createElement("details");
          const title = document.createElement("summary");
          const list = document.createElement("ul");
          box.id = "preview-notes";
          box.open = true;
          box.setAttribute("role", "status");
          title.textContent = notes.length === 1 ? "1 note of the build" : `${notes.length} notes of the build`;
          for (const note of notes) {
            list.appendChild(document.createElement("li")).textContent = note;
          }
          box.append(title, list);
          document.body.append(box);
        });
        """;

    private const string Style = """
        #preview-notes { position: fixed; z-index: 9; right: 1rem; bottom: 1rem; max-width: min(42rem, calc(100vw - 2rem)); max-height: 45vh; overflow: auto; padding: .6rem 1rem; background: #fff6d6; color: #2a2410; border: 2px solid #8a6d00; border-radius: 6px; font: .85rem/1.45 system-ui, sans-serif; }
        #preview-notes summary { cursor: pointer; color: inherit; font-weight: 600; }
        #preview-notes ul { margin: .4rem 0 0; padding-left: 1.1rem; }
        @media print { #preview-notes { display: none; } }
        """;

    private readonly WebApplication _app;
    private readonly string _root;
    private readonly string _basePath;
    private readonly HostPolicy _policy;
    private readonly List<Channel<string>> _listeners = [];
    private readonly Lock _gate = new();
    private FrozenDictionary<string, string> _files;
    private string _notes = NotesMessage([]);

    private PreviewServer(WebApplication app, string root, SiteSettings settings)
    {
        _policy = HostPolicy.Of(settings);
        _app = app;
        _root = root;
        _basePath = new SiteAddress(settings.Address).BasePath + "/";
        _files = List(root);
    }

    /// <summary>Address of the home page.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Starts to serve.</summary>
    /// <param name="output">Folder to serve; listed anew after each build, which exchanges it.</param>
    /// <param name="settings">The site's settings: under which path it will stand, and what its host will send.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="token">Stops the start.</param>
    public static async Task<PreviewServer> StartAsync(string output, SiteSettings settings, int port, CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders(); // a log of requests would say who reads what
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        var server = new PreviewServer(app, output, settings);
        app.Run(server.AnswerAsync);
        await app.StartAsync(token);
        server.Address = app.Urls.First() + server._basePath;
        return server;
    }

    /// <summary>Tells open pages that the site was built anew, and what the build had to say.</summary>
    /// <param name="notes">Warnings, without private text; every page shows them.</param>
    public void Built(IReadOnlyList<string> notes)
    {
        _files = List(_root);
        _notes = NotesMessage(notes);
        Tell("event: built\ndata: 1\n\n");
    }

    /// <summary>Tells open pages that a build failed and the last good site stays.</summary>
    /// <param name="notes">Why, without private text.</param>
    public void Failed(IReadOnlyList<string> notes)
    {
        _notes = NotesMessage(notes);
        Tell(_notes);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                listener.Writer.TryComplete();
            }
        }

        await _app.DisposeAsync();
    }

    private static string NotesMessage(IReadOnlyList<string> notes)
    {
        IEnumerable<string> shown = notes.Count > MostNotes ? [.. notes.Take(MostNotes), FormattableString.Invariant($"and {notes.Count - MostNotes} more: the terminal has them all")] : notes;
        return "event: notes\ndata: " + JsonSerializer.Serialize(shown) + "\n\n";
    }

    private void Tell(string message)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                listener.Writer.TryWrite(message);
            }
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        // Another name for this address (DNS rebinding) must not read a site that may not be public yet.
        var port = context.Connection.LocalPort;
        if (context.Request.Host.Value != $"127.0.0.1:{port}" && context.Request.Host.Value != $"localhost:{port}")
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "This server answers to 127.0.0.1 and localhost only.");
            return;
        }

        if (context.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && Access.PeerUser.IsAnother(new IPEndPoint(remote, context.Connection.RemotePort), new IPEndPoint(local, port)))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "This server answers to the user who started it only.");
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "This server only gives pages.");
            return;
        }

        var path = context.Request.Path.Value ?? "/";
        context.Response.Headers.CacheControl = "no-store";
        foreach (var header in _policy.PreviewHeaders)
        {
            context.Response.Headers[header.Name] = header.Value;
        }

        if (path == EventsPath)
        {
            await StreamEventsAsync(context);
        }
        else if (path == ScriptPath)
        {
            context.Response.ContentType = "text/javascript; charset=utf-8";
            await context.Response.WriteAsync(Script, context.RequestAborted);
        }
        else if (path == StylePath)
        {
            context.Response.ContentType = "text/css; charset=utf-8";
            await context.Response.WriteAsync(Style, context.RequestAborted);
        }
        else
        {
            await SendFileAsync(context, path);
        }
    }

    private async Task SendFileAsync(HttpContext context, string path)
    {
        var file = FileFor(path);
        if (file is null && path == "/" && _basePath != "/")
        {
            context.Response.Redirect(_basePath);
            return;
        }

        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = FileFor(_basePath + "404.html");
            if (file is null)
            {
                await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such page.");
                return;
            }
        }

        var type = ContentTypeFor(file);
        context.Response.ContentType = type;
        var bytes = await File.ReadAllBytesAsync(file, context.RequestAborted);
        if (type.StartsWith("text/html", StringComparison.Ordinal))
        {
            bytes = WithReload(bytes);
        }

        context.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>The file for a path, or null. Only what was in the folder when it was listed can be given, so no form of a path leads out of it.</summary>
    private string? FileFor(string path)
    {
        if (!path.StartsWith(_basePath, StringComparison.Ordinal))
        {
            return null;
        }

        var relative = path[_basePath.Length..];
        return _files.GetValueOrDefault(relative.Length == 0 || relative[^1] == '/' ? relative + "index.html" : relative);
    }

    private static FrozenDictionary<string, string> List(string root) =>
        Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .ToFrozenDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), StringComparer.Ordinal);

    private async Task StreamEventsAsync(HttpContext context)
    {
        var channel = Channel.CreateUnbounded<string>();
        lock (_gate)
        {
            _listeners.Add(channel);
        }

        try
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(": here\n\n" + _notes, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await foreach (var message in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(message, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // the page was closed
        }
        finally
        {
            lock (_gate)
            {
                _listeners.Remove(channel);
            }
        }
    }

    private static byte[] WithReload(byte[] page)
    {
        var end = page.AsSpan().LastIndexOf("</body>"u8);
        if (end < 0)
        {
            return page;
        }

        var script = Encoding.UTF8.GetBytes($"<link rel=\"stylesheet\" href=\"{StylePath}\"><script src=\"{ScriptPath}\" defer></script>");
        return [.. page.AsSpan(0, end), .. script, .. page.AsSpan(end)];
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message + "\n", context.RequestAborted);
    }

    private static string ContentTypeFor(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".atom" => "application/atom+xml; charset=utf-8",
        ".xml" => "application/xml; charset=utf-8",
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        _ => "text/plain; charset=utf-8",
    };
}
