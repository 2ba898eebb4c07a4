using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Blog.Import.Documents;

/// <summary>IP addresses in a mail's header. A time such as 08:14:22 is none, and neither is every number, though <see cref="IPAddress.TryParse(string, out IPAddress)"/> takes "1".</summary>
internal static partial class HeaderAddresses
{
    private const int Longest = 4_000;

    private const string SixPrefix = "IPv6:"; // as in the "Received" of RFC 5321, 4.1.3

    /// <summary>The addresses, as they stand there.</summary>
    /// <param name="header">The header's value; what is beyond 4,000 characters is not looked at.</param>
    public static IEnumerable<string> In(string header)
    {
        foreach (Match word in Words().Matches(header.Length > Longest ? header[..Longest] : header))
        {
            var text = word.Value.StartsWith(SixPrefix, StringComparison.OrdinalIgnoreCase) ? word.Value[SixPrefix.Length..] : word.Value;
            text = text.TrimEnd('.');
            if (text.Count(c => c == ':') == 1)
            {
                text = text[..text.IndexOf(':', StringComparison.Ordinal)]; // a port behind an address of version 4
            }

            if (IsAddress(text) || IsAddress(text = text.TrimEnd(':')))
            {
                yield return text;
            }
        }
    }

    private static bool IsAddress(string text) => text.Contains(':', StringComparison.Ordinal)
        ? text.Any(char.IsAsciiHexDigit) && IPAddress.TryParse(text, out var six) && six.AddressFamily == AddressFamily.InterNetworkV6 // eight groups, or "::"
        : text.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit) && int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) <= byte.MaxValue);

    [GeneratedRegex(@"[0-9A-Za-z:.]{3,60}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
