using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Model;

namespace Blog.Source;

/// <summary>Reads dates as people write them by hand, where there is only one way to understand them.</summary>
internal static partial class DateText
{
    /// <summary>What to write instead, for messages.</summary>
    public const string Expected = "write 2015-12-15T10:04+00:00, 2015-12-15 or 2015-12";

    /// <summary>
    /// Reads one of the three forms, or an ISO 8601 neighbour of them: a blank for the T, seconds (cut), Z, +0000, one-digit months and days.
    /// A clock time without an offset is not read: it could be two times, and days lie between guesses.
    /// </summary>
    /// <param name="text">The value.</param>
    /// <param name="date">The date.</param>
    /// <param name="canonical">Whether it stood in one of the three forms.</param>
    public static bool TryRead(string text, out PublicDate date, out bool canonical)
    {
        canonical = PublicDate.TryParse(text, out date);
        if (canonical)
        {
            return true;
        }

        if (text.Length > 40 || Loose().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var rebuilt = match.Groups["y"].Value + "-" + Two(match.Groups["m"].Value);
        if (match.Groups["d"].Success)
        {
            rebuilt += "-" + Two(match.Groups["d"].Value);
        }

        if (match.Groups["h"].Success)
        {
            var offset = match.Groups["o"].Value.Replace(":", string.Empty, StringComparison.Ordinal);
            offset = offset is "Z" or "z" or "-0000" ? "+0000" : offset;
            rebuilt += string.Create(CultureInfo.InvariantCulture, $"T{Two(match.Groups["h"].Value)}:{match.Groups["n"].Value}{offset[..3]}:{offset[3..]}");
        }

        return PublicDate.TryParse(rebuilt, out date);
    }

    private static string Two(string digits) => digits.Length == 1 ? "0" + digits : digits;

    [GeneratedRegex(@"\A(?<y>[0-9]{4})-(?<m>[0-9]{1,2})(-(?<d>[0-9]{1,2})([Tt]|\s+)?((?<=[Tt\s])(?<h>[0-9]{1,2}):(?<n>[0-9]{2})(:[0-9]{2}(\.[0-9]+)?)?\s*(?<o>[Zz]|[+-][0-9]{2}:?[0-9]{2}))?)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Loose();
}
