using System.Buffers;
using System.Globalization;
using System.Text;

namespace Blog.Content;

/// <summary>Turns an address on the site (<c>/2015/12/x.html#c1</c>) into what stands in a page, wherever the site lies.</summary>
/// <remarks>
/// Links are root-relative and begin with the path of the site's address: <c>/sub/2015/12/x.html</c>. Relative links would also work
/// from a folder on disk, but the 404 page is served at every depth and a page would change when it moves; absolute ones would tie a
/// preview to the public host. Canonical links, feeds and structured data take the absolute form.
/// </remarks>
public sealed class SiteAddress
{
    // RFC 3986 path, query and fragment characters that need no escape, '%' among them: what is escaped already stays so.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/#?%=&+:@!$,;()*");

    /// <summary>Takes the site's address as <c>site.yml</c> gives it, e.g. <c>https://example.org/sub</c>.</summary>
    public SiteAddress(string address)
    {
        Root = address.TrimEnd('/');
        var host = Root.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? -1 : Root.IndexOf('/', host + "://".Length);
        BasePath = path < 0 ? string.Empty : Root[path..];
    }

    /// <summary>The site's address without a slash at its end.</summary>
    public string Root { get; }

    /// <summary>Path of the site's address without a slash at its end: <c>/sub</c>, or empty.</summary>
    public string BasePath { get; }

    /// <summary>The link to a page of the site.</summary>
    /// <param name="address">Address on the site, beginning with <c>/</c>.</param>
    public string Href(string address) => BasePath.Length == 0 ? Escape(address) : BasePath + Escape(address);

    /// <summary>The full address of a page of the site.</summary>
    /// <param name="address">Address on the site, beginning with <c>/</c>.</param>
    public string Absolute(string address) => Root + Escape(address);

    private static string Escape(string address)
    {
        if (!address.AsSpan().ContainsAnyExcept(Plain))
        {
            return address;
        }

        var text = new StringBuilder(address.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.IsAscii && Plain.Contains((char)rune.Value))
            {
                text.Append((char)rune.Value);
                continue;
            }

            var length = rune.EncodeToUtf8(bytes);
            foreach (var b in bytes[..length])
            {
                text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }
}
