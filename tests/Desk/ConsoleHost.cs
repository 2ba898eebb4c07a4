using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Blog.Commands;
using Blog.Desk;
using Blog.Desk.Access;
using Blog.Import;
using Blog.Model;
using Blog.Source;
using Blog.Tests.Vault;
using Blog.Vault;

namespace Blog.Tests.Desk;

/// <summary>A console over an invented blog, as <c>moderate</c> starts it, and requests to it written by hand.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    public const string Name = "Margaret Dunwoody";

    public const string Phone = "07700 900123";

    private readonly TemporaryFolder _root = new();
    private VaultStore _store = null!; // set by StartAsync; the console's alone from then on
    private ConsoleServer _server = null!; // set by StartAsync
    private string _cookie = string.Empty;
    private bool _isClosed;

    public ManualTime Time { get; } = new();

    public BlogFolder Blog { get; private set; } = null!; // set by StartAsync

    /// <summary>Where the store is.</summary>
    public VaultLocation Location => _store.Location;

    /// <summary>Handle of the first post that the store had at the start, in hex; empty where it had none.</summary>
    public string Post { get; private set; } = string.Empty;

    public ConsoleServer Server => _server;

    public int Port => new Uri(_server.Address).Port;

    public string Own => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public string Cookie => _cookie;

    public string Proof { get; private set; } = string.Empty;

    /// <summary>Starts a console; without entries over a small invented thread, and with a browser already let in.</summary>
    /// <param name="entries">What is in the store; null for that thread.</param>
    /// <param name="enter">Whether a browser is let in.</param>
    /// <param name="extra">More lines of the settings.</param>
    /// <param name="prepare">What is done with the store before the console has it, which then reads it in the background.</param>
    /// <param name="isPacket">Whether it is the console of an opened packet.</param>
    public static async Task<ConsoleHost> StartAsync(IEnumerable<ImportedEntry>? entries = null, bool enter = true, string extra = "", Action<VaultStore>? prepare = null, bool isPacket = false)
    {
        var host = new ConsoleHost();
        host._root.Put("blog/input/site.yml", "title: The Kettle Yard\naddress: https://kettle.example\n" + extra);
        host.Blog = new BlogFolder(host._root.File("blog"));
        host._store = VaultStore.OpenOrCreate(VaultLocation.Resolve(host.Blog.Root, host._root.File("vault"), _ => null), VaultAccess.Random, TimeProvider.System);
        if (entries?.Any() != false)
        {
            new VaultImporter(host._store).TakeIn(entries ?? Thread(), null, CancellationToken.None);
        }

        prepare?.Invoke(host._store);
        host.Post = host._store.Posts().FirstOrDefault()?.Handle.Hex ?? string.Empty;
        using var random = RandomNumberGenerator.Create();
        host._server = await ConsoleServer.StartAsync(host._store, host.Blog, ModerateCommand.VerbsOf(host.Blog) with { PacketOf = isPacket ? host._root.Root : null }, 0, random, host.Time, CancellationToken.None);
        if (enter)
        {
            await host.EnterAsync();
        }

        return host;
    }

    /// <summary>An invented thread: names, a telephone number, an age, and clean comments.</summary>
    public static IEnumerable<ImportedEntry> Thread(int comments = 6)
    {
        yield return VaultFixture.Archive();
        yield return VaultFixture.Post("p1", 0, $"Our manager {Name} rang me from {Phone} about the kiln. She is 47 and has two children at the school in Ockering.\n\nA second paragraph with *emphasis* and [a link](https://example.org/x).");
        for (var i = 0; i < comments; i++)
        {
            yield return VaultFixture.Comment(
                "c" + i, "p1", i, parent: i % 3 == 2 ? "c" + (i - 1) : null, number: null,
                text: (i % 3) switch
                {
                    0 => $"I know {Name} well, and she said so. Comment number {i}.",
                    1 => $"Nothing but agreement here, in comment {i}.",
                    _ => $"Write to keeper{i}@example.org or ask Margaret.",
                },
                author: new ImportedAuthor { Name = i % 2 == 0 ? "Old Trimmer" : "Anonymous", Key = i % 2 == 0 ? "pid-1" : null });
        }
    }

    public Task EnterAsync() => EnterAsync(SessionRights.Own);

    public async Task EnterAsync(SessionRights rights)
    {
        var answer = await SendAsync($"GET {new Uri(_server.NewLink(rights)).PathAndQuery} HTTP/1.1\r\nHost: {Own}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 303", answer, StringComparison.Ordinal);
        var line = answer.Split("\r\n").Single(header => header.StartsWith("Set-Cookie: ", StringComparison.Ordinal));
        _cookie = line["Set-Cookie: ".Length..line.IndexOf(';', StringComparison.Ordinal)];
        var page = await GetAsync("/keys");
        Proof = page.Split("data-proof=\"")[1].Split('"')[0];
    }

    public Task<string> GetAsync(string path, string? host = null, string headers = "") =>
        SendAsync($"GET {path} HTTP/1.1\r\nHost: {host ?? Own}\r\nCookie: {_cookie}\r\n{headers}Connection: close\r\n\r\n");

    /// <summary>A write as a page of the console makes it, but for what is given.</summary>
    public Task<string> PostAsync(string path, string form, string? headers = null, string? cookie = null, string? proof = null)
    {
        var body = form + (form.Length > 0 ? "&" : string.Empty) + "proof=" + (proof ?? Proof);
        return SendAsync($"POST {path} HTTP/1.1\r\nHost: {Own}\r\nCookie: {cookie ?? _cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n" +
            (headers ?? $"Origin: http://{Own}\r\nSec-Fetch-Site: same-origin\r\n") + $"Accept: application/json\r\nConnection: close\r\n\r\n{body}");
    }

    /// <summary>By hand, because a client library mends hosts and paths before it sends them.</summary>
    public async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
            using var received = new MemoryStream();
            await stream.CopyToAsync(received);
            return Whole(received.ToArray());
        }
        catch (IOException)
        {
            return "closed"; // the server had enough
        }
    }

    /// <summary>An answer as text, its chunks joined (RFC 9112, 7.1): where one ends is chance, and may be within words that a test looks for.</summary>
    private static string Whole(byte[] answer)
    {
        ReadOnlySpan<byte> bytes = answer;
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0 || bytes[..head].IndexOf("Transfer-Encoding: chunked"u8) < 0)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var body = new List<byte>(bytes[..(head + 4)].ToArray());
        var rest = bytes[(head + 4)..];
        while (rest.IndexOf("\r\n"u8) is var end and > 0 && int.TryParse(rest[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) && length > 0 && end + 2 + length <= rest.Length)
        {
            body.AddRange(rest.Slice(end + 2, length).ToArray());
            rest = rest[Math.Min(rest.Length, end + 2 + length + 2)..];
        }

        return Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>Reads the store of the running console, or changes it, in a turn of its own: a store is not for two threads.</summary>
    public Task<T> ReadAsync<T>(Func<VaultStore, T> read) => _server.RunAsync(read);

    /// <summary>The decisions so far.</summary>
    public Task<IReadOnlyList<VaultDecision>> DecisionsAsync() => ReadAsync(store => store.Decisions.List());

    /// <summary>Ends the console and gives the store free; its folders stay until the host is disposed of.</summary>
    public async Task CloseAsync()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            await _server.DisposeAsync();
            _store.Dispose();
        }
    }

    /// <summary>Ends the console, and reads the store that it leaves.</summary>
    public async Task<T> AfterwardsAsync<T>(Func<VaultStore, T> read)
    {
        var location = Location;
        await CloseAsync();
        using var store = VaultStore.Open(location, VaultAccess.Random, TimeProvider.System);
        return read(store);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _root.Dispose();
    }
}
