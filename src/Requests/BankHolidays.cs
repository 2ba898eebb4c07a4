using System.Globalization;
using Blog.Model;

namespace Blog.Requests;

/// <summary>Bank holidays in England and Wales, with Good Friday and Christmas Day, which are none by the Act but count alike.</summary>
/// <remarks>
/// The rules: 1 January, or the Monday after it at a weekend (royal proclamation, each year since 1974); Good Friday and Easter Monday; the first Monday in May (proclamation, since 1978);
/// the last Mondays in May and August; 25 and 26 December, and for each of them at a weekend the next weekday that is free (Banking and Financial Dealings Act 1971, section 1 and Schedule 1,
/// and proclamations). What was moved or added stands in <c>bank-holidays.table.txt</c>; beyond the last year that is known there may be more.
/// </remarks>
public static class BankHolidays
{
    /// <summary>The first year the rules hold for.</summary>
    public const int FirstYear = 1978;

    private static readonly IReadOnlyList<string[]> Rows = RequestTexts.Rows("bank-holidays");
    private static readonly Dictionary<DateOnly, DateOnly> Moved = Rows.Where(row => char.IsAsciiDigit(row[0][0])).ToDictionary(row => DayText.Read(row[0]), row => DayText.Read(row[1]));
    private static readonly List<DateOnly> Extra = [.. Rows.Where(row => row[0] == "extra").Select(row => DayText.Read(row[1]))];

    /// <summary>The last year of which everything was announced when the table was checked.</summary>
    public static int KnownUntil { get; } = int.Parse(Rows.Single(row => row[0] == "known-until")[1], CultureInfo.InvariantCulture);

    /// <summary>Those of a year, in order. Of a year after <see cref="KnownUntil"/> only what the rules give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies before <see cref="FirstYear"/>.</exception>
    public static IReadOnlyList<DateOnly> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        var easter = Easter(year);
        var newYear = new DateOnly(year, 1, 1);
        var christmas = new DateOnly(year, 12, 25);
        var days = new List<DateOnly>
        {
            IsWeekend(newYear) ? Next(newYear, DayOfWeek.Monday) : newYear,
            easter.AddDays(-2),
            easter.AddDays(1),
            Next(new DateOnly(year, 5, 1), DayOfWeek.Monday),
            Next(new DateOnly(year, 5, 25), DayOfWeek.Monday),
            Next(new DateOnly(year, 8, 25), DayOfWeek.Monday),
        };
        days.AddRange(christmas.DayOfWeek switch
        {
            DayOfWeek.Friday => [christmas, christmas.AddDays(3)], // Boxing Day on a Saturday: Monday
            DayOfWeek.Saturday => [christmas.AddDays(2), christmas.AddDays(3)],
            DayOfWeek.Sunday => [christmas.AddDays(1), christmas.AddDays(2)], // Boxing Day is the Monday itself
            _ => new[] { christmas, christmas.AddDays(1) },
        });
        return [.. days.Select(day => Moved.TryGetValue(day, out var to) ? to : day).Concat(Extra.Where(day => day.Year == year)).Order()];
    }

    /// <summary>Whether a day is neither at a weekend nor a holiday. Christmas Day itself is none, on whatever day it falls.</summary>
    public static bool IsWorkingDay(DateOnly day) => !IsWeekend(day) && !Of(day.Year).Contains(day);

    /// <summary>The day itself, or the first working day after it.</summary>
    public static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Easter Sunday of the Gregorian calendar: the anonymous algorithm of Nature, 20 April 1876, as Meeus gives it (Astronomical Algorithms, chapter 8).</summary>
    internal static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The first such weekday on or after a day.</summary>
    private static DateOnly Next(DateOnly from, DayOfWeek day) => from.AddDays(((int)day - (int)from.DayOfWeek + 7) % 7);
}
