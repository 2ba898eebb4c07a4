using System.Globalization;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Makes times of what exports write, and sets them into a zone.</summary>
internal static class EntryTimes
{
    /// <summary>A post or comment has no time, or one that cannot be read.</summary>
    public const string Lost = "date lost";

    /// <summary>A clock time without a zone stood twice or never on its day, because the clocks were changed.</summary>
    public const string ClockChange = "clock change";

    // Times outside are damage (Rfc3339 says why).
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary>An instant as the clocks of a zone showed it.</summary>
    public static ImportedTime InZone(DateTimeOffset instant, DateTimeZone zone)
    {
        var offset = zone.GetUtcOffset(Instant.FromDateTimeOffset(instant)).ToTimeSpan();
        return new ImportedTime(instant.ToOffset(TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes))), DatePrecision.Minute);
    }

    /// <summary>A clock time without a zone, read in <paramref name="zone"/>; the first of two where the clocks went back.</summary>
    public static ImportedTime? Local(DateTime clock, DateTimeZone zone, List<string> flags)
    {
        if (clock.Year is < EarliestYear or > LatestYear)
        {
            return null;
        }

        var mapping = zone.MapLocal(LocalDateTime.FromDateTime(clock));
        if (mapping.Count != 1)
        {
            flags.Add(ClockChange);
        }

        var offset = (mapping.Count == 0 ? mapping.EarlyInterval : mapping.First().Zone.GetZoneInterval(mapping.First().ToInstant())).WallOffset.ToTimeSpan();
        return new ImportedTime(new DateTimeOffset(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified), TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes))), DatePrecision.Minute);
    }

    /// <summary>A time in one of these exact forms, in English whatever the machine speaks; false for anything else.</summary>
    public static bool TryClock(string? text, out DateTime clock, params string[] forms) =>
        DateTime.TryParseExact(text?.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out clock) && clock.Year is >= EarliestYear and <= LatestYear;

    /// <summary>Milliseconds since 1970 as an instant; null outside the years of blogs.</summary>
    public static DateTimeOffset? Milliseconds(long milliseconds) =>
        milliseconds is > -2_208_988_800_000 and < 4_133_980_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
