using System.Text;
using Blog.Content;
using Blog.Model;

namespace Blog.Site;

/// <summary>Writes <c>robots.txt</c> (RFC 9309): everything may be read, and where the sitemap lies.</summary>
public static class RobotsFile
{
    /// <summary>The file.</summary>
    public static SiteFile Of(SiteSettings settings) => new(
        "robots.txt",
        Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {new SiteAddress(settings.Address).Absolute("/sitemap.xml")}\n"));
}
