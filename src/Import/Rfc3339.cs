using System.Buffers;
using System.Globalization;
using Blog.Model;

namespace Blog.Import;

/// <summary>Reads the times of feeds (RFC 3339, section 5.6), and days and months by themselves; the offset is kept as the source gives it.</summary>
/// <remarks>
/// Not <c>DateTimeOffset.Parse</c>: it takes many other forms, guesses missing parts from the clock, and refuses the leap second that
/// RFC 3339 allows. Years outside 1900 to 2100 are no dates of a blog but damage ("0000-00-00", "9999-12-31") and are refused; editors
/// do date posts back, so earlier than the blog is allowed.
/// </remarks>
internal static class Rfc3339
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Reads a time; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ImportedTime time)
    {
        time = null!; // only read where true is returned
        text = text.Trim();
        if (!TryNumber(text, 0, 4, out var year) || year is < 1900 or > 2100 || At(text, 4) != '-' || !TryNumber(text, 5, 2, out var month) || month is < 1 or > 12)
        {
            return false;
        }

        if (text.Length == 7)
        {
            time = new ImportedTime(new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month);
            return true;
        }

        if (At(text, 7) != '-' || !TryNumber(text, 8, 2, out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        if (text.Length == 10)
        {
            time = new ImportedTime(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day);
            return true;
        }

        if (At(text, 10) is not ('T' or 't' or ' ') || !TryClock(text[11..], out var ticks, out var rest) || !TryOffset(rest, out var offset))
        {
            return false;
        }

        time = new ImportedTime(new DateTimeOffset(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(ticks), offset), DatePrecision.Minute);
        return true;
    }

    /// <summary>Hours, minutes, seconds and their fraction; a leap second (60) counts as the last one before it, so that the day stays.</summary>
    private static bool TryClock(ReadOnlySpan<char> text, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = default;
        if (!TryNumber(text, 0, 2, out var hour) || hour > 23 || At(text, 2) != ':' || !TryNumber(text, 3, 2, out var minute) || minute > 59)
        {
            return false;
        }

        rest = text[5..];
        var second = 0;
        if (At(rest, 0) == ':')
        {
            if (!TryNumber(rest, 1, 2, out second) || second > 60)
            {
                return false;
            }

            rest = rest[3..];
        }

        var fraction = 0L;
        if (At(rest, 0) == '.')
        {
            var length = rest[1..].IndexOfAnyExcept(Digits);
            length = length < 0 ? rest.Length - 1 : length;
            if (length == 0)
            {
                return false;
            }

            var scale = TimeSpan.TicksPerSecond;
            foreach (var digit in rest.Slice(1, Math.Min(length, 7)))
            {
                scale /= 10;
                fraction += (digit - '0') * scale;
            }

            rest = rest[(1 + length)..];
        }

        ticks = (((hour * 60L) + minute) * 60 + Math.Min(second, 59)) * TimeSpan.TicksPerSecond + fraction;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryNumber(text, 1, 2, out var hours) || !TryNumber(text, 4, 2, out var minutes) || minutes > 59 || (hours * 60) + minutes > 14 * 60)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static char At(ReadOnlySpan<char> text, int index) => index < text.Length ? text[index] : '\0';

    private static bool TryNumber(ReadOnlySpan<char> text, int start, int length, out int number)
    {
        number = 0;
        return start + length <= text.Length && !text.Slice(start, length).ContainsAnyExcept(Digits)
            && int.TryParse(text.Slice(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
