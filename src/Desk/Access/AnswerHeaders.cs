using Microsoft.AspNetCore.Http;

namespace Blog.Desk.Access;

/// <summary>The headers of every answer: nothing inline, nothing framed, nothing kept, nothing from elsewhere.</summary>
internal static class AnswerHeaders
{
    /// <summary>Scripts, styles and pictures are files of the console; there is no nonce and no hash, because there is nothing inline to allow.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets them.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin"; // "no-referrer" would make browsers send "Origin: null" with the console's own forms (Fetch, 3.2)
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["X-Robots-Tag"] = "noindex";
    }
}
