using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Blog.Html;

namespace Blog.Import.Fetching;

/// <summary>Fetches files from the web, one at a time, from public hosts only, as their <c>robots.txt</c> asks and no faster than they ask. It keeps nothing.</summary>
/// <remarks>
/// No cookie, no referrer, no proxy (behind one nobody could say which host is asked), no compressed answers. A redirect is judged like the first address; one from https to http is not
/// followed. The addresses come from an export and the answers from anywhere: both are hostile.
/// </remarks>
public sealed class WebFetcher : IDisposable
{
    private const int FirstBytes = 16; // enough to tell every kind

    private readonly FetchLimits _limits;
    private readonly FetchPurpose _purpose;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly Dictionary<string, FetchedHost> _hosts = new(StringComparer.Ordinal);
    private long _received;

    /// <summary>Prepares; nothing is asked yet.</summary>
    /// <param name="limits">How much, how long, how often.</param>
    /// <param name="connect">Makes connections: <see cref="PublicConnection.ConnectAsync"/>; a test gives its own.</param>
    /// <param name="purpose">What is wanted, and how the hosts are told.</param>
    /// <param name="time">The clock that the waits between requests go by.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes its handler.")]
    public WebFetcher(FetchLimits limits, Func<string, int, CancellationToken, ValueTask<Stream>> connect, FetchPurpose purpose, TimeProvider time)
    {
        _limits = limits;
        _purpose = purpose;
        _time = time;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = (context, token) => connect(context.DnsEndPoint.Host, context.DnsEndPoint.Port, token),
            ConnectTimeout = TimeSpan.FromMilliseconds(limits.MaximumConnectMilliseconds),
            MaxConnectionsPerServer = 1,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = 64,
            UseCookies = false,
            UseProxy = false,
        };
        _client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan }; // each request has its own
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(purpose.UserAgent);
        _client.DefaultRequestHeaders.Accept.ParseAdd(purpose.Accept);
    }

    /// <summary>Bytes that came in this run, whatever became of them.</summary>
    public long Received => _received;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Fetches one file.</summary>
    /// <param name="address">Its address, absolute.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<FetchResult> FetchAsync(string address, CancellationToken token)
    {
        var next = address;
        for (var hops = 0; hops <= _limits.MaximumRedirects; hops++)
        {
            if (_received >= _limits.MaximumTotalBytes)
            {
                return FetchResult.Of(FetchOutcome.RunFull);
            }

            if (!LinkPolicy.TryImage(next, null, out var clean) || !Uri.TryCreate(clean, UriKind.Absolute, out var uri) || !uri.IsDefaultPort || uri.UserInfo.Length > 0)
            {
                return FetchResult.Of(FetchOutcome.NotPublic);
            }

            var host = HostOf(uri);
            if (host.Closed is null)
            {
                host.Robots ??= await ReadRobotsAsync(uri, host, token);
            }

            if (host.Closed is { } closed)
            {
                return FetchResult.Of(closed);
            }

            if (!host.Robots!.Allows(uri.PathAndQuery)) // not null: read just now
            {
                return FetchResult.Of(FetchOutcome.Disallowed);
            }

            var (result, location) = await AskAsync(uri, host, isRobots: false, token);
            if (location is null)
            {
                return result;
            }

            next = location;
        }

        return FetchResult.Of(FetchOutcome.Failed);
    }

    /// <summary>Robots of a host: none where it has no such file; where it is in trouble the host is closed (RFC 9309, 2.3.1).</summary>
    private async Task<RobotsRules> ReadRobotsAsync(Uri page, FetchedHost host, CancellationToken token)
    {
        var uri = new Uri(page, "/robots.txt");
        for (var hops = 0; hops <= _limits.MaximumRedirects; hops++)
        {
            var (result, location) = await AskAsync(uri, hops == 0 ? host : HostOf(uri), isRobots: true, token);
            if (location is null)
            {
                var rules = result.Outcome == FetchOutcome.Fetched ? RobotsRules.Parse(Encoding.UTF8.GetString(result.Bytes.Span)) : RobotsRules.None;
                host.Closed = result.Outcome is not (FetchOutcome.Fetched or FetchOutcome.Gone) ? result.Outcome
                    : rules.DelaySeconds > _limits.MaximumDelaySeconds ? FetchOutcome.HostLeftAlone
                    : host.Closed;
                return rules;
            }

            if (!LinkPolicy.TryImage(location, null, out var clean) || !Uri.TryCreate(clean, UriKind.Absolute, out var target) || !target.IsDefaultPort)
            {
                return RobotsRules.None;
            }

            uri = target;
        }

        return RobotsRules.None; // RFC 9309, 2.3.1.2: after five redirects it counts as a file that is not there
    }

    /// <summary>One request; a redirect gives the address it leads to.</summary>
    private async Task<(FetchResult Result, string? Location)> AskAsync(Uri uri, FetchedHost host, bool isRobots, CancellationToken token)
    {
        await WaitAsync(host, token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(_limits.MaximumAnswerMilliseconds);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var status = (int)response.StatusCode;
            if (status is 429 or >= 500)
            {
                host.Failures = status is 429 or 503 ? _limits.MaximumFailures : host.Failures; // it asks for a pause; the next run comes back
                return Failure(host);
            }

            host.Failures = 0;
            return status switch
            {
                301 or 302 or 303 or 307 or 308 => Redirect(uri, response),
                200 => (await ReadAsync(response, isRobots, limit.Token), null),
                _ => (FetchResult.Of(FetchOutcome.Gone) with { Status = status }, null),
            };
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return Failure(host); // its time was up
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            return error is NotPublicException || error.InnerException is NotPublicException ? (FetchResult.Of(FetchOutcome.NotPublic), null)
                : IsUnknownName(error) || IsUnknownName(error.InnerException) ? Unknown(host)
                : Failure(host);
        }
    }

    private static bool IsUnknownName(Exception? error) => error is SocketException { SocketErrorCode: SocketError.HostNotFound };

    private static (FetchResult Result, string? Location) Unknown(FetchedHost host)
    {
        host.Closed = FetchOutcome.NoSuchHost;
        return (FetchResult.Of(FetchOutcome.NoSuchHost), null);
    }

    private (FetchResult Result, string? Location) Failure(FetchedHost host)
    {
        host.Closed = ++host.Failures >= _limits.MaximumFailures ? FetchOutcome.HostLeftAlone : host.Closed;
        return (FetchResult.Of(FetchOutcome.Failed), null);
    }

    private static (FetchResult Result, string? Location) Redirect(Uri from, HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Location", out var values) || values.FirstOrDefault() is not { } location || !LinkPolicy.TryImage(location, from.AbsoluteUri, out var target))
        {
            return (FetchResult.Of(FetchOutcome.Gone), null);
        }

        var isDowngrade = from.Scheme == Uri.UriSchemeHttps && target.StartsWith("http:", StringComparison.Ordinal);
        return isDowngrade ? (FetchResult.Of(FetchOutcome.Failed), null) : (default, target);
    }

    private async Task<FetchResult> ReadAsync(HttpResponseMessage response, bool isRobots, CancellationToken token)
    {
        var most = isRobots ? _limits.MaximumRobotsBytes : _limits.MaximumFileBytes;
        if (!isRobots && response.Content.Headers.ContentLength > most)
        {
            return FetchResult.Of(FetchOutcome.TooLarge);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(token);
        using var file = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var isJudged = isRobots;
        while (true)
        {
            var count = await stream.ReadAsync(buffer, token);
            _received += count;
            await file.WriteAsync(buffer.AsMemory(0, (int)Math.Min(count, most + 1L - file.Length)), token);
            if (!isJudged && (file.Length >= FirstBytes || count == 0))
            {
                isJudged = true;
                if (!_purpose.IsWanted(file.GetBuffer().AsMemory(0, (int)file.Length)))
                {
                    return FetchResult.Of(FetchOutcome.NotWanted);
                }
            }

            if (file.Length > most)
            {
                return isRobots ? new FetchResult(FetchOutcome.Fetched, file.GetBuffer().AsMemory(0, most)) : FetchResult.Of(FetchOutcome.TooLarge);
            }

            if (count == 0)
            {
                return new FetchResult(FetchOutcome.Fetched, file.ToArray());
            }

            if (_received > _limits.MaximumTotalBytes)
            {
                return FetchResult.Of(FetchOutcome.RunFull);
            }
        }
    }

    /// <summary>Waits until the host may be asked again.</summary>
    private async Task WaitAsync(FetchedHost host, CancellationToken token)
    {
        var delay = TimeSpan.FromSeconds(Math.Max(_limits.HostDelaySeconds, host.Robots?.DelaySeconds ?? 0));
        if (host.LastAsked is { } last && delay - _time.GetElapsedTime(last) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, _time, token);
        }

        token.ThrowIfCancellationRequested();
        host.LastAsked = _time.GetTimestamp();
    }

    /// <summary>Robots are asked for by scheme, host and port together (RFC 9309, 2.3).</summary>
    private FetchedHost HostOf(Uri uri)
    {
        var key = uri.GetLeftPart(UriPartial.Authority);
        if (!_hosts.TryGetValue(key, out var host))
        {
            _hosts.Add(key, host = new FetchedHost());
        }

        return host;
    }
}
