using System.Net;

namespace Blog.Import;

/// <summary>
/// Brings the many spellings of an old address to one, so that sources can name each other's pages: scheme, <c>www.</c>, letter case of the
/// host, Blogger's country hosts, <c>index.html</c>, a slash at the end, and queries that only say who looked are left out.
/// </summary>
public static class OldAddress
{
    /// <summary>Longest address that is looked at.</summary>
    public const int Longest = 2000;

    private static readonly string[] Starts = ["https://", "http://", "//"];

    // Queries that name a page; all others (utm_…, fbclid, m=1, showComment) name a visit.
    private static readonly HashSet<string> Naming = ["p", "page_id", "post_id", "id", "title", "entry"];

    /// <summary>Host and path as <c>host/path</c>, in one spelling; null for what is no http(s) address.</summary>
    public static string? Fold(string? address)
    {
        var rest = address?.Trim() ?? string.Empty;
        if (rest.Length is 0 or > Longest || Array.Find(Starts, start => rest.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
        {
            return null;
        }

        rest = rest[scheme.Length..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        var host = Host(end < 0 ? rest : rest[..end]);
        return host.Length == 0 ? null : host + Path(end < 0 ? string.Empty : rest[end..]);
    }

    /// <summary>As <see cref="Fold"/>, of a path by itself: <c>/path</c>, or empty for the root.</summary>
    public static string Path(string path)
    {
        var fragment = path.IndexOf('#', StringComparison.Ordinal);
        path = fragment < 0 ? path : path[..fragment];
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var query = question < 0 ? string.Empty : path[(question + 1)..];
        path = question < 0 ? path : path[..question];
        path = Decode(path);
        foreach (var index in (ReadOnlySpan<string>)["/index.html", "/index.htm", "/index.php"])
        {
            if (path.EndsWith(index, StringComparison.OrdinalIgnoreCase))
            {
                path = path[..^(index.Length - 1)];
                break;
            }
        }

        path = path.TrimEnd('/');
        var kept = query.Split('&').Where(part => Naming.Contains(part.Split('=')[0])).Order(StringComparer.Ordinal).ToList();
        return kept.Count == 0 ? path : $"{path}?{string.Join('&', kept)}";
    }

    /// <summary>The path of what <see cref="Fold"/> gave; empty for the root.</summary>
    public static string PathOf(string folded) => folded.IndexOfAny(['/', '?']) is >= 0 and var at ? folded[at..] : string.Empty;

    /// <summary>The host of what <see cref="Fold"/> gave.</summary>
    public static string HostOf(string folded) => folded.IndexOfAny(['/', '?']) is >= 0 and var at ? folded[..at] : folded;

    /// <summary>The host of an absolute http(s) address in one spelling; null for another address.</summary>
    public static string? HostIn(string? address) =>
        address is not null && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && Fold(address) is { } folded ? HostOf(folded) : null;

    private static string Host(string authority)
    {
        authority = authority[(authority.LastIndexOf('@') + 1)..].ToLowerInvariant().TrimEnd('.');
        foreach (var port in (ReadOnlySpan<string>)[":80", ":443"])
        {
            authority = authority.EndsWith(port, StringComparison.Ordinal) ? authority[..^port.Length] : authority;
        }

        authority = authority.StartsWith("www.", StringComparison.Ordinal) ? authority[4..] : authority;

        // blogspot.co.uk, .com.br, .in … are one blog (FORMATS 1c).
        var at = authority.IndexOf(".blogspot.", StringComparison.Ordinal);
        return at > 0 ? authority[..at] + ".blogspot.com" : authority;
    }

    // "%C3%A9" and "é" are one page; what is no UTF-8 stays as it is.
    private static string Decode(string path)
    {
        var decoded = path.Contains('%', StringComparison.Ordinal) ? WebUtility.UrlDecode(path.Replace("+", "%2B", StringComparison.Ordinal)) : path;
        return decoded.Contains('\uFFFD', StringComparison.Ordinal) ? path : decoded;
    }
}
