using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Blog.Desk;
using Blog.Desk.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Blog.Tests.Desk;

/// <summary>Attacks on the console, each refused before anything is read or written.</summary>
public sealed class ConsoleAccessTests : IAsyncLifetime
{
    private ConsoleHost _host = null!; // set before any test runs

    public async Task InitializeAsync() => _host = await ConsoleHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:{port}")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost:{port}0")]
    [InlineData("LOCALHOST:{port}")]
    [InlineData("localhost.:{port}")]
    [InlineData("localhost.evil.example:{port}")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    [InlineData("evil.example@127.0.0.1:{port}")]
    [InlineData("127.1:{port}")]
    [InlineData("127.0.0.2:{port}")]
    [InlineData("2130706433:{port}")]
    [InlineData("0.0.0.0:{port}")]
    [InlineData("[::1]:{port}")]
    [InlineData("[::ffff:127.0.0.1]:{port}")]
    [InlineData("")]
    public async Task Another_host_name_is_refused(string host)
    {
        var answer = await _host.GetAsync("/", host.Replace("{port}", _host.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

        Assert.Matches("^HTTP/1.1 4(00|21)", answer);
        Assert.DoesNotContain("Kettle", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_host_header_and_an_absolute_address_are_refused()
    {
        Assert.Matches("^HTTP/1.1 4", await _host.SendAsync($"GET / HTTP/1.1\r\nHost: {_host.Own}\r\nHost: evil.example\r\nCookie: {_host.Cookie}\r\nConnection: close\r\n\r\n"));
        Assert.Matches("^HTTP/1.1 4", await _host.SendAsync($"GET http://evil.example/ HTTP/1.1\r\nHost: {_host.Own}\r\nCookie: {_host.Cookie}\r\nConnection: close\r\n\r\n"));
        Assert.Matches("^HTTP/1.[01] 4", await _host.SendAsync($"GET / HTTP/1.0\r\nCookie: {_host.Cookie}\r\n\r\n"));
    }

    [Fact]
    public async Task Its_own_names_are_answered()
    {
        Assert.StartsWith("HTTP/1.1 200", await _host.GetAsync("/"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await _host.GetAsync("/", $"localhost:{_host.Port}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin: http://evil.example\r\n", true)]
    [InlineData("Origin: null\r\n", true)]
    [InlineData("Origin: http://127.0.0.1:1\r\n", true)]
    [InlineData("Origin: https://{own}\r\n", true)]
    [InlineData("Sec-Fetch-Site: cross-site\r\nOrigin: http://{own}\r\n", true)]
    [InlineData("Sec-Fetch-Site: same-site\r\nOrigin: http://{own}\r\n", true)]
    [InlineData("Sec-Fetch-Site: none\r\n", true)]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("Sec-Fetch-Site: same-origin\r\nOrigin: null\r\n", true)]
    [InlineData("Origin: http://{own}\r\nOrigin: http://evil.example\r\n", true)]
    public async Task A_write_from_elsewhere_is_refused(string headers, bool withCookie)
    {
        var before = await WrittenAsync();
        var answer = await _host.PostAsync("/undo", "decision=", headers.Replace("{own}", _host.Own, StringComparison.Ordinal), withCookie ? null : "none=1");

        Assert.Matches("^HTTP/1.1 40[0134]", answer);
        Assert.DoesNotContain("HTTP/1.1 404", answer, StringComparison.Ordinal);
        Assert.Equal(before, await WrittenAsync());
    }

    [Theory]
    [InlineData("Origin: http://{own}\r\n")]
    [InlineData("Sec-Fetch-Site: same-origin\r\n")]
    public async Task A_write_that_says_by_either_header_that_it_comes_from_here_is_taken(string headers)
    {
        var unit = _host.Post;
        Assert.StartsWith("HTTP/1.1 200", await _host.PostAsync("/accept", "unit=" + unit, headers.Replace("{own}", _host.Own, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_without_the_proof_of_its_own_session_is_refused()
    {
        var before = await WrittenAsync();
        var unit = "unit=" + _host.Post;
        var old = _host.Proof;
        await _host.EnterAsync(); // a second browser: its proof is another

        Assert.NotEqual(old, _host.Proof);
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync("/accept", unit, proof: string.Empty), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync("/accept", unit, proof: old), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync("/accept", unit, proof: _host.Proof[..^1]), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await _host.PostAsync("/accept", unit + "&proof=" + _host.Proof), StringComparison.Ordinal);
        Assert.Equal(before, await WrittenAsync());
        Assert.StartsWith("HTTP/1.1 200", await _host.PostAsync("/accept", unit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_opens_the_console_once_and_not_when_it_is_old()
    {
        var link = new Uri(_host.Server.NewLink()).PathAndQuery;
        var first = await _host.SendAsync($"GET {link} HTTP/1.1\r\nHost: {_host.Own}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 303", first, StringComparison.Ordinal);
        Assert.Contains("httponly", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"Set-Cookie: subrosa-{_host.Port}=", first, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await _host.SendAsync($"GET {link} HTTP/1.1\r\nHost: {_host.Own}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

        var old = new Uri(_host.Server.NewLink()).PathAndQuery;
        _host.Time.Pass(TimeSpan.FromMinutes(11));
        Assert.StartsWith("HTTP/1.1 403", await _host.SendAsync($"GET {old} HTTP/1.1\r\nHost: {_host.Own}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/enter")]
    [InlineData("/enter?token=")]
    [InlineData("/enter?token=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/enter?token=a&token=b")]
    public async Task A_link_without_the_token_opens_nothing(string path) =>
        Assert.StartsWith("HTTP/1.1 403", await _host.SendAsync($"GET {path} HTTP/1.1\r\nHost: {_host.Own}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("subrosa-{port}=")]
    [InlineData("subrosa-{port}=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("subrosa-1={value}")]
    public async Task Without_its_cookie_a_browser_sees_nothing(string cookie)
    {
        var value = _host.Cookie[(_host.Cookie.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var sent = cookie.Replace("{port}", _host.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{value}", value, StringComparison.Ordinal);
        var answer = await _host.SendAsync($"GET /threads HTTP/1.1\r\nHost: {_host.Own}\r\nCookie: {sent}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Kettle", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../etc/passwd")]
    [InlineData("/..")]
    [InlineData("/.")]
    [InlineData("/./")]
    [InlineData("/assets/../assets/console.css")]
    [InlineData("/assets/%2e%2e/console.css")]
    [InlineData("/assets/..%2fconsole.css")]
    [InlineData("/assets/..\\console.css")]
    [InlineData("/assets/..%5cconsole.css")]
    [InlineData("/assets//console.css")]
    [InlineData("//assets/console.css")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/assets/console.css%00")]
    [InlineData("/assets/console.css%00.js")]
    [InlineData("/%61ssets/console.css")]
    [InlineData("/assets/console%2ecss")]
    [InlineData("/Assets/console.css")]
    [InlineData("/assets/CONSOLE.CSS")]
    [InlineData("/assets/")]
    [InlineData("/assets")]
    [InlineData("/assets/console.css/")]
    [InlineData("/assets/.console.css")]
    [InlineData("/.git/config")]
    [InlineData("/vault.db")]
    [InlineData("/uploads/x")]
    [InlineData("/thread/../vault.db")]
    [InlineData("/thread/0")]
    [InlineData("/thread/0000000000000000000000000000000g")]
    [InlineData("/thread/00000000000000000000000000000000")]
    [InlineData("/text/%30%30")]
    [InlineData("/text/00000000000000000000000000000000/x")]
    [InlineData("/%C0%AE%C0%AE/")]
    [InlineData("/threads;x=1")]
    public async Task No_form_of_a_path_shows_anything(string path)
    {
        var answer = await _host.GetAsync(path);

        Assert.Matches("^HTTP/1.1 40[04]", answer);
        Assert.DoesNotContain("--paper", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/threads")]
    [InlineData("/assets/console.js")]
    [InlineData("/none")]
    [InlineData("/enter")]
    public async Task Every_answer_forbids_framing_keeping_and_everything_from_elsewhere(string path)
    {
        var answer = await _host.GetAsync(path);

        Assert.Contains("\r\nX-Frame-Options: DENY\r\n", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("frame-ancestors 'none'", answer, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nCache-Control: no-store\r\n", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nX-Content-Type-Options: nosniff\r\n", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nCross-Origin-Resource-Policy: same-origin\r\n", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("unsafe", answer.Split("\r\n\r\n")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("nonce", answer.Split("\r\n\r\n")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/threads")]
    [InlineData("/terms")]
    [InlineData("/history")]
    [InlineData("/audit")]
    [InlineData("/search")]
    [InlineData("/keys")]
    [InlineData("/thread/{post}?texts=all&show=all")]
    [InlineData("/history/{post}")]
    public async Task No_page_holds_anything_inline(string path)
    {
        var page = await _host.GetAsync(path.Replace("{post}", _host.Post, StringComparison.Ordinal));

        Assert.StartsWith("HTTP/1.1 200", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<script(?![^>]* src=)", page);
        Assert.DoesNotMatch("(?i)<[^>]+ on[a-z]+=", page);
    }

    [Theory]
    [InlineData("/decide")]
    [InlineData("/accept")]
    [InlineData("/withhold")]
    [InlineData("/undo")]
    [InlineData("/words")]
    [InlineData("/import?path=/etc")]
    [InlineData("/preview")]
    [InlineData("/publish")]
    [InlineData("/upload")]
    [InlineData("/stop")]
    [InlineData("/rehearse?do=redact&unit={post}&field=body&start=12&length=17&kind=person")]
    public async Task Reading_never_writes(string path)
    {
        var before = await WrittenAsync();
        await _host.GetAsync(path.Replace("{post}", _host.Post, StringComparison.Ordinal));

        Assert.Equal(before, await WrittenAsync());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_refused(string method) =>
        Assert.StartsWith("HTTP/1.1 405", await _host.SendAsync($"{method} / HTTP/1.1\r\nHost: {_host.Own}\r\nCookie: {_host.Cookie}\r\nOrigin: http://{_host.Own}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not()
    {
        var before = await WrittenAsync();
        var large = new string('a', ConsoleServer.MaxBodyBytes + 1);
        Assert.Matches("^(HTTP/1.1 413|closed)", await _host.PostAsync("/words", "words=" + large));
        var chunk = $"{large.Length:x}\r\n{large}\r\n0\r\n\r\n";
        Assert.Matches("^(HTTP/1.1 413|closed)", await _host.SendAsync(
            $"POST /words HTTP/1.1\r\nHost: {_host.Own}\r\nCookie: {_host.Cookie}\r\nOrigin: http://{_host.Own}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{chunk}"));
        Assert.Equal(before, await WrittenAsync());
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        Assert.StartsWith("HTTP/1.1 415", await _host.SendAsync($"POST /undo HTTP/1.1\r\nHost: {_host.Own}\r\nCookie: {_host.Cookie}\r\nOrigin: http://{_host.Own}\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await _host.PostAsync("/undo", string.Join('&', Enumerable.Range(0, 100).Select(i => $"f{i}=1"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_without_the_proof_before_it_leaves_nothing()
    {
        const string Part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../x.xml\"\r\n\r\nwords\r\n";
        foreach (var body in new[] { Part + "--b--\r\n", "--b\r\nContent-Disposition: form-data; name=\"proof\"\r\n\r\nno\r\n" + Part + "--b--\r\n", "--b\r\nContent-Disposition: form-data; name=\"proof\"\r\n\r\n" + _host.Proof + "\r\n--b--\r\n" })
        {
            var answer = await _host.SendAsync(
                $"POST /upload HTTP/1.1\r\nHost: {_host.Own}\r\nCookie: {_host.Cookie}\r\nOrigin: http://{_host.Own}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
            Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(Path.Combine(_host.Location.Folder, UploadedArchive.FolderName)));
    }

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData("2001:db8::7")]
    [InlineData("10.0.0.1")]
    [InlineData(null)]
    public void A_request_from_another_machine_is_refused(string? address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Connection.LocalPort = 8000;
        context.Request.Method = "GET";
        context.Request.Headers.Host = "127.0.0.1:8000";
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = "/";

        Assert.Equal(403, RequestRules.Check(context)?.Status);
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        Assert.Null(RequestRules.Check(context));
    }

    [Fact]
    public async Task It_listens_on_no_other_address_of_this_machine()
    {
        foreach (var address in NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(each => each.Address).Where(address => !address.Equals(IPAddress.Loopback)))
        {
            using var client = new TcpClient(address.AddressFamily);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await Assert.ThrowsAnyAsync<Exception>(async () => await client.ConnectAsync(address, _host.Port, limit.Token));
        }
    }

    [AnotherUserFact]
    public async Task Another_user_of_this_machine_is_refused_even_with_the_cookie()
    {
        async Task<string> AskAsync(params string[] user)
        {
            var start = new ProcessStartInfo(user.Length > 0 ? "setpriv" : "curl") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in user.Append(user.Length > 0 ? "curl" : "-s").Concat(["-s", "-i", "-H", "Cookie: " + _host.Cookie, $"http://{_host.Own}/threads"]))
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!; // not null: a new process is started
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output;
        }

        Assert.StartsWith("HTTP/1.1 200", await AskAsync(), StringComparison.Ordinal);
        var other = await AskAsync("--reuid", "65534", "--clear-groups");
        Assert.StartsWith("HTTP/1.1 403", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Kettle", other, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_sockets_says_whose_one_is()
    {
        string[] table =
        [
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
            "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1 0 100 0 0 10 0",
            "   1: 0100007F:A001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 2 1 0 20 4 30 10 -1",
        ];

        Assert.Equal(1001u, PeerUser.Find(table, PeerUser.Form(new IPEndPoint(IPAddress.Loopback, 0xA001)), PeerUser.Form(new IPEndPoint(IPAddress.Loopback, 8080))));
        Assert.Null(PeerUser.Find(table, PeerUser.Form(new IPEndPoint(IPAddress.Loopback, 0xA002)), PeerUser.Form(new IPEndPoint(IPAddress.Loopback, 8080))));
    }

    private Task<(int Decisions, long Audit)> WrittenAsync() => _host.ReadAsync(store => (store.Decisions.List().Count, store.Audit.Head.Seq));
}
