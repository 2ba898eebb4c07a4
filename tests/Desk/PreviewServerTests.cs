using System.Net;
using System.Net.Sockets;
using System.Text;
using Blog.Desk;
using Blog.Model;

namespace Blog.Tests.Desk;

public sealed class PreviewServerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _site = new();
    private PreviewServer _server = null!; // set before any test runs

    public async Task InitializeAsync()
    {
        _site.Put("out/index.html", "<!doctype html><html><body><p>home</p></body></html>");
        _site.Put("out/d/index.html", "<!doctype html><html><body><p>folder</p></body></html>");
        _site.Put("out/404.html", "<!doctype html><html><body><p>gone</p></body></html>");
        _site.Put("out/theme/a.css", "p{}");
        _site.Put("secret.txt", "secret");
        File.CreateSymbolicLink(_site.File("out", "link.txt"), _site.File("secret.txt"));
        _server = await PreviewServer.StartAsync(_site.File("out"), new SiteSettings { Title = "T", Address = "https://example.org" }, 0, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _site.Dispose();
    }

    [Fact]
    public async Task Pages_are_served_with_the_reload_script_and_files_as_they_are()
    {
        Assert.Contains("<p>home</p><link rel=\"stylesheet\" href=\"/_preview/notes.css\"><script", await GetAsync("/"), StringComparison.Ordinal);
        Assert.Contains("folder", await GetAsync("/d/"), StringComparison.Ordinal);
        Assert.EndsWith("p{}", await GetAsync("/theme/a.css"), StringComparison.Ordinal);
        Assert.Contains("EventSource", await GetAsync("/_preview/reload.js"), StringComparison.Ordinal);
        Assert.Equal("<!doctype html><html><body><p>home</p></body></html>", await File.ReadAllTextAsync(_site.File("out", "index.html")));
    }

    [Fact]
    public async Task A_missing_page_is_the_sites_own_404()
    {
        var answer = await GetAsync("/none.html");
        Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
        Assert.Contains("gone", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/d/..%2f..%2fsecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("//secret.txt")]
    [InlineData("/link.txt")]
    [InlineData("/%00")]
    [InlineData("/theme/a.css%00.html")]
    public async Task No_form_of_a_path_leads_out_of_the_folder(string path)
    {
        var answer = await GetAsync(path);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(" 200 ", answer.Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost.evil.example:{port}")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    public async Task Another_host_name_is_refused(string host) =>
        Assert.StartsWith("HTTP/1.1 421", await GetAsync("/", host.Replace("{port}", Port().ToString(), StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public async Task Only_reading_is_answered()
    {
        Assert.StartsWith("HTTP/1.1 405", await SendAsync($"POST / HTTP/1.1\r\nHost: localhost:{Port()}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_listens_on_this_machine_only()
    {
        Assert.StartsWith("http://127.0.0.1:", _server.Address, StringComparison.Ordinal);
        using var other = new TcpClient(AddressFamily.InterNetworkV6);
        await Assert.ThrowsAnyAsync<SocketException>(() => other.ConnectAsync(IPAddress.IPv6Loopback, Port()));
    }

    [Fact]
    public async Task An_open_page_hears_of_a_new_build_and_of_a_failed_one()
    {
        using var client = new HttpClient();
        await using var stream = await client.GetStreamAsync(new Uri(_server.Address + "_preview/events"));
        using var reader = new StreamReader(stream);
        Assert.Equal(": here", await reader.ReadLineAsync());
        await reader.ReadLineAsync();
        _site.Put("out/new.html", "<!doctype html><html><body>new</body></html>");
        Assert.Equal("event: notes", await reader.ReadLineAsync());
        Assert.Equal("data: []", await reader.ReadLineAsync());
        await reader.ReadLineAsync();
        _server.Built(["posts/x.md: <b>look</b>"]);
        Assert.Equal("event: built", await reader.ReadLineAsync());
        Assert.Contains("new", await GetAsync("/new.html"), StringComparison.Ordinal);
        _server.Failed(["line one", "line two\nand three"]);
        await reader.ReadLineAsync();
        await reader.ReadLineAsync();
        Assert.Equal("event: notes", await reader.ReadLineAsync());
        Assert.Equal("""data: ["line one","line two\nand three"]""", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_page_that_is_opened_later_hears_what_the_last_build_had_to_say()
    {
        _server.Built([.. Enumerable.Range(1, 60).Select(i => $"note {i}")]);
        using var client = new HttpClient();
        await using var stream = await client.GetStreamAsync(new Uri(_server.Address + "_preview/events"));
        using var reader = new StreamReader(stream);
        string? line;
        while ((line = await reader.ReadLineAsync())?.StartsWith("data: ", StringComparison.Ordinal) == false)
        {
        }

        var notes = System.Text.Json.JsonSerializer.Deserialize<string[]>(line!["data: ".Length..])!;
        Assert.Equal(("note 1", "and 10 more: the terminal has them all", 51), (notes[0], notes[^1], notes.Length));
    }

    private int Port() => new Uri(_server.Address).Port;

    private Task<string> GetAsync(string path, string? host = null) =>
        SendAsync($"GET {path} HTTP/1.1\r\nHost: {host ?? $"127.0.0.1:{Port()}"}\r\nConnection: close\r\n\r\n");

    /// <summary>By hand, because a client library mends paths before it sends them.</summary>
    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port());
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
