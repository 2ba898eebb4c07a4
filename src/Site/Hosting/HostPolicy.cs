using Blog.Model;
using Blog.Pages;

namespace Blog.Site.Hosting;

/// <summary>What a host sends with every file of the site: the one place from which all forms of it are made, so that they cannot disagree.</summary>
/// <remarks>
/// <c>_headers</c> (<see cref="HeadersFile"/>), the headers of netlify.toml (<see cref="NetlifyConfig"/>), the configuration for nginx, the
/// preview of <c>serve</c> and the comparison of <c>deploy check</c> all read it. The policy in the pages is made of the same parts (<see cref="ContentPolicy"/>).
/// </remarks>
public sealed class HostPolicy
{
    /// <summary>Folder of the files that may be kept for ever: the theme's, whose names hold their content's hash. No word of a person is in them.</summary>
    public const string ThemeFolder = "theme/";

    /// <summary>
    /// For everything that holds people's words, pages, feeds, index and pictures: kept, but asked for again each time, so that no cache gives out what was taken out.
    /// </summary>
    public const string Revalidate = "public, max-age=0, must-revalidate";

    /// <summary>For the theme's own files (RFC 8246).</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    private const string TransportSecurity = "Strict-Transport-Security";

    // Features of devices and browsers that no page here uses: none is allowed, to pages and to what they might embed.
    private static readonly string[] Features =
    [
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "identity-credentials-get",
        "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "window-management", "xr-spatial-tracking",
    ];

    private HostPolicy(IReadOnlyList<HostHeader> headers) => Headers = headers;

    /// <summary>The headers of every file, error pages among them, but for its <c>Cache-Control</c> (<see cref="CacheControl"/>).</summary>
    public IReadOnlyList<HostHeader> Headers { get; }

    /// <summary>The headers that a preview on this machine sends: those of a host, without the promise of https.</summary>
    public IEnumerable<HostHeader> PreviewHeaders => Headers.Where(header => header.Name != TransportSecurity);

    /// <summary>The policy of a site.</summary>
    public static HostPolicy Of(SiteSettings settings)
    {
        var headers = new List<HostHeader>
        {
            new("Content-Security-Policy", ContentPolicy.OfHost(settings).ToHeader()),
            new("Referrer-Policy", "no-referrer"),
            new("X-Content-Type-Options", "nosniff"),
            new("Permissions-Policy", string.Join(", ", Features.Select(feature => feature + "=()"))),
            new("Cross-Origin-Opener-Policy", "same-origin"),
            new("Cross-Origin-Resource-Policy", "same-origin"),
            new("X-DNS-Prefetch-Control", "off"), // else a browser may tell a name server which links stand on the page
        };
        if (settings.Address.StartsWith("https:", StringComparison.Ordinal))
        {
            // Without includeSubDomains: a blog cannot know what else stands under its host's name, and without cookies there is nothing that another name could steal.
            headers.Add(new HostHeader(TransportSecurity, "max-age=31536000"));
        }

        return new HostPolicy(headers);
    }

    /// <summary>How a file may be kept by caches.</summary>
    /// <param name="path">Its path within the site.</param>
    public static string CacheControl(string path) => path.StartsWith(ThemeFolder, StringComparison.Ordinal) ? Immutable : Revalidate;
}
