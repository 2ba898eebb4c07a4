using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Blog.Site.Scripts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blog.Bench.Search;

/// <summary>
/// Serves a built site's index with the joined script on 127.0.0.1, under the policy of a strict host, and counts what is sent: script and JSON packed with gzip at level 6, as
/// static hosts do, the other files as they are. Headers are not counted. Nothing may be cached, so that each page begins cold.
/// </summary>
internal sealed class BrowserSite : IAsyncDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; style-src 'self'; img-src 'self'";

    private readonly WebApplication _app;
    private readonly string _site;
    private readonly IReadOnlyDictionary<string, (string Type, byte[] Body)> _given;
    private readonly TaskCompletionSource<string> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, byte[]> _packed = new(StringComparer.Ordinal);

    private BrowserSite(WebApplication app, string site, IReadOnlyDictionary<string, (string Type, byte[] Body)> given) => (_app, _site, _given) = (app, site, given);

    /// <summary>What to open.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>What the page posted to <c>/done</c>; fails with what it posted to <c>/failed</c>.</summary>
    public Task<string> Outcome => _outcome.Task;

    /// <summary>Bytes of the joined script as sent.</summary>
    public static int ScriptBytes => Pack(ScriptBundle.Search()).Length;

    /// <summary>Starts the server.</summary>
    /// <param name="site">Folder of the site.</param>
    /// <param name="script">The page's own script, a module.</param>
    /// <param name="data">What it fetches from <c>/data.json</c>.</param>
    public static async Task<BrowserSite> StartAsync(string site, string script, byte[] data)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var given = new Dictionary<string, (string Type, byte[] Body)>(StringComparer.Ordinal)
        {
            ["/"] = ("text/html", Encoding.UTF8.GetBytes("<!doctype html><html lang=en><meta charset=utf-8><title>Search</title><script src=/watch.js></script><script type=module src=/page.js></script>")),
            ["/blank.html"] = ("text/html", Encoding.UTF8.GetBytes("<!doctype html><html lang=en><meta charset=utf-8><title>Blank</title>")),
            ["/watch.js"] = ("text/javascript", Encoding.UTF8.GetBytes(ScriptComparisonPage.Watch)),
            ["/page.js"] = ("text/javascript", Encoding.UTF8.GetBytes(script)),
            ["/engine.js"] = ("text/javascript", ScriptBundle.Search()),
            ["/frame.js"] = ("text/javascript", "import { SearchIndex, analyze } from '/engine.js'; window.search = new SearchIndex(location.href); window.analyze = analyze; window.dispatchEvent(new Event('loaded'));"u8.ToArray()),
            ["/data.json"] = ("application/json", data),
        };
        var served = new BrowserSite(app, site, given);
        app.Run(served.AnswerAsync);
        await app.StartAsync();
        served.Address = app.Urls.First();
        return served;
    }

    /// <summary>Opens the page in a browser and waits for its outcome.</summary>
    /// <exception cref="InvalidOperationException">The page failed or the browser ended.</exception>
    public async Task<string> RunAsync(string browser)
    {
        using var window = HeadlessBrowser.Open(browser, Address);
        return await Task.WhenAny(Outcome, window.ExitedAsync()) == Outcome ? await Outcome : throw new InvalidOperationException("The browser ended before the page did.");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        if (path is "/done" or "/failed")
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync(context.RequestAborted);
            await context.Response.WriteAsync(string.Empty, context.RequestAborted);
            _ = path == "/done" ? _outcome.TrySetResult(text) : _outcome.TrySetException(new InvalidOperationException("The page failed: " + text));
            return;
        }

        var file = Path.Combine(_site, path.TrimStart('/'));
        var (type, body) = _given.TryGetValue(path, out var given) ? given
            : path.StartsWith("/search/", StringComparison.Ordinal) && File.Exists(file) ? (path.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "application/octet-stream", await File.ReadAllBytesAsync(file, context.RequestAborted))
            : (string.Empty, []);
        if (type.Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (type is "text/javascript" or "application/json")
        {
            body = _packed.GetOrAdd(path, _ => Pack(body));
            context.Response.Headers.ContentEncoding = "gzip";
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers["X-Sent"] = body.Length.ToString(CultureInfo.InvariantCulture);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, new ZLibCompressionOptions { CompressionLevel = 6 }, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }
}
