using System.Globalization;
using NodaTime;

namespace Blog.Import.Captures;

/// <summary>Reads the line a Blogger page puts above the posts of one day: <c>Tuesday, 15 December 2015</c> or <c>Tuesday 24 May 2022</c>.</summary>
internal static class DateHeading
{
    /// <summary>English month names, January first.</summary>
    public static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    // "Wednesday, 30 September 2013" is the longest; anything longer is prose and not worth a look.
    private const int MaxLength = 40;

    /// <summary>What a line is as a date.</summary>
    public enum Reading
    {
        /// <summary>No date line.</summary>
        None,

        /// <summary>A date line whose weekday is right.</summary>
        Date,

        /// <summary>Written as a date line, but there is no such day or the weekday is wrong: text.</summary>
        WrongDay,
    }

    /// <summary>Reads a line's content. The weekday is the test: it has to be that day's.</summary>
    public static Reading Read(string content, out LocalDate date)
    {
        date = default;
        if (content.Length is 0 or > MaxLength || content[0] is < 'F' or > 'W')
        {
            return Reading.None;
        }

        var words = content.Split((char[])[' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 4)
        {
            return Reading.None;
        }

        var weekday = Array.IndexOf(Weekdays, words[0].EndsWith(',') ? words[0][..^1] : words[0]) + 1;
        var month = Array.IndexOf(Months, words[2]) + 1;
        if (weekday == 0
            || month == 0
            || words[1].Length > 2
            || words[3].Length != 4
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !int.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return Reading.None;
        }

        if (year < 1 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return Reading.WrongDay;
        }

        date = new LocalDate(year, month, day);
        return (int)date.DayOfWeek == weekday ? Reading.Date : Reading.WrongDay;
    }
}
