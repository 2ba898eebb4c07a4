using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Blog.Import.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blog.Bench.Import;

/// <summary>A web of invented hosts on 127.0.0.1: answers for the names it was given, and writes down who was asked for what. Every other name goes the way of the program.</summary>
internal sealed class StandInWeb : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<string, HttpContext, Task> _answer;
    private readonly HashSet<string> _names;
    private int _port;

    private StandInWeb(WebApplication app, Func<string, HttpContext, Task> answer, IEnumerable<string> names) => (_app, _answer, _names) = (app, answer, new HashSet<string>(names, StringComparer.OrdinalIgnoreCase));

    /// <summary>Host, path and query of each request, in their order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Names and ports that somebody wanted a connection to.</summary>
    public ConcurrentQueue<string> Wanted { get; } = new();

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port => _port;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Answers a request, which is given as host, path and query.</param>
    /// <param name="names">The hosts it stands in for.</param>
    public static async Task<StandInWeb> StartAsync(Func<string, HttpContext, Task> answer, params string[] names)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var web = new StandInWeb(app, answer, names);
        app.Run(web.AnswerAsync);
        await app.StartAsync();
        web._port = new Uri(app.Urls.First()).Port;
        return web;
    }

    /// <summary>A connection to a stand-in where the name is one of its own, else what the program does.</summary>
    public ValueTask<Stream> ConnectAsync(string host, int port, CancellationToken token)
    {
        Wanted.Enqueue($"{host}:{port}");
        return _names.Contains(host) ? LoopbackAsync(_port, token) : PublicConnection.ConnectAsync(host, port, token);
    }

    /// <summary>A connection to a port of this machine, whatever it is called.</summary>
    public static async ValueTask<Stream> LoopbackAsync(int port, CancellationToken token)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, token);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var asked = context.Request.Host.Host + context.Request.Path + context.Request.QueryString;
        Asked.Enqueue(asked);
        return _answer(asked, context);
    }
}
