using System.Globalization;

namespace Blog.Model;

/// <summary>
/// A date as it may be published: <c>2015-12-15T10:04+00:00</c>, <c>2015-12-15</c> or <c>2015-12</c>. It holds no more than it shows.
/// </summary>
public readonly record struct PublicDate : IComparable<PublicDate>
{
    private PublicDate(DatePrecision precision, DateTimeOffset start)
    {
        Precision = precision;
        Start = start;
    }

    /// <summary>How much of the date is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>
    /// First instant of the minute (with its own offset), or midnight UTC of the day or of the month's first: for ordering and for
    /// year and month, not for display. <see cref="DatePrecision"/> says how much of it means anything.
    /// </summary>
    public DateTimeOffset Start { get; }

    /// <summary>Year, 1 to 9999.</summary>
    public int Year => Start.Year;

    /// <summary>Month, 1 to 12.</summary>
    public int Month => Start.Month;

    /// <summary>The date feeds write: a day as 12:00Z, a month as its first at 12:00Z, a minute as it is.</summary>
    public DateTimeOffset FeedTime => Precision == DatePrecision.Minute ? Start : Start.AddHours(12);

    /// <summary>Cuts an exact time to a precision, in the offset it is given in (the caller moves it into the blog's zone first).</summary>
    public static PublicDate From(DateTimeOffset time, DatePrecision precision) => precision switch
    {
        DatePrecision.Minute => new(precision, new DateTimeOffset(time.Year, time.Month, time.Day, time.Hour, time.Minute, 0, time.Offset)),
        DatePrecision.Day => new(precision, new DateTimeOffset(time.Year, time.Month, time.Day, 0, 0, 0, TimeSpan.Zero)),
        DatePrecision.Month => new(precision, new DateTimeOffset(time.Year, time.Month, 1, 0, 0, 0, TimeSpan.Zero)),
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "No such precision."),
    };

    /// <summary>A day.</summary>
    public static PublicDate Day(int year, int month, int day) => From(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day);

    /// <summary>This date cut to <paramref name="precision"/>; itself where it already tells no more.</summary>
    public PublicDate CoarsenTo(DatePrecision precision) => Precision <= precision ? this : From(Start, precision);

    /// <summary>Reads one of the three forms, exactly as <see cref="ToString"/> writes them.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PublicDate date)
    {
        date = default;
        if (text.Length < 7 || !TryDigits(text[..4], out var year) || text[4] != '-' || !TryDigits(text[5..7], out var month) ||
            year == 0 || month is 0 or > 12)
        {
            return false;
        }

        if (text.Length == 7)
        {
            date = new(DatePrecision.Month, new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero));
            return true;
        }

        if (text.Length < 10 || text[7] != '-' || !TryDigits(text[8..10], out var day) || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        if (text.Length == 10)
        {
            date = new(DatePrecision.Day, new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero));
            return true;
        }

        // 2015-12-15T10:04+00:00
        if (text.Length != 22 || text[10] != 'T' || text[13] != ':' || text[19] != ':' || text[16] is not ('+' or '-') ||
            !TryDigits(text[11..13], out var hour) || !TryDigits(text[14..16], out var minute) ||
            !TryDigits(text[17..19], out var offsetHours) || !TryDigits(text[20..22], out var offsetMinutes) ||
            hour > 23 || minute > 59 || offsetMinutes > 59 || (offsetHours * 60) + offsetMinutes > 14 * 60 ||
            (text[16] == '-' && offsetHours == 0 && offsetMinutes == 0)) // -00:00 would not be written back
        {
            return false;
        }

        var offset = new TimeSpan(offsetHours, offsetMinutes, 0);
        offset = text[16] == '-' ? -offset : offset;
        var local = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified);
        if (local.Ticks - offset.Ticks < 0 || local.Ticks - offset.Ticks > DateTime.MaxValue.Ticks)
        {
            return false; // 0001 and 9999 with an offset leave the calendar
        }

        date = new(DatePrecision.Minute, new DateTimeOffset(local, offset));
        return true;
    }

    /// <summary>Orders by <see cref="Start"/>, then coarser first.</summary>
    public int CompareTo(PublicDate other)
    {
        var byStart = Start.UtcTicks.CompareTo(other.Start.UtcTicks);
        return byStart != 0 ? byStart : Precision.CompareTo(other.Precision);
    }

    /// <summary>The canonical form, which is also the form of <c>&lt;time datetime&gt;</c>.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Minute => Start.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
        DatePrecision.Day => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => string.Empty, // default(PublicDate) holds Month, so no other value can occur
    };

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <(PublicDate left, PublicDate right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >(PublicDate left, PublicDate right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <=(PublicDate left, PublicDate right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >=(PublicDate left, PublicDate right) => left.CompareTo(right) >= 0;

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
