using System.Text;
using Blog.Content;
using Blog.Model;

namespace Blog.Site.Hosting;

/// <summary>Writes <c>_headers</c>, which Netlify and Cloudflare Pages read out of the site itself.</summary>
/// <remarks>
/// Where two rules fit a file and name one header, Netlify takes the later and Cloudflare joins both values with a comma (its documentation of Pages, <c>_headers</c>), and what
/// Cloudflare has against that, <c>! Name</c>, Netlify does not know. So no header stands in two rules: <c>Cache-Control</c> is said for the theme alone. For everything else both send
/// <c>public, max-age=0, must-revalidate</c> by themselves; <c>deploy check</c> looks whether they do.
/// </remarks>
internal static class HeadersFile
{
    /// <summary>Longest line that Cloudflare Pages reads.</summary>
    public const int LongestLine = 2000;

    /// <summary>The file.</summary>
    public static SiteFile Of(SiteSettings settings)
    {
        var start = new SiteAddress(settings.Address).BasePath;
        var text = new StringBuilder();
        text.Append(start).Append("/*\n");
        foreach (var header in HostPolicy.Of(settings).Headers)
        {
            text.Append("  ").Append(header.Name).Append(": ").Append(header.Value).Append('\n');
        }

        text.Append(start).Append('/').Append(HostPolicy.ThemeFolder).Append("*\n  Cache-Control: ").Append(HostPolicy.Immutable).Append('\n');
        return new SiteFile("_headers", Encoding.UTF8.GetBytes(text.ToString()));
    }
}
