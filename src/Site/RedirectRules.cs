using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Content;
using Blog.Html;
using Blog.Model;

namespace Blog.Site;

/// <summary>Keeps old addresses alive: rules in the forms that hosts take, and stub pages for hosts that take none.</summary>
public static class RedirectRules
{
    /// <summary>Most rules for single addresses in <c>_redirects</c>, beside those that must be: Cloudflare Pages takes 2,000 and, after the first with an asterisk, 100 more (its documentation, November 2026); Netlify advises against more than 10,000.</summary>
    public const int MostRules = 2000;

    /// <summary><c>_redirects</c> and the stub pages, by path.</summary>
    /// <remarks>
    /// The syntax is Netlify's, which Cloudflare Pages reads too, but for its <c>301!</c>, which Cloudflare refuses line by line. Without it a stub at the
    /// same address is given out on Netlify, and leads on just so; feeds, whose readers follow no page, have none.
    /// </remarks>
    public static IReadOnlyList<SiteFile> Of(SiteIndex index)
    {
        var old = OldAddresses.Of(index);
        var address = new SiteAddress(index.Settings.Address);
        var rules = new StringBuilder();
        foreach (var each in old.Exact.Concat(old.Further.Take(Math.Max(0, MostRules - old.Exact.Count))).Concat(old.Beginnings))
        {
            rules.Append(CultureInfo.InvariantCulture, $"{address.BasePath}{each.Path} {address.Href(each.Target)} 301\n");
        }

        var files = new List<SiteFile> { new("_redirects", Encoding.UTF8.GetBytes(rules.ToString())) };
        files.AddRange(old.Exact.Where(each => each.StubFile is not null).Select(each => new SiteFile(each.StubFile!, Stub(each, address, index.Settings)))); // not null: as above
        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    /// <summary>All rules as a map of nginx, from <c>$uri</c> to <c>$moved</c>, which is empty where nothing moved.</summary>
    /// <remarks>nginx compares with the path as it is after decoding, and strings before patterns; of patterns the first that fits.</remarks>
    public static string ToNginxMap(SiteIndex index)
    {
        var old = OldAddresses.Of(index);
        var address = new SiteAddress(index.Settings.Address);
        var map = new StringBuilder("# Belongs into http {}, after map_hash_bucket_size 256; and map_hash_max_size 16384; and into server {}:  if ($moved) { return 301 $moved; }\nmap $uri $moved {\n    default \"\";\n");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase); // nginx compares so, and refuses a repeat
        foreach (var each in old.Exact.Concat(old.Further))
        {
            var path = address.BasePath + OldPath.Decode(each.Path);
            if (seen.Add(path))
            {
                map.Append("    \"").Append(path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\" ").Append(address.Href(each.Target)).Append(";\n");
            }
        }

        var start = Regex.Escape(address.BasePath);
        foreach (var month in index.Months)
        {
            map.Append(CultureInfo.InvariantCulture, $"    \"~^{start}(?:/archives?)?/{month.Key.Replace('-', '_')}_[0-9][0-9]_archive\\.html$\" {address.Href(month.Url)};\n");
        }

        foreach (var each in old.Beginnings)
        {
            map.Append("    \"~^").Append(start).Append(each.Path[..^1]).Append("\" ").Append(address.Href(each.Target)).Append(";\n");
        }

        return map.Append("}\n").ToString();
    }

    /// <summary>All rules as tables of <c>netlify.toml</c>, where they go before files of the same address.</summary>
    public static string ToNetlifyToml(SiteIndex index)
    {
        var old = OldAddresses.Of(index);
        var address = new SiteAddress(index.Settings.Address);
        var toml = new StringBuilder();
        foreach (var each in old.Exact.Concat(old.Further).Concat(old.Beginnings))
        {
            toml.Append(CultureInfo.InvariantCulture, $"[[redirects]]\n  from = \"{address.BasePath}{each.Path}\"\n  to = \"{address.Href(each.Target)}\"\n  status = 301\n  force = true\n\n");
        }

        return toml.ToString();
    }

    /// <summary>Whether a file of the site is a page that only leads on.</summary>
    /// <param name="bytes">The file.</param>
    public static bool IsStub(ReadOnlySpan<byte> bytes) => bytes.IndexOf("<meta http-equiv=\"refresh\" content=\"0; url="u8) is > 0 and < 2000;

    /// <summary>The rules of <c>_redirects</c> that lead elsewhere than to the given addresses.</summary>
    /// <param name="rules">The file.</param>
    /// <param name="targets">Links as the site writes them: <c>/sub/2015/12/x.html</c>.</param>
    public static string Without(string rules, IReadOnlySet<string> targets) =>
        string.Concat(rules.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(rule => rule.Split(' ') is not [_, var target, ..] || !targets.Contains(target)).Select(rule => rule + "\n"));

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
}
