using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Blog.Content;
using Blog.Site;
using Blog.Site.Hosting;

namespace Blog.Commands.DeployVerbs;

/// <summary>Asks a host for files as a browser would, plain and compressed, and compares them with what was built and with what was taken out.</summary>
/// <remarks>An answer that does not come is a finding: a check that could not run is a failed one. Redirections are not followed, since an old content that was moved is not given out at its address; but for hosts that take <c>.html</c> off every address (Cloudflare Pages): there the content stands at the shorter one, the old one too.</remarks>
internal sealed class HostCheck : IDisposable
{
    private const int AtOnce = 6; // as a browser of HTTP/1.1 does
    private const string Ending = ".html";

    // Forms in which caches and hosts keep a file each by itself.
    private static readonly string[] Encodings = ["identity", "gzip, br"];

    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly HttpClient _client;
    private readonly string _root;
    private readonly HostPolicy _policy;
    private readonly Func<string, bool> _leadsOn;
    private readonly ConcurrentBag<string> _findings = [];
    private readonly ConcurrentBag<WithdrawnFile> _gone = [];
    private int _asked;

    /// <summary>Prepares to ask.</summary>
    /// <param name="root">Address of the site without a slash at its end.</param>
    /// <param name="policy">What it should send.</param>
    /// <param name="leadsOn">Whether a file that was built only leads on, so that a host with rules answers 301 in its place.</param>
    public HostCheck(string root, HostPolicy policy, Func<string, bool> leadsOn)
    {
        _leadsOn = leadsOn;
        _root = root;
        _policy = policy;
        _client = new HttpClient(_handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>What is wrong, sorted.</summary>
    public IReadOnlyList<string> Findings => [.. _findings.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Earlier contents that the host does not give out.</summary>
    public IReadOnlyCollection<WithdrawnFile> Gone => _gone;

    /// <summary>How many addresses were asked for.</summary>
    public int Asked => _asked;

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    /// <summary>Asks for everything that was taken out, for the files that are there now, and for an address that is not.</summary>
    /// <param name="manifest">What was built.</param>
    /// <param name="withdrawn">What was taken out.</param>
    /// <param name="all">Whether to ask for every file; else for those of which an earlier content is known, and one of each kind.</param>
    /// <param name="looksAtHeaders">Whether headers are compared.</param>
    /// <param name="token">Stops it.</param>
    public async Task RunAsync(Manifest manifest, IReadOnlyList<WithdrawnFile> withdrawn, bool all, bool looksAtHeaders, CancellationToken token)
    {
        var earlier = withdrawn.ToLookup(file => file.Path, StringComparer.Ordinal);
        var now = manifest.Entries.Where(IsServed).ToDictionary(entry => entry.Path, entry => entry.Sha256, StringComparer.Ordinal);
        var wanted = all ? now.Keys : now.Keys.Where(earlier.Contains).Concat(OneOfEach(now.Keys));
        var paths = wanted.Concat(earlier.Select(group => group.Key).Where(path => IsServed(new ManifestEntry(path, 0, string.Empty)))).Distinct(StringComparer.Ordinal);
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token }, async (path, cancellation) =>
            await CompareAsync(path, now.GetValueOrDefault(path), [.. earlier[path]], cancellation));
        foreach (var file in withdrawn.Where(file => !IsServed(new ManifestEntry(file.Path, 0, string.Empty))))
        {
            _gone.Add(file); // rules of a host, which it reads and does not give out
        }

        if (looksAtHeaders)
        {
            foreach (var path in OneOfEach(now.Keys))
            {
                await CompareHeadersAsync(path, HttpStatusCode.OK, token);
            }

            await CompareHeadersAsync("no/such/page-is-here.html", HttpStatusCode.NotFound, token);
        }
    }

    private static bool IsServed(ManifestEntry entry) => entry.Path is not ("_headers" or "_redirects");

    /// <summary>A page, the feed, a theme file and a list of the index, as far as there are any.</summary>
    private static IEnumerable<string> OneOfEach(IEnumerable<string> paths)
    {
        var sorted = paths.Order(StringComparer.Ordinal).ToList();
        string?[] kinds =
        [
            sorted.Find(path => path == "index.html"),
            sorted.Find(path => path.EndsWith(".html", StringComparison.Ordinal) && path.Count(c => c == '/') == 2),
            sorted.Find(path => path.EndsWith(".atom", StringComparison.Ordinal)),
            sorted.Find(path => path.StartsWith(HostPolicy.ThemeFolder, StringComparison.Ordinal)),
            sorted.Find(path => path.EndsWith(".bin", StringComparison.Ordinal)),
        ];
        return kinds.OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private async Task CompareAsync(string path, string? now, IReadOnlyList<WithdrawnFile> earlier, CancellationToken token)
    {
        var isGone = true;
        foreach (var encoding in Encodings)
        {
            Interlocked.Increment(ref _asked);
            using var answer = await AskAsync(path, encoding, token);
            if (answer is null)
            {
                isGone = false;
                continue;
            }

            var hash = Convert.ToHexStringLower(SHA256.HashData(await ContentAsync(answer, token)));
            if (earlier.Any(file => file.Sha256 == hash))
            {
                isGone = false;
                _findings.Add($"{path}: still given out as it was before it was {(now is null ? "taken out" : "changed")} (asked for as {encoding}). Deploy again, purge the host's cache, and check again.");
            }
            else if (now is not null && path == SiteAddresses.ToFile(SiteAddresses.NotFound) && answer.StatusCode == HttpStatusCode.NotFound && hash == now)
            {
                continue; // some hosts give their error page with its status at its own address, too
            }
            else if (now is not null && answer.StatusCode == HttpStatusCode.MovedPermanently && _leadsOn(path))
            {
                continue;
            }
            else if (now is not null && (answer.StatusCode != HttpStatusCode.OK || hash != now))
            {
                _findings.Add($"{path}: the host answers {(int)answer.StatusCode} with something else than was built (asked for as {encoding}). Was this build deployed, and does the host change files on its way?");
            }
            else if (now is null && answer.IsSuccessStatusCode)
            {
                isGone = false;
                _findings.Add($"{path}: the host answers {(int)answer.StatusCode} where nothing should be any more. Look what it gives out there.");
            }
        }

        if (isGone)
        {
            foreach (var file in earlier)
            {
                _gone.Add(file);
            }
        }
    }

    private async Task CompareHeadersAsync(string path, HttpStatusCode status, CancellationToken token)
    {
        Interlocked.Increment(ref _asked);
        using var answer = await AskAsync(path, "identity", token);
        if (answer is null)
        {
            return;
        }

        if (answer.StatusCode != status)
        {
            _findings.Add($"{path}: the host answers {(int)answer.StatusCode} and should answer {(int)status}.");
        }

        var cache = new HostHeader("Cache-Control", status == HttpStatusCode.OK ? HostPolicy.CacheControl(path) : HostPolicy.Revalidate);
        foreach (var header in _policy.Headers.Append(cache))
        {
            var sent = answer.Headers.NonValidated.TryGetValues(header.Name, out var values) ? string.Join(", ", values) : string.Empty;
            if (Plain(sent) != Plain(header.Value) && !(header.Name == "Strict-Transport-Security" && (!_root.StartsWith("https:", StringComparison.Ordinal) || IsLonger(sent))) && !(header.Name == "Cache-Control" && Plain(sent) == "no-store"))
            {
                _findings.Add($"{path}: the header {header.Name} is {(sent.Length == 0 ? "missing" : "another than the policy says")}. See docs/deploy.md for this host.");
            }
        }
    }

    /// <summary>What an answer says, unpacked by hand: .NET's own unpacking asks every host for compressed answers, whatever the request says.</summary>
    private static async Task<byte[]> ContentAsync(HttpResponseMessage answer, CancellationToken token)
    {
        await using var packed = await answer.Content.ReadAsStreamAsync(token);
        using var plain = new MemoryStream();
        try
        {
            switch (answer.Content.Headers.ContentEncoding.LastOrDefault())
            {
                case "gzip":
                    await using (var gzip = new GZipStream(packed, CompressionMode.Decompress))
                    {
                        await gzip.CopyToAsync(plain, token);
                    }

                    break;
                case "br":
                    await using (var brotli = new BrotliStream(packed, CompressionMode.Decompress))
                    {
                        await brotli.CopyToAsync(plain, token);
                    }

                    break;
                default:
                    await packed.CopyToAsync(plain, token);
                    break;
            }
        }
        catch (InvalidDataException)
        {
            return []; // no content that was built has this hash
        }

        return plain.ToArray();
    }

    /// <summary>A host that promises https for longer, or for its subdomains, promises more.</summary>
    private static bool IsLonger(string sent) =>
        sent.Split(';')[0].Trim() is var age && age.StartsWith("max-age=", StringComparison.Ordinal) && long.TryParse(age.AsSpan(8), out var seconds) && seconds >= 31536000;

    private static string Plain(string value) => string.Concat(value.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private async Task<HttpResponseMessage> SendAsync(Uri address, string encoding, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return await _client.SendAsync(request, token);
    }

    private async Task<HttpResponseMessage?> AskAsync(string path, string encoding, CancellationToken token)
    {
        var address = path == "index.html" ? "/" : path.EndsWith("/index.html", StringComparison.Ordinal) ? "/" + path[..^"index.html".Length] : "/" + path;
        var full = new Uri(new SiteAddress(_root).Absolute(address));
        try
        {
            var answer = await SendAsync(full, encoding, token);
            if (address.EndsWith(Ending, StringComparison.Ordinal) && (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } moved && new Uri(full, moved).AbsoluteUri == full.AbsoluteUri[..^Ending.Length])
            {
                answer.Dispose();
                return await SendAsync(new Uri(full, moved), encoding, token);
            }

            return answer;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !token.IsCancellationRequested))
        {
            _findings.Add($"{path}: no answer, so nothing is known of it. Is the address right, and the host up?");
            return null;
        }
    }
}
