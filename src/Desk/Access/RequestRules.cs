using System.Buffers;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Blog.Desk.Access;

/// <summary>Whether a request is one that the console's own pages could have made, before anything else looks at it.</summary>
/// <remarks>
/// Loopback keeps other machines out, not other pages in the same browser: any site may send requests to 127.0.0.1, and a name it owns may be
/// made to lead there (DNS rebinding). So the host is compared whole with the two names there are, and what says where a request comes
/// from (Fetch Metadata, W3C; Origin, RFC 6454) must say "from here". What is missing counts as foreign.
/// </remarks>
internal static class RequestRules
{
    /// <summary>Path of the opening link.</summary>
    public const string EnterPath = "/enter";

    private static readonly SearchValues<char> PathCharacters = SearchValues.Create("/-._abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The rule that a request breaks; null where it breaks none.</summary>
    public static Refusal? Check(HttpContext context)
    {
        var connection = context.Connection;
        if (connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return new Refusal(StatusCodes.Status403Forbidden, "The console answers to this machine only.");
        }

        return CheckHost(context.Request, connection.LocalPort) ?? CheckPath(context) ?? CheckMethod(context.Request, connection.LocalPort);
    }

    /// <summary>Whether a path is one that the console may have given: small letters, digits, dashes and single dots and slashes, nothing escaped.</summary>
    internal static bool IsPlain(string path) =>
        path.StartsWith('/') && !path.AsSpan().ContainsAnyExcept(PathCharacters) && !path.Contains("..", StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal);

    private static Refusal? CheckHost(HttpRequest request, int port)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $":{port}");
        return request.Headers.Host is [{ } host] && (host == "127.0.0.1" + suffix || host == "localhost" + suffix)
            ? null
            : new Refusal(StatusCodes.Status421MisdirectedRequest, "The console answers to 127.0.0.1 and localhost with its port only.");
    }

    private static Refusal? CheckPath(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget; // before anything was decoded
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return IsPlain(query < 0 ? target : target[..query]) ? null : new Refusal(StatusCodes.Status404NotFound, "There is no such page.");
    }

    private static Refusal? CheckMethod(HttpRequest request, int port)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            // The opening link may stand anywhere; its token is what counts. Everything else is asked for by the console's own pages or typed.
            return site.Count == 0 || site is ["same-origin" or "none"] || request.Path == EnterPath
                ? null
                : new Refusal(StatusCodes.Status403Forbidden, "This request comes from another page. Open the console by its own link.");
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return new Refusal(StatusCodes.Status405MethodNotAllowed, "The console reads by GET and writes by POST.");
        }

        var origin = request.Headers.Origin;
        var own = string.Create(CultureInfo.InvariantCulture, $"http://{request.Headers.Host}");
        var isOwn = (site.Count == 0 || site is ["same-origin"]) && (origin.Count == 0 || (origin is [{ } given] && given == own)) && site.Count + origin.Count > 0;
        return isOwn && port > 0 ? null : new Refusal(StatusCodes.Status403Forbidden, "This write does not come from a page of the console, so nothing was changed.");
    }
}
