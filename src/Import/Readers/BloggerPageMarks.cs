using System.Text;
using System.Text.RegularExpressions;

namespace Blog.Import.Readers;

/// <summary>Reads off the beginning of a saved page whose it is, so that pages of several blogs are not put together.</summary>
internal static partial class BloggerPageMarks
{
    /// <summary>The blog's number, else its host, else empty.</summary>
    public static string Read(ReadOnlySpan<byte> first)
    {
        var text = Encoding.UTF8.GetString(first);
        return Number().Match(text) is { Success: true } number ? number.Groups["id"].Value
            : Canonical().Match(text) is { Success: true } link && OldAddress.Fold(link.Groups["url"].Value) is { } folded ? OldAddress.HostOf(folded)
            : string.Empty;
    }

    [GeneratedRegex(@"blogger\.com/feeds/(?<id>[0-9]{1,30})/|blogID(?:=|\\x3d)(?<id>[0-9]{1,30})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"<link\s(?=[^>]*rel=[""']canonical)[^>]*href=[""'](?<url>[^""']{1,2000})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Canonical();
}
