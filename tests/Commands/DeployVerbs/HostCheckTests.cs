using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Blog.Commands.DeployVerbs;
using Blog.Model;
using Blog.Site;
using Blog.Site.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blog.Tests.Commands.DeployVerbs;

/// <summary>What a host may do wrong, one thing at a time.</summary>
public sealed class HostCheckTests : IAsyncLifetime
{
    private static readonly HostPolicy Policy = HostPolicy.Of(new SiteSettings { Title = "T", Address = "https://example.org" });

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal) { ["/"] = "home", ["/2015/12/x.html"] = "new words", ["/theme/a.css"] = "p{}" };
    private readonly Dictionary<string, string> _compressed = new(StringComparer.Ordinal);
    private readonly List<string> _leftOut = [];
    private readonly Manifest _manifest = new(new DateOnly(2026, 11, 23), [Entry("2015/12/x.html", "new words"), Entry("_redirects", "/a /b 301"), Entry("index.html", "home"), Entry("theme/a.css", "p{}")]);
    private readonly List<WithdrawnFile> _withdrawn = [Withdrawn("2015/12/x.html", "old words"), Withdrawn("2015/12/gone.html", "gone words"), Withdrawn("_redirects", "/c /d 301")];
    private WebApplication _app = null!; // set before any test runs
    private int _missing = 404;
    private bool _cuts;
    private bool _shortens;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_host_that_gave_everything_up_passes_and_the_list_is_struck_off()
    {
        var (findings, gone) = await RunAsync();
        Assert.Empty(findings);
        Assert.Equal(_withdrawn.Count, gone.Count);
    }

    [Fact]
    public async Task An_old_page_is_found_also_where_only_its_compressed_form_is_old()
    {
        _compressed["/2015/12/x.html"] = "old words";
        var (findings, gone) = await RunAsync();
        Assert.Contains("still given out as it was before it was changed (asked for as gzip, br)", Assert.Single(findings), StringComparison.Ordinal);
        Assert.DoesNotContain(gone, file => file.Path == "2015/12/x.html");
        Assert.Contains(gone, file => file.Path == "2015/12/gone.html");
    }

    [Fact]
    public async Task A_withdrawn_page_is_found_and_so_is_anything_in_its_place()
    {
        _given["/2015/12/gone.html"] = "gone words";
        var (findings, _) = await RunAsync();
        Assert.All(findings, finding => Assert.Contains("still given out as it was before it was taken out", finding, StringComparison.Ordinal));
        Assert.Equal(2, findings.Count);
        _given["/2015/12/gone.html"] = "a parking page";
        Assert.Contains("answers 200 where nothing should be", Assert.Single((await RunAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_takes_html_off_addresses_is_asked_at_the_shorter_ones()
    {
        _shortens = true;
        Assert.Empty((await RunAsync()).Findings);
        _given["/2015/12/gone.html"] = "gone words";
        var (findings, gone) = await RunAsync();
        Assert.All(findings, finding => Assert.Contains("still given out as it was before it was taken out", finding, StringComparison.Ordinal));
        Assert.Equal(2, findings.Count);
        Assert.DoesNotContain(gone, file => file.Path == "2015/12/gone.html");
    }

    [Fact]
    public async Task A_changed_file_is_found_where_it_is_compared()
    {
        _given["/theme/a.css"] = "p{color:red}";
        Assert.NotEmpty((await RunAsync()).Findings);
        _given.Remove("/theme/a.css");
        Assert.Contains((await RunAsync()).Findings, finding => finding.Contains("answers 404", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Content-Security-Policy")]
    [InlineData("Referrer-Policy")]
    [InlineData("Cache-Control")]
    public async Task A_missing_header_is_found_unless_the_host_sends_none(string header)
    {
        _leftOut.Add(header);
        var (findings, gone) = await RunAsync();
        Assert.Contains(findings, finding => finding.Contains($"the header {header} is missing", StringComparison.Ordinal));
        Assert.Equal(_withdrawn.Count, gone.Count);
        Assert.Empty((await RunAsync(looksAtHeaders: false)).Findings);
    }

    [Fact]
    public async Task A_host_that_answers_200_for_everything_is_found()
    {
        _missing = 200;
        Assert.Contains((await RunAsync()).Findings, finding => finding.Contains("should answer 404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_answer_is_no_proof()
    {
        _cuts = true;
        var (findings, gone) = await RunAsync();
        Assert.NotEmpty(findings);
        Assert.Equal(["_redirects"], gone.Select(file => file.Path));
    }

    private async Task<(IReadOnlyList<string> Findings, IReadOnlyCollection<WithdrawnFile> Gone)> RunAsync(bool looksAtHeaders = true)
    {
        using var check = new HostCheck(_app.Urls.First(), Policy, _ => false);
        await check.RunAsync(_manifest, _withdrawn, all: false, looksAtHeaders, CancellationToken.None);
        return (check.Findings, check.Gone);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (_cuts)
        {
            context.Abort();
            return;
        }

        var path = context.Request.Path.Value!;
        if (_shortens && _given.ContainsKey(path) && path.EndsWith(".html", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 308;
            context.Response.Headers.Location = path[..^".html".Length];
            return;
        }

        path = _shortens && _given.ContainsKey(path + ".html") ? path + ".html" : path;
        var isPacked = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal);
        var text = isPacked ? _compressed.GetValueOrDefault(path) ?? _given.GetValueOrDefault(path) : _given.GetValueOrDefault(path);
        context.Response.StatusCode = text is null ? _missing : 200;
        foreach (var header in Policy.Headers.Append(new HostHeader("Cache-Control", text is null ? HostPolicy.Revalidate : HostPolicy.CacheControl(path[1..]))).Where(header => !_leftOut.Contains(header.Name)))
        {
            context.Response.Headers[header.Name] = header.Value;
        }

        var bytes = Encoding.UTF8.GetBytes(text ?? "no page");
        if (!isPacked)
        {
            await context.Response.Body.WriteAsync(bytes);
            return;
        }

        context.Response.Headers.ContentEncoding = "gzip";
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(bytes);
        }

        await context.Response.Body.WriteAsync(packed.ToArray());
    }

    private static ManifestEntry Entry(string path, string text) => new(path, text.Length, Hash(text));

    private static WithdrawnFile Withdrawn(string path, string text) => new(path, Hash(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
