using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using Blog.Site.Scripts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blog.Bench.Search;

/// <summary>Has a browser compare the script's analysis with given expectations: a server on 127.0.0.1 whose one page fetches cases and tells the outcome.</summary>
/// <remarks>The page does the comparing, so that millions of tokens need not go back. Whoever started it opens <see cref="Address"/> in a browser, once.</remarks>
internal sealed class ScriptComparison : IAsyncDisposable
{
    private const int UnitsOfBatch = 1_000_000;
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly WebApplication _app;
    private readonly bool _joined;
    private readonly IEnumerator<ScriptCase> _cases;
    private readonly IReadOnlyList<string> _timed;
    private readonly SortedDictionary<string, string> _modules = ScriptBundle.SearchSources();
    private readonly TaskCompletionSource<ScriptCount> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _reading = new(1);

    private ScriptComparison(WebApplication app, bool joined, IEnumerable<ScriptCase> cases, IReadOnlyList<string> timed)
    {
        (_app, _joined, _cases, _timed) = (app, joined, cases.GetEnumerator(), timed);
    }

    /// <summary>What to open.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Ends when the page has gone over all cases; fails with what the page threw.</summary>
    public Task<ScriptCount> Outcome => _outcome.Task;

    /// <summary>Starts the server.</summary>
    /// <param name="joined">Whether the joined file is asked, not the single modules.</param>
    /// <param name="cases">What is compared.</param>
    /// <param name="timed">Texts on which the speed is measured afterwards; none where it is not.</param>
    public static async Task<ScriptComparison> StartAsync(bool joined, IEnumerable<ScriptCase> cases, IReadOnlyList<string> timed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var comparison = new ScriptComparison(app, joined, cases, timed);
        app.Run(comparison.AnswerAsync);
        await app.StartAsync();
        comparison.Address = app.Urls.First();
        return comparison;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _cases.Dispose();
        _reading.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        var path = context.Request.Path.Value ?? "";
        return path switch
        {
            "/" => AnswerAsync(context, "text/html", ScriptComparisonPage.Html),
            "/watch.js" => AnswerAsync(context, "text/javascript", ScriptComparisonPage.Watch),
            "/compare.js" => AnswerAsync(context, "text/javascript", (_joined ? ScriptComparisonPage.ImportBundle : ScriptComparisonPage.ImportModules) + ScriptComparisonPage.Script),
            "/search.js" => AnswerAsync(context, "text/javascript", System.Text.Encoding.UTF8.GetString(ScriptBundle.Search())),
            "/cases" => AnswerCasesAsync(context),
            "/timed" => AnswerStringsAsync(context, [.. _timed]),
            "/done" => FinishAsync(context),
            "/failed" => FailAsync(context),
            _ when path.StartsWith("/search/", StringComparison.Ordinal) && _modules.TryGetValue(path["/search/".Length..], out var module) => AnswerAsync(context, "text/javascript", module),
            _ => NotFound(context),
        };
    }

    private static Task AnswerAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type + "; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private async Task AnswerCasesAsync(HttpContext context)
    {
        await _reading.WaitAsync(context.RequestAborted);
        try
        {
            var strings = new List<string?>();
            for (long units = 0; units < UnitsOfBatch && _cases.MoveNext();)
            {
                strings.AddRange(_cases.Current.Fields);
                units += _cases.Current.Fields.Sum(field => field?.Length ?? 0);
            }

            await AnswerStringsAsync(context, strings);
        }
        finally
        {
            _reading.Release();
        }
    }

    private static async Task AnswerStringsAsync(HttpContext context, List<string?> strings)
    {
        if (strings.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var bytes = new byte[4 + (4 * strings.Count) + (2 * strings.Sum(each => each?.Length ?? 0))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, strings.Count);
        var lengths = bytes.AsMemory(4);
        var units = bytes.AsMemory(4 + (4 * strings.Count));
        foreach (var each in strings)
        {
            BinaryPrimitives.WriteInt32LittleEndian(lengths.Span, each?.Length ?? -1);
            lengths = lengths[4..];
            foreach (var unit in each ?? "")
            {
                BinaryPrimitives.WriteUInt16LittleEndian(units.Span, unit);
                units = units[2..];
            }
        }

        context.Response.ContentType = "application/octet-stream";
        await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    private async Task FinishAsync(HttpContext context)
    {
        var count = await JsonSerializer.DeserializeAsync<ScriptCount>(context.Request.Body, Json, context.RequestAborted);
        await AnswerAsync(context, "text/plain", "");
        if (count is null)
        {
            _outcome.TrySetException(new InvalidOperationException("The page told no outcome."));
        }
        else
        {
            _outcome.TrySetResult(count);
        }
    }

    private async Task FailAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var error = await reader.ReadToEndAsync(context.RequestAborted);
        await AnswerAsync(context, "text/plain", "");
        _outcome.TrySetException(new InvalidOperationException("The page failed: " + error));
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
