using System.Text.Json;
using Blog.Import.Fetching;

namespace Blog.Commands.Checks;

/// <summary>Asks the Internet Archive whether it has a copy of a page.</summary>
/// <remarks>
/// Source: "Wayback Machine APIs" (archive.org/help/wayback_api.php): <c>/wayback/available?url=&amp;timestamp=</c> answers
/// <c>{"archived_snapshots": {"closest": {"available": true, "url": "http://web.archive.org/web/20151215.../...", "timestamp": "...", "status": "200"}}}</c>, and an empty object where there is none.
/// </remarks>
internal static class ArchivedCopy
{
    /// <summary>Where it is asked.</summary>
    public const string Address = "https://archive.org/wayback/available";

    private const string Copies = "web.archive.org";

    /// <summary>Asks about a link that is dead.</summary>
    /// <param name="link">The link.</param>
    /// <param name="service">Where to ask; tests give a stand-in.</param>
    /// <param name="fetcher">What asks.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>What to say: where the copy is, that there is none, or that nothing was learned.</returns>
    public static async Task<string> LookAsync(OutsideLink link, string service, WebFetcher fetcher, CancellationToken token)
    {
        var answer = await fetcher.FetchAsync($"{service}?url={Uri.EscapeDataString(link.Address)}{(link.ArchiveDate is { } date ? "&timestamp=" + date : string.Empty)}", token);
        return answer.Outcome == FetchOutcome.Fetched && TryRead(answer.Bytes, out var copy)
            ? copy is null ? "The Internet Archive has no copy" : $"A copy is at {copy}"
            : $"The Internet Archive did not say; a copy may be at {link.WaybackAddress}";
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">Its bytes.</param>
    /// <param name="copy">The address of the copy, https; null where there is none.</param>
    /// <returns>Whether it is an answer of the documented form, and the copy is at the archive and nowhere else.</returns>
    internal static bool TryRead(ReadOnlyMemory<byte> answer, out string? copy)
    {
        copy = null;
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("archived_snapshots", out var snapshots) || snapshots.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            if (!snapshots.TryGetProperty("closest", out var closest) || closest.ValueKind != JsonValueKind.Object)
            {
                return true;
            }

            if (!closest.TryGetProperty("url", out var url) || url.ValueKind != JsonValueKind.String || !Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address) || address.Host != Copies)
            {
                return false;
            }

            copy = new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri.AbsoluteUri;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
