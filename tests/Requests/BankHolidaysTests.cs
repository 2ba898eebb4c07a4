using System.Globalization;
using Blog.Requests;

namespace Blog.Tests.Requests;

public sealed class BankHolidaysTests
{
    public static TheoryData<int, string> Years()
    {
        var years = new TheoryData<int, string>();
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Requests", "Cases", "bank-holidays.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            years.Add(int.Parse(line[..4], CultureInfo.InvariantCulture), line[5..]);
        }

        return years;
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_year_has_the_holidays_that_were_announced(int year, string days) =>
        Assert.Equal(days, string.Join(' ', BankHolidays.Of(year).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void Every_year_has_at_least_eight_on_weekdays_each_once()
    {
        for (var year = BankHolidays.FirstYear; year <= 2299; year++)
        {
            var days = BankHolidays.Of(year);
            Assert.True(days.Count >= 8, $"{year}: {days.Count}");
            Assert.Equal(days.Count, days.Distinct().Count());
            Assert.All(days, day => Assert.False(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{day:O}"));
            Assert.All(days, day => Assert.Equal(year, day.Year));
        }
    }

    [Theory]
    [InlineData(1818, 3, 22)] // the earliest there is
    [InlineData(1943, 4, 25)] // the latest
    [InlineData(1981, 4, 19)] // the two exceptions of Gauss's rule
    [InlineData(1954, 4, 18)]
    [InlineData(2000, 4, 23)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    public void Easter_is_where_the_calendar_has_it(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), BankHolidays.Easter(year));

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April()
    {
        for (var year = 1583; year <= 4099; year++)
        {
            var easter = BankHolidays.Easter(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Fact]
    public void Before_the_rules_begin_there_is_no_answer() => Assert.Throws<ArgumentOutOfRangeException>(() => BankHolidays.Of(1977));
}
