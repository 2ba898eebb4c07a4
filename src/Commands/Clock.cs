using Blog.Model;
using NodaTime;

namespace Blog.Commands;

/// <summary>The day a build is made for.</summary>
internal static class Clock
{
    /// <summary>The day given as <c>2026-11-21</c>, else today in the site's zone.</summary>
    /// <exception cref="UsageException">The day cannot be read.</exception>
    public static DateOnly AsOf(string? given, string zone, TimeProvider time)
    {
        if (given is not null)
        {
            return DayText.TryRead(given, out var day)
                ? day
                : throw new UsageException($"--as-of takes a day such as 2026-11-21, not \"{given}\". Nothing was built.");
        }

        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        return new DateOnly(today.Year, today.Month, today.Day);
    }
}
