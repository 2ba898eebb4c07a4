using System.Globalization;
using NodaTime;

namespace Blog.Requests;

/// <summary>Between UTC, as it is kept, and UK local time, by which the law counts.</summary>
public static class UkTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>Local time of an instant.</summary>
    public static DateTime Local(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).ToDateTimeUnspecified();

    /// <summary>The instant of a local time; of the hour that comes twice the first, of the hour that there is not the one after it.</summary>
    public static DateTimeOffset InstantOf(DateTime local) => Zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset().ToUniversalTime();

    /// <summary>Reads <c>2026-11-20</c> (its beginning) or <c>2026-11-20T15:30</c>.</summary>
    public static bool TryParse(string text, out DateTime local) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out local);
}
