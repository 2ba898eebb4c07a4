using System.Text;
using Blog.Content;
using Blog.Pages;

namespace Blog.Site;

/// <summary>Writes the list by which copies on readers' devices learn what changed or went: a line a file, the first six bytes of its SHA-256 in hex with dashes, a blank, its address.</summary>
/// <remarks>Dashes, because a run of hex could be read as text by the safety check, and by chance be a name.</remarks>
public static class OfflineList
{
    /// <summary>Pages, pictures and theme files of a site, by address (ordinal).</summary>
    /// <param name="manifest">The site's files.</param>
    /// <param name="address">The site's address.</param>
    public static SiteFile Of(Manifest manifest, string address)
    {
        var site = new SiteAddress(address);
        var text = new StringBuilder();
        foreach (var entry in manifest.Entries.Where(entry => Path.GetExtension(entry.Path) is ".html" or ".css" or ".js" or ".svg" or ".png" or ".jpg" or ".gif" or ".webp" && entry.Path != OfflineFiles.Worker))
        {
            for (var at = 0; at < 12; at += 2)
            {
                text.Append(at == 0 ? string.Empty : "-").Append(entry.Sha256, at, 2);
            }

            var path = "/" + entry.Path;
            text.Append(' ').Append(site.Href(path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path)).Append('\n');
        }

        return new SiteFile(OfflineFiles.List, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
