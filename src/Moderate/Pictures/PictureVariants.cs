using System.Globalization;
using System.Text.RegularExpressions;

namespace Blog.Moderate.Pictures;

/// <summary>Sees through the sizes in which Blogger's picture hosts give one picture at many addresses.</summary>
/// <remarks>
/// The forms (FORMATS 2, 17): <c>N.bp.blogspot.com/…/s320/x.jpg</c> and <c>/w640-h480/</c>, <c>/s1600-h/</c> (a page around the picture), <c>lhN.ggpht.com/…/x.jpg?imgmax=800</c>,
/// <c>…googleusercontent.com/img/…=s320</c>, <c>photos1.blogger.com/…/320/x.jpg</c>. <c>s0</c> asks for the picture as it was sent in. The numbered hosts are one.
/// On any other host an address is itself alone: what looks like a size there may be somebody's folder.
/// </remarks>
public static partial class PictureVariants
{
    /// <summary>What addresses of one picture have in common; another host's address is its own, without scheme and fragment.</summary>
    public static string KeyOf(string address)
    {
        var rest = address[(address.IndexOf("//", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 2 : 0)..];
        rest = Until(rest, '#');
        if (!PictureAddress.IsOnPictureHost(address))
        {
            return rest;
        }

        rest = Until(rest, '?');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? rest : NumberedHost().Replace(rest[..slash].ToLowerInvariant(), string.Empty) + Resize(rest[slash..], string.Empty, string.Empty);
    }

    /// <summary>The addresses to ask for one picture, best first: the picture as it was sent in, then the sizes that texts name, largest first.</summary>
    /// <param name="addresses">Its addresses in the texts, which have one key.</param>
    public static IReadOnlyList<string> Candidates(IEnumerable<string> addresses)
    {
        var named = addresses.OrderByDescending(SizeOf).ThenByDescending(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)).ThenBy(address => address, StringComparer.Ordinal).ToList();
        return PictureAddress.IsOnPictureHost(named[0]) ? [.. named.Take(1).Select(Largest).Concat(named.Select(WithoutPage)).Distinct(StringComparer.Ordinal)] : named;
    }

    /// <summary>The largest size of a picture on Blogger's hosts.</summary>
    private static string Largest(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var rest = Until(Until(address[start..], '#'), '?');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? address : $"{address[..start]}{rest[..slash]}{Resize(rest[slash..], "s0/", "=s0", "1600/")}";
    }

    /// <summary>The picture of a page around one.</summary>
    private static string WithoutPage(string address) => PagePart().Replace(address, "/${size}/");

    private static long SizeOf(string address) =>
        Size().Match(address) is { Success: true } size && long.TryParse(size.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Resize(string path, string folder, string suffix, string plain = "")
    {
        var resized = FolderSize().Replace(path, "/" + folder);
        resized = resized == path ? SuffixSize().Replace(path, suffix) : resized;
        return resized == path ? PlainSize().Replace(path, "/" + plain) : resized;
    }

    private static string Until(string text, char end) => text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;

    [GeneratedRegex(@"^(?:[0-9]+|lh[0-9]+)\.", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedHost();

    [GeneratedRegex(@"/(?:s|w|h)[0-9]{1,5}(?:-[a-z0-9]+)*/(?=[^/]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex FolderSize();

    [GeneratedRegex(@"=(?:s|w|h)[0-9]{1,5}(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex SuffixSize();

    [GeneratedRegex("/(?:200|320|400|640|800|1024|1600)/(?=[^/]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainSize();

    [GeneratedRegex(@"/(?<size>s[0-9]{1,5})-h/(?=[^/]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex PagePart();

    [GeneratedRegex(@"(?:/|=)(?:s|w|h)?(?<number>[0-9]{2,5})(?:-[a-z0-9]+)*(?:/[^/]*$|$)|imgmax=(?<number>[0-9]{2,5})", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
