using System.Globalization;
using System.Text;
using Blog.Content;
using Blog.Html;
using Blog.Model;

namespace Blog.Site;

/// <summary>Keeps the addresses of the old Blogger blog alive: rules for hosts that take them, stub pages for the others.</summary>
/// <remarks>
/// <para>Posts keep their own addresses, and <c>?m=1</c> and <c>?showComment=</c> reach the same file, whose canonical link says which it is. What is
/// left: labels, monthly archives and feeds.</para>
/// <para>A label that holds a redaction mark gets none: its old address would say what the mark hides.</para>
/// </remarks>
public static class RedirectRules
{
    private static readonly string[] OldFeeds = ["/feeds/posts/default", "/feeds/comments/default"];

    // A stub at these would be HTML under the name of a feed, which no reader of feeds can use.
    private static readonly string[] OldFeedFiles = ["/atom.xml", "/rss.xml"];

    /// <summary><c>_redirects</c> (Netlify's syntax, which Cloudflare Pages reads too) and the stub pages, by path.</summary>
    public static IReadOnlyList<SiteFile> Of(SiteIndex index)
    {
        var addresses = OldAddresses(index).ToList();
        var address = new SiteAddress(index.Settings.Address);
        var rules = new StringBuilder();
        var files = new List<SiteFile>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase); // a stub's neighbour in other capitals is one file on some systems
        foreach (var old in addresses)
        {
            // "!" because a stub lies at the same address, and a rule yields to a file without it.
            rules.Append(CultureInfo.InvariantCulture, $"{address.BasePath}{old.Path} {address.Href(old.Target)} 301!\n");
            if (old.StubFile is { } stub && taken.Add(stub))
            {
                files.Add(new SiteFile(stub, Stub(old, address, index.Settings)));
            }
        }

        files.Add(new SiteFile("_redirects", Encoding.UTF8.GetBytes(rules.ToString())));
        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    private static IEnumerable<OldAddress> OldAddresses(SiteIndex index)
    {
        foreach (var label in index.Labels)
        {
            if (!label.Key.Contains("[redacted", StringComparison.OrdinalIgnoreCase))
            {
                yield return new OldAddress(
                    "/search/label/" + Uri.EscapeDataString(label.Key),
                    label.Url,
                    IsFileName(label.Key) ? $"search/label/{label.Key}/index.html" : null);
            }
        }

        foreach (var month in index.Months)
        {
            var path = $"/{month.Key.Replace('-', '_')}_01_archive.html";
            yield return new OldAddress(path, month.Url, path[1..]);
        }

        foreach (var feed in OldFeeds)
        {
            yield return new OldAddress(feed, SiteAddresses.Feed, $"{feed[1..]}/index.html");
        }

        foreach (var feed in OldFeedFiles)
        {
            yield return new OldAddress(feed, SiteAddresses.Feed, StubFile: null);
        }
    }

    /// <summary>A page that leads on at once, and by a link where a browser does not; search engines keep the new address alone.</summary>
    private static byte[] Stub(OldAddress old, SiteAddress address, SiteSettings settings)
    {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"");
        HtmlEscaper.AppendAttribute(html, settings.Language);
        html.Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>This page has moved</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"");
        HtmlEscaper.AppendAttribute(html, address.Absolute(old.Target));
        html.Append("\">\n<meta http-equiv=\"refresh\" content=\"0; url=");
        HtmlEscaper.AppendAttribute(html, address.Href(old.Target));
        html.Append("\">\n</head>\n<body>\n<p>This page has moved to <a href=\"");
        HtmlEscaper.AppendAttribute(html, address.Href(old.Target));
        html.Append("\">");
        HtmlEscaper.AppendText(html, address.Absolute(old.Target));
        html.Append("</a>.</p>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    /// <summary>Whether a label can be a folder's name on every system: one part, no sign that a system or host reads in its own way.</summary>
    private static bool IsFileName(string label) =>
        label[0] != '.' && label[^1] is not ('.' or ' ') && Encoding.UTF8.GetByteCount(label) <= 200 &&
        !label.Any(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '#' or '%' || char.IsControl(c) || char.IsSurrogate(c));
}
