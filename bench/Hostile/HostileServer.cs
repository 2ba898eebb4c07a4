using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blog.Bench.Hostile;

/// <summary>Serves a folder on 127.0.0.1, under the policy of a strict host or under none.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly WebApplication _app;

    private HostileServer(WebApplication app) => _app = app;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Sends the policy with every file.</summary>
    public bool HasPolicy { get; set; } = true;

    /// <summary>Paths that were asked for and are not there.</summary>
    public ConcurrentQueue<string> Missing { get; } = new();

    /// <summary>Starts it.</summary>
    public static async Task<HostileServer> StartAsync(string root)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new HostileServer(app);
        app.Run(context => server.AnswerAsync(context, root));
        await app.StartAsync();
        server.Address = app.Urls.First();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string root)
    {
        var path = (context.Request.Path.Value ?? string.Empty).TrimStart('/');
        var file = Path.GetFullPath(Path.Combine(root, path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path));
        if (HasPolicy)
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
        }

        if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
        {
            Missing.Enqueue(path);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css",
            ".js" => "text/javascript",
            ".json" => "application/json",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".atom" or ".xml" => "application/xml",
            ".bin" => "application/octet-stream",
            _ => "text/plain",
        };
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }
}
