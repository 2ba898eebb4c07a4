using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Blog.Commands.DeployVerbs;

/// <summary>Speaks the part of Netlify's interface (REST, version 1) that lists and deletes deploys.</summary>
/// <remarks>
/// Source: "Get started with the Netlify API" and the OpenAPI description (open-api.netlify.com), read in November 2026: bearer token; <c>page</c> and <c>per_page</c> (at most 100) with the next
/// page in <c>Link</c>; 500 requests a minute, told in <c>X-RateLimit-Remaining</c> and <c>X-RateLimit-Reset</c> (seconds since 1970), 429 above; <c>DELETE /deploys/{id}</c> answers 204;
/// errors are <c>{"code", "message"}</c>. The token goes into one header of requests to the given host alone, and into no message.
/// </remarks>
internal sealed partial class NetlifyClient : IDisposable
{
    /// <summary>Where the interface is.</summary>
    public const string Address = "https://api.netlify.com/api/v1";

    private const int PerPage = 100;
    private const int MostPages = 1000;
    private const int MostTries = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false }; // redirected, the token would go elsewhere
    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly TimeProvider _time;
    private readonly Func<TimeSpan, CancellationToken, Task> _wait;

    /// <summary>Prepares to ask.</summary>
    /// <param name="address">Address of the interface; tests give a stand-in.</param>
    /// <param name="token">The personal access token.</param>
    /// <param name="time">The clock against which the interface's is read.</param>
    /// <param name="wait">How to wait.</param>
    public NetlifyClient(string address, string token, TimeProvider time, Func<TimeSpan, CancellationToken, Task> wait)
    {
        _address = new Uri(address.TrimEnd('/') + "/");
        _time = time;
        _wait = wait;
        _client = new HttpClient(_handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(60) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Subrosa/1");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    /// <summary>The deploy that readers get; null where nothing is published.</summary>
    public async Task<string?> PublishedAsync(string site, CancellationToken token)
    {
        using var answer = await SendAsync(HttpMethod.Get, new Uri(_address, $"sites/{Name(site)}"), token);
        using var json = await ReadAsync(answer, token);
        return json.RootElement.TryGetProperty("published_deploy", out var deploy) && deploy.ValueKind == JsonValueKind.Object ? Text(deploy, "id") : null;
    }

    /// <summary>All deploys of a site, of every branch and preview, in the order of the interface (newest first).</summary>
    public async Task<IReadOnlyList<NetlifyDeploy>> ListAsync(string site, CancellationToken token)
    {
        var deploys = new List<NetlifyDeploy>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Uri? next = new(_address, string.Create(CultureInfo.InvariantCulture, $"sites/{Name(site)}/deploys?page=1&per_page={PerPage}"));
        for (var page = 1; next is not null; page++)
        {
            if (page > MostPages)
            {
                throw new NetlifyException("Netlify names more pages of deploys than any site has. Nothing was deleted.");
            }

            using var answer = await SendAsync(HttpMethod.Get, next, token);
            using var json = await ReadAsync(answer, token);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
            {
                throw Odd();
            }

            foreach (var each in json.RootElement.EnumerateArray())
            {
                var deploy = Read(each);
                if (seen.Add(deploy.Id)) // a deploy that is made while the list is read moves the others on
                {
                    deploys.Add(deploy);
                }
            }

            next = NextOf(answer);
        }

        return deploys;
    }

    /// <summary>Deletes a deploy for good; one that is gone already is deleted.</summary>
    public async Task DeleteAsync(string deploy, CancellationToken token)
    {
        using var answer = await SendAsync(HttpMethod.Delete, new Uri(_address, $"deploys/{Name(deploy)}"), token, HttpStatusCode.NotFound);
    }

    /// <summary>Sends; waits and tries again where the interface says it is too much, or fails itself.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, CancellationToken token, HttpStatusCode? alsoFine = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            HttpResponseMessage? answer = null;
            try
            {
                using var request = new HttpRequestMessage(method, address);
                answer = await _client.SendAsync(request, token);
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !token.IsCancellationRequested))
            {
                if (attempt == MostTries)
                {
                    throw new NetlifyException("Netlify does not answer. Look at your line and its status page, and run this again: what was deleted stays deleted.");
                }
            }

            if (answer is not null && (answer.IsSuccessStatusCode || answer.StatusCode == alsoFine))
            {
                return answer;
            }

            var wait = Wait(answer, attempt);
            var status = answer?.StatusCode;
            answer?.Dispose();
            if (status is not null && (attempt == MostTries || (status != HttpStatusCode.TooManyRequests && (int)status < 500)))
            {
                throw Refused(status.Value);
            }

            await _wait(wait, token);
        }
    }

    /// <summary>Until the interface's own time, where it says one; else 1, 2, 4, 8 seconds.</summary>
    private TimeSpan Wait(HttpResponseMessage? answer, int attempt)
    {
        var wait = TimeSpan.FromSeconds(1 << (attempt - 1));
        if (answer?.StatusCode == HttpStatusCode.TooManyRequests)
        {
            if (answer.Headers.RetryAfter?.Delta is { } delta)
            {
                wait = delta;
            }
            else if (answer.Headers.TryGetValues("X-RateLimit-Reset", out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var reset) && reset < 253_402_300_799)
            {
                wait = DateTimeOffset.FromUnixTimeSeconds(reset) - _time.GetUtcNow() + TimeSpan.FromSeconds(1);
            }
        }

        return wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > LongestWait ? LongestWait : wait;
    }

    /// <summary>The next page that <c>Link</c> names (RFC 8288); one at another host would be given the token, and is refused.</summary>
    private Uri? NextOf(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Link", out var links) || NextLink().Match(string.Join(", ", links)) is not { Success: true } match)
        {
            return null;
        }

        var next = new Uri(_address, match.Groups["address"].Value);
        return next.GetLeftPart(UriPartial.Authority) == _address.GetLeftPart(UriPartial.Authority) && next.AbsolutePath.StartsWith(_address.AbsolutePath, StringComparison.Ordinal) ? next : throw Odd();
    }

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer, CancellationToken token)
    {
        try
        {
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(token), cancellationToken: token);
        }
        catch (JsonException)
        {
            throw Odd();
        }
    }

    private static NetlifyDeploy Read(JsonElement deploy) => new(
        Text(deploy, "id") is { } id && IdForm().IsMatch(id) ? id : throw Odd(),
        Text(deploy, "state") ?? "unknown",
        Text(deploy, "context") ?? "unknown",
        Text(deploy, "created_at") is { Length: >= 10 } day && DateOnly.TryParseExact(day.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var created) ? created : null);

    private static string? Text(JsonElement from, string name) => from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Name(string id) => IdForm().IsMatch(id) ? id : throw new NetlifyException("The id of a site or deploy has letters, digits, points and dashes only. Nothing was asked.");

    private static NetlifyException Refused(HttpStatusCode status) => new(status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Netlify refuses the token in NETLIFY_AUTH_TOKEN. Make a personal access token in its user settings, and give it access to the team.",
        HttpStatusCode.NotFound => "Netlify has no such site for this token. Its id stands in its settings, under General.",
        HttpStatusCode.TooManyRequests => "Netlify says that it was asked too much, again and again. Run this later: what was deleted stays deleted.",
        _ => $"Netlify answers {(int)status}. Run this again later: what was deleted stays deleted.",
    });

    private static NetlifyException Odd() => new("Netlify's answer is not in the form it documents, so it was not gone by. Nothing more was deleted; report it.");

    [GeneratedRegex("""<(?<address>[^<>]+)>\s*;[^,<]*\brel="?next"?""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NextLink();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
