using Blog.Import;
using Blog.Model;
using NodaTime;

namespace Blog.Release;

/// <summary>Turns exact times into what may be published of them: in the blog's zone with its clock rules, no finer than the policy and the source.</summary>
internal sealed class PublicClock
{
    private readonly DateTimeZone _zone;
    private readonly DatePrecision _finest;

    /// <summary>Makes a clock.</summary>
    /// <param name="zoneId">IANA zone, e.g. <c>Europe/London</c>; the rules come with the program, never from the machine.</param>
    /// <param name="finest">The policy's precision.</param>
    /// <exception cref="ArgumentException">No such zone.</exception>
    public PublicClock(string zoneId, DatePrecision finest)
    {
        _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId)
            ?? throw new ArgumentException("The time zone is not in the program's table of zones: take an IANA name such as Europe/London.", nameof(zoneId));
        _finest = finest;
    }

    /// <summary>What is public of a time; null where the source has lost it.</summary>
    public PublicDate? DateOf(ImportedTime? time)
    {
        if (time is null)
        {
            return null;
        }

        // A day or month is a calendar date: moving its midnight into another zone would make it the day before.
        var local = time.Precision == DatePrecision.Minute ? InZone(time.Value) : time.Value;
        return PublicDate.From(local, time.Precision < _finest ? time.Precision : _finest);
    }

    /// <summary>The same instant with the offset the zone has then.</summary>
    public DateTimeOffset InZone(DateTimeOffset time)
    {
        var offset = _zone.GetUtcOffset(Instant.FromDateTimeOffset(time)).ToTimeSpan();
        var local = time.UtcTicks + offset.Ticks;
        return local < DateTimeOffset.MinValue.Ticks || local > DateTimeOffset.MaxValue.Ticks
            ? time.ToUniversalTime() // within a day of the calendar's ends, where no blog was
            : time.ToOffset(TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes))); // zones before 1972 kept seconds, which no date writes
    }

    /// <summary>
    /// The clock people saw beside a comment. An export written with another offset than zero gives the old blog's own clock, which may
    /// differ from this site's zone (many blogs were left on Pacific time); an offset of zero tells nothing, so the zone serves.
    /// </summary>
    public DateTimeOffset AsShown(DateTimeOffset time) => time.Offset == TimeSpan.Zero ? InZone(time) : time;
}
