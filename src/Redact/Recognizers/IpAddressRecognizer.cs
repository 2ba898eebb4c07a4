using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>IP addresses of both versions.</summary>
internal sealed partial class IpAddressRecognizer : IRecognizer
{
    private const int Context = 20;

    private static readonly NumberForm FourForm = new(Four(), 4) { Words = 4, Mark = ('.', 3) };
    private static readonly NumberForm SixForm = new(Six(), 3) { Mark = (':', 2), Reach = NumberStretch.Around };

    /// <inheritdoc/>
    public string Name => "ip-address";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var match in NumberForms.Find(text, FourForm))
        {
            var isNumbered = Numbered().IsMatch(NumberForms.Before(text, match.Start, Context)); // "section 1.2.3.4", "version 10.0.14.1"
            var isSmall = match.Length < 9;
            found.Add(this, FindingKind.IpAddress, match.Start, match.End, isNumbered ? 0.2 : isSmall ? 0.45 : 0.9, "Four numbers from 0 to 255 with stops between them.");
        }

        foreach (var match in NumberForms.Find(text, SixForm))
        {
            if (IPAddress.TryParse(text.Text.AsSpan(match.Start, match.Length), out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 && match.Length > 6)
            {
                found.Add(this, FindingKind.IpAddress, match.Start, match.End, 0.9, "The form of an IP address of version 6.");
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}.])(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?![\p{L}\p{N}])(?!\.[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Four();

    [GeneratedRegex(@"(?<![\p{L}\p{N}:.])(?=[0-9A-Fa-f:]{0,30}[0-9])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\p{L}\p{N}:])", RegexOptions.CultureInvariant)]
    private static partial Regex Six();

    [GeneratedRegex(@"\b(?:section|sections|paragraph|para|paras|version|v|table|figure|appendix|annex|rule|chapter|part|standard|target|clause|build|release)\.?\s?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
