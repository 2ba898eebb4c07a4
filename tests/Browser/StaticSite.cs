using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Blog.Model;
using Blog.Site.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blog.Tests.Browser;

/// <summary>A plain static file server on 127.0.0.1 with the headers of HostPolicy; it counts what is asked for.</summary>
public sealed class StaticSite : IAsyncDisposable
{
    private static readonly HostPolicy Policy = HostPolicy.Of(new SiteSettings { Title = "T", Address = "https://example.org", Offline = true });

    private readonly WebApplication _app;

    private StaticSite(WebApplication app) => _app = app;

    public string Address { get; private set; } = string.Empty;

    public ConcurrentQueue<string> Missing { get; } = new();

    /// <summary>What the host's policy lets pages connect to beside itself; null for nothing.</summary>
    public string? AlsoConnect { get; set; }

    /// <summary>Bodies that were posted, as a host that takes forms would store them.</summary>
    public ConcurrentQueue<string> Posted { get; } = new();

    /// <summary>Method, address and headers of everything asked, as a host would log them.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public static async Task<StaticSite> StartAsync(string root)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new StaticSite(app);
        app.Run(context => site.AnswerAsync(context, root));
        await app.StartAsync();
        site.Address = app.Urls.First();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string root)
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        Log.Enqueue($"{context.Request.Method} {path}{context.Request.QueryString} {string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))}");
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var reader = new StreamReader(context.Request.Body);
            Posted.Enqueue(await reader.ReadToEndAsync());
        }

        var file = Path.Combine(root, path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path);
        foreach (var header in Policy.PreviewHeaders)
        {
            context.Response.Headers[header.Name] = AlsoConnect is null ? header.Value : header.Value.Replace("connect-src 'self'", $"connect-src 'self' {AlsoConnect}", StringComparison.Ordinal);
        }

        context.Response.Headers.CacheControl = HostPolicy.CacheControl(path);
        if (!File.Exists(file))
        {
            Missing.Enqueue(path);
            context.Response.StatusCode = 404;
            file = Path.Combine(root, "404.html");
        }

        if (path == "offline.txt") // as hosts do for every file; only the copy on a device asks by it
        {
            var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)))}\"";
            context.Response.Headers.ETag = etag;
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                context.Response.StatusCode = 304;
                return;
            }
        }

        context.Response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css",
            ".js" => "text/javascript",
            ".json" => "application/json",
            ".bin" => "application/octet-stream",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".atom" or ".xml" => "application/xml",
            _ => "text/plain",
        };
        await context.Response.SendFileAsync(file);
    }
}
