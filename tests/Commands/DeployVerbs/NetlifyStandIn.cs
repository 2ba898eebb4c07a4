using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blog.Tests.Commands.DeployVerbs;

/// <summary>Speaks Netlify's documented interface on 127.0.0.1: bearer token, pages with <c>Link</c>, limits with 429, errors as <c>{code, message}</c>.</summary>
internal sealed class NetlifyStandIn : IAsyncDisposable
{
    public const string Token = "nfp_invented0token";

    private readonly WebApplication _app;
    private readonly Lock _gate = new();

    private NetlifyStandIn(WebApplication app) => _app = app;

    public string Address { get; private set; } = string.Empty;

    public List<string> Deploys { get; } = [];

    public string? Published { get; set; }

    /// <summary>Status answered before the next requests are, first in, first out; 0 cuts the line.</summary>
    public Queue<int> Trouble { get; } = new();

    /// <summary>What <c>Link</c> says of the next page, in place of the truth.</summary>
    public string? NextLink { get; set; }

    public string? Body { get; set; }

    public DateTimeOffset Reset { get; set; }

    public List<string> Log { get; } = [];

    public static async Task<NetlifyStandIn> StartAsync(int deploys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var host = new NetlifyStandIn(app);
        app.Run(host.AnswerAsync);
        await app.StartAsync();
        host.Address = app.Urls.First() + "/api/v1";
        host.Deploys.AddRange(Enumerable.Range(0, deploys).Select(number => string.Create(CultureInfo.InvariantCulture, $"5f{number:x22}")));
        host.Published = host.Deploys.Count > 3 ? host.Deploys[2] : null; // somebody rolled back: the newest is not the published one
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        lock (_gate)
        {
            Log.Add($"{request.Method} {request.Path}{request.QueryString}");
        }

        if (request.Headers.Authorization != $"Bearer {Token}")
        {
            await RefuseAsync(context, 401, "Access Denied");
        }
        else if (Trouble.TryDequeue(out var status))
        {
            if (status == 0)
            {
                context.Abort();
                return;
            }

            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            context.Response.Headers["X-RateLimit-Reset"] = Reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            await RefuseAsync(context, status, "trouble");
        }
        else if (request.Path == "/api/v1/sites/my-site" && HttpMethods.IsGet(request.Method))
        {
            await context.Response.WriteAsync(Body ?? JsonSerializer.Serialize(new { id = "my-site", published_deploy = Published is null ? null : new { id = Published } }));
        }
        else if (request.Path == "/api/v1/sites/my-site/deploys" && HttpMethods.IsGet(request.Method))
        {
            await ListAsync(context);
        }
        else if (HttpMethods.IsDelete(request.Method) && request.Path.StartsWithSegments("/api/v1/deploys", out var rest) && Deploys.Remove(rest.Value![1..]))
        {
            context.Response.StatusCode = 204;
        }
        else
        {
            await RefuseAsync(context, 404, "Not Found");
        }
    }

    private async Task ListAsync(HttpContext context)
    {
        var page = int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture);
        var size = int.Parse(context.Request.Query["per_page"]!, CultureInfo.InvariantCulture);
        var next = NextLink ?? (page * size < Deploys.Count ? $"{Address}/sites/my-site/deploys?page={page + 1}&per_page={size}" : null);
        if (next is not null)
        {
            context.Response.Headers.Link = $"<{Address}/sites/my-site/deploys?page=1&per_page={size}>; rel=\"first\", <{next}>; rel=\"next\", <{Address}/x>; rel=\"last\"";
        }

        await context.Response.WriteAsync(JsonSerializer.Serialize(Deploys.Skip((page - 1) * size).Take(size).Select(id => new { id, state = "ready", context = "production", created_at = "2026-11-20T10:00:00.000Z", title = "A commit message" })));
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { code = status, message }));
    }
}
