using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads times off Blogger's addresses and numbers, where a saved page shows none that can be trusted.</summary>
internal static partial class BloggerClocks
{
    // Until late 2006 a number began with the second it was made in; Blogger is of August 1999. 151 of 171 agree with the times shown (FORMATS 1a).
    private static readonly DateTimeOffset FirstNumber = new(1999, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LastNumber = new(2007, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The value of <c>showComment</c>: the time in milliseconds (470 of 470, FORMATS 1a).</summary>
    public static ImportedTime? FromAddress(string? address, DateTimeZone zone) =>
        ShowComment().Match(address ?? string.Empty) is { Success: true } match
            && long.TryParse(match.Groups["ms"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && EntryTimes.Milliseconds(milliseconds) is { Year: >= 1999 } instant
        ? EntryTimes.InZone(instant, zone)
        : null;

    /// <summary>The second in an old number of 18 digits; null for a newer one.</summary>
    public static ImportedTime? FromNumber(string number, DateTimeZone zone)
    {
        if (number.Length != 18 || !long.TryParse(number.AsSpan(0, 10), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return instant >= FirstNumber && instant < LastNumber ? EntryTimes.InZone(instant, zone) : null;
    }

    /// <summary>The month in a permalink (<c>/2015/06/…</c>); null where there is none.</summary>
    public static ImportedTime? FromPermalink(string? permalink) =>
        Month().Match(permalink ?? string.Empty) is { Success: true } match && Rfc3339.TryParse($"{match.Groups["year"].Value}-{match.Groups["month"].Value}", out var time) ? time : null;

    /// <summary>A date heading in English ("Sunday, December 11, 2005"); other languages are not guessed.</summary>
    public static ImportedTime? FromHeading(string? heading) =>
        EntryTimes.TryClock(heading, out var day, "dddd, MMMM d, yyyy", "dddd, d MMMM yyyy", "dddd d MMMM yyyy", "MMMM d, yyyy", "d MMMM yyyy", "dddd, MMMM dd, yyyy", "dddd, dd MMMM yyyy")
            ? new ImportedTime(new DateTimeOffset(day, TimeSpan.Zero), DatePrecision.Day)
            : null;

    [GeneratedRegex(@"[?&]showComment=(?<ms>[0-9]{10,14})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ShowComment();

    [GeneratedRegex(@"\A/(?<year>[0-9]{4})/(?<month>[0-9]{2})/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Month();
}
