using System.Buffers;
using System.Globalization;

namespace Blog.Source;

/// <summary>Which addresses a post or page may have on the site, and the one that follows from its file.</summary>
public static class PostUrl
{
    /// <summary>Longest address; a file name of 255 bytes must hold its last part and a suffix of ours.</summary>
    public const int MaxLength = 200;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/");

    /// <summary>Says why an address cannot be a post's; null where it can.</summary>
    /// <remarks>An address is also a file's path in <c>output/</c>, so it holds nothing that a file system, a host or a browser reads in its own way.</remarks>
    public static string? WhyNot(string url)
    {
        if (!url.StartsWith('/') || !url.EndsWith(".html", StringComparison.Ordinal) || url.EndsWith("/.html", StringComparison.Ordinal))
        {
            return "It begins with '/' and ends in '.html', e.g. /2015/12/guest-blog-47.html.";
        }

        if (url.Length > MaxLength)
        {
            return string.Create(CultureInfo.InvariantCulture, $"It is longer than {MaxLength} characters.");
        }

        if (url.AsSpan().ContainsAnyExcept(Allowed))
        {
            return "It holds other characters than a-z, A-Z, 0-9, '-', '_', '.', '~' and '/'.";
        }

        foreach (var segment in url[1..].Split('/'))
        {
            if (segment.Length == 0 || segment.StartsWith('.') || segment.EndsWith('.'))
            {
                return "It has an empty part ('//') or a part that begins or ends with a dot.";
            }
        }

        return IsPart(url) ? "It ends like the second page of a long thread ('.p2.html'), which the build makes itself." : null;
    }

    /// <summary>The address that follows from a file: <c>posts/2015/12/x.md</c> gives <c>/2015/12/x.html</c>, <c>pages/about.md</c> gives <c>/p/about.html</c>; null where none follows.</summary>
    /// <param name="path">Path within <c>input/</c>.</param>
    public static string? FromPath(string path)
    {
        const string posts = "posts/";
        const string pages = "pages/";
        const string suffix = ".md";
        if (!path.EndsWith(suffix, StringComparison.Ordinal))
        {
            return null;
        }

        var stem = path[..^suffix.Length];
        var url = stem.StartsWith(posts, StringComparison.Ordinal) ? "/" + stem[posts.Length..] + ".html"
            : stem.StartsWith(pages, StringComparison.Ordinal) ? "/p/" + stem[pages.Length..] + ".html"
            : null;
        return url is not null && WhyNot(url) is null ? url : null;
    }

    private static bool IsPart(string url)
    {
        var stem = url.AsSpan()[..^".html".Length];
        var digits = stem.Length - stem.TrimEnd("0123456789").Length;
        return digits > 0 && stem[..^digits].EndsWith(".p", StringComparison.Ordinal);
    }
}
