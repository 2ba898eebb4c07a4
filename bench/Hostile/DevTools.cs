using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Blog.Bench.Hostile;

/// <summary>
/// A Chromium without a window, spoken to in its own DevTools protocol over a WebSocket: no package is needed, and everything that the debugger
/// knows (every script that was parsed, every frame, every request) is heard.
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2); // for an answer; a machine may be busy

    private readonly DirectoryInfo _profile;
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonNode>> _asked = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Task _listening = Task.CompletedTask;
    private int _last;

    private DevTools(DirectoryInfo profile, Process process)
    {
        _profile = profile;
        _process = process;
    }

    /// <summary>Told of every event: its session (empty for the browser's own), name and parameters. Called one after the other.</summary>
    public Action<string, string, JsonNode>? Heard { get; set; }

    /// <summary>Starts a browser in which every name but 127.0.0.1 leads nowhere.</summary>
    /// <param name="browser">The program.</param>
    public static async Task<DevTools> StartAsync(string browser)
    {
        var profile = Directory.CreateTempSubdirectory("blog-bench-browser-");
        var start = new ProcessStartInfo(browser)
        {
            ArgumentList =
            {
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
                "--disable-popup-blocking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--remote-debugging-port=0", "--user-data-dir=" + profile.FullName, "about:blank",
            },
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The browser did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var tools = new DevTools(profile, process);
        await tools._socket.ConnectAsync(await tools.AddressAsync(), CancellationToken.None);
        tools._listening = Task.Run(tools.ListenAsync);
        return tools;
    }

    /// <summary>Calls a method and gives its result.</summary>
    /// <exception cref="InvalidOperationException">The browser refuses it, or has ended.</exception>
    public async Task<JsonNode> CallAsync(string session, string method, JsonObject? parameters = null)
    {
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (_lock)
        {
            id = ++_last;
            _asked.Add(id, answer);
        }

        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session.Length > 0)
        {
            message["sessionId"] = session;
        }

        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        var answered = await answer.Task.WaitAsync(Patience);
        return answered["error"] is { } error ? throw new InvalidOperationException($"{method}: {error["message"]}") : answered["result"]!; // not null: an answer has one of the two
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _socket.Dispose();
        await _listening;
        _sending.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser is still writing: the folder lies where temporary files do.
        }
    }

    private async Task<Uri> AddressAsync()
    {
        var file = Path.Combine(_profile.FullName, "DevToolsActivePort");
        for (var wait = 0; wait < 1_200 && !_process.HasExited; wait++)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file) is [var port, var path, ..])
            {
                return new Uri(string.Create(CultureInfo.InvariantCulture, $"ws://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}{path}"));
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The browser did not open its DevTools.");
    }

    private async Task ListenAsync()
    {
        var block = new byte[256 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(block, CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                await message.WriteAsync(block.AsMemory(0, received.Count));
                if (received.EndOfMessage)
                {
                    Take(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!); // not null: an object
                    message.SetLength(0);
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException)
        {
            // The browser has ended.
        }

        lock (_lock)
        {
            foreach (var (_, open) in _asked)
            {
                open.TrySetException(new InvalidOperationException("The browser has ended."));
            }
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id)
        {
            TaskCompletionSource<JsonNode>? asked;
            lock (_lock)
            {
                _asked.Remove(id.GetValue<int>(), out asked);
            }

            asked?.TrySetResult(message);
            return;
        }

        Heard?.Invoke(message["sessionId"]?.GetValue<string>() ?? string.Empty, message["method"]!.GetValue<string>(), message["params"]!); // not null: an event has both
    }
}
