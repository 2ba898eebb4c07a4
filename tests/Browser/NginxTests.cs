using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Blog.Commands.DeployVerbs;
using Blog.Content;
using Blog.Site;
using Blog.Site.Hosting;
using Blog.Source;
using Blog.Tests.Site.Hosting;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The sample, written by <c>deploy nginx</c> and served by Debian's nginx with the written configuration.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class NginxTests(SampleSite site)
{
    [NginxFact]
    public async Task The_sample_is_served_as_the_policy_says()
    {
        using var folder = new TemporaryFolder();
        var blog = new BlogFolder(Path.GetDirectoryName(site.Output)!);
        var reader = new BlogReader(blog);
        var settings = reader.ReadSettings();
        var index = SiteIndexReader.Read(reader, settings, new DateOnly(2026, 11, 21), 2, null);
        var (files, compressed) = NginxFolder.Write(blog, index, folder.File("www"), NginxServer.HasBrotli);
        Assert.True(compressed > 50 && compressed < files);
        Assert.DoesNotContain(Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories), file => Path.GetExtension(file) is ".gz" or ".br");

        using var server = NginxServer.Start(folder.File("www", "nginx"));
        var policy = HostPolicy.Of(settings);
        using (var check = new HostCheck(server.Address, policy, path => RedirectRules.IsStub(File.ReadAllBytes(Path.Combine(site.Output, path)))))
        {
            await check.RunAsync(StagingFolder.PublishedManifest(blog)!, [], all: true, looksAtHeaders: true, CancellationToken.None); // not null: it is built
            Assert.Empty(check.Findings);
            Assert.True(check.Asked > files);
        }

        await LookAtAnswersAsync(server, policy);
        await LookAtHttpsAsync(server, policy);
        await BrowseAsync(server);
        Assert.False(server.HasWrittenOwnLog); // the written configuration logs nothing
    }

    private async Task LookAtAnswersAsync(NginxServer server, HostPolicy policy)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var page = "/" + site.LongestThread();
        foreach (var (encoding, sent) in new[] { ("gzip", "gzip"), ("br, gzip", NginxServer.HasBrotli ? "br" : "gzip"), ("identity", null) })
        {
            using var answer = await GetAsync(page, ("Accept-Encoding", encoding));
            Assert.Equal(sent, answer.Content.Headers.ContentEncoding.FirstOrDefault());
            Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
            Assert.Contains("Accept-Encoding", answer.Headers.Vary); // of each form, so that no cache gives one for the other
            using var again = await GetAsync(page, ("Accept-Encoding", encoding), ("If-None-Match", answer.Headers.ETag!.Tag));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(HostPolicy.Revalidate, again.Headers.NonValidated["Cache-Control"].ToString());
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Stream content = sent switch { "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress), "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), _ => new MemoryStream(bytes) };
            using var plain = new MemoryStream();
            await content.CopyToAsync(plain);
            Assert.Equal(await File.ReadAllBytesAsync(site.Output + page), plain.ToArray());
            Assert.True(sent is null || bytes.Length * 2 < plain.Length);
        }

        foreach (var (address, status) in new[]
        {
            ("/no/such/page.html", 404), ("/2015/12/never-was.html", 410), ("/2015/12/never-was.comments.atom", 410), ("/theme/none.css", 404), ("/index.html.gz", 404), ("/_headers", 404), ("/_redirects", 404),
            ("/nginx/server.conf", 404), ("/site.manifest", 404), ("/labels", 301), ("/feeds/posts/default", 301), ("/", 200), ("/labels/", 200),
        })
        {
            using var answer = await GetAsync(address);
            Assert.True(status == (int)answer.StatusCode, $"{address} answers {(int)answer.StatusCode}");
            Assert.Equal(HostPolicy.Revalidate, answer.Headers.NonValidated["Cache-Control"].ToString());
            Assert.Equal("nginx", answer.Headers.Server.ToString());
            Assert.All(policy.Headers, header => Assert.Equal(header.Value, string.Join(", ", answer.Headers.NonValidated[header.Name])));
            if (status is 404 or 410)
            {
                Assert.Equal(await File.ReadAllTextAsync(Path.Combine(site.Output, "404.html")), await answer.Content.ReadAsStringAsync());
            }
        }

        foreach (var way in new[] { "/../nginx/server.conf", "/%2e%2e/site.manifest", "/theme/../../site.manifest" })
        {
            using var answer = await GetAsync(way);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode); // nginx's own, before anything of the configuration
        }

        using var post = await client.PostAsync(server.Address + "/", new StringContent("x"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);

        async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            return await client.SendAsync(request);
        }
    }

    private static async Task LookAtHttpsAsync(NginxServer server, HostPolicy policy)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true; // the test's own
        using var client = new HttpClient(handler);
        using var secure = await client.GetAsync($"https://127.0.0.1:{server.Secure}/");
        Assert.Equal(HttpStatusCode.OK, secure.StatusCode);
        Assert.All(policy.Headers, header => Assert.Equal(header.Value, string.Join(", ", secure.Headers.NonValidated[header.Name])));
        using var plain = await client.GetAsync($"http://127.0.0.1:{server.Redirecting}/2015/12/x.html");
        Assert.Equal((HttpStatusCode.MovedPermanently, "https://trimthewick.example/2015/12/x.html"), (plain.StatusCode, plain.Headers.Location!.ToString()));
    }

    /// <summary>A browser asks this host alone, and nothing on a page is against its policy.</summary>
    private async Task BrowseAsync(NginxServer server)
    {
        await using var context = await site.Browser.NewContextAsync();
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', (event) => console.error('VIOLATION ' + event.violatedDirective))");
        var page = await context.NewPageAsync();
        var asked = new ConcurrentBag<string>();
        var trouble = new ConcurrentBag<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => trouble.Add(message.Text);
        page.PageError += (_, error) => trouble.Add(error);
        foreach (var kind in new[] { "home", "post", "label", "page", "submit", "comment-form" })
        {
            await page.GotoAsync($"{server.Address}/{SitePages.AddressOf(site, kind)}", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        }

        await page.GotoAsync($"{server.Address}/search/#q=light");
        await Assertions.Expect(page.Locator("main ol li").First).ToBeVisibleAsync();
        Assert.All(asked, address => Assert.StartsWith(server.Address, address, StringComparison.Ordinal));
        Assert.Empty(trouble);
        Assert.Contains(server.Log, line => line.Contains(".bin ", StringComparison.Ordinal)); // the index came from there too
        Assert.Empty(await context.CookiesAsync());
    }
}
