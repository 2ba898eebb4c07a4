using System.Globalization;
using Blog.Requests;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Requests;

public sealed class LegalPeriodsTests
{
    [Theory]
    [InlineData("2026-09-03", "2026-10-05")] // 3 October is a Saturday
    [InlineData("2026-11-20", "2026-12-21")] // 20 December is a Sunday
    [InlineData("2026-11-25", "2026-12-29")] // Christmas Day, a weekend, and the substitute for Boxing Day
    [InlineData("2026-01-31", "2026-03-02")] // no 31 February: the 28th is a Saturday
    [InlineData("2028-01-31", "2028-02-29")] // the last day of a leap February, a Tuesday
    [InlineData("2026-03-31", "2026-04-30")]
    [InlineData("2026-03-03", "2026-04-07")] // Good Friday to Easter Monday
    [InlineData("2026-12-01", "2027-01-04")] // New Year's Day is a Friday
    public void One_month_ends_on_the_corresponding_day_or_the_next_working_day(string received, string last) => Assert.Equal(Day(last), LegalPeriods.Months(Day(received), 1));

    [Theory]
    [InlineData("2026-11-22", "2026-12-22")]
    [InlineData("2026-11-25", "2026-12-29")] // 25 December and what follows
    [InlineData("2026-06-19", "2026-07-20")] // 19 July is a Sunday
    public void Thirty_days_begin_the_day_after_receipt(string received, string last) => Assert.Equal(Day(last), LegalPeriods.Days(Day(received), 30));

    [Theory]
    [InlineData("2026-11-23T10:30", "2026-11-25T10:30")] // Monday to Wednesday
    [InlineData("2026-11-20T15:30", "2026-11-24T15:30")] // Friday to Tuesday
    [InlineData("2026-11-21T09:00", "2026-11-25T00:00")] // a Saturday: Monday and Tuesday
    [InlineData("2026-11-22T23:59", "2026-11-25T00:00")]
    [InlineData("2026-11-23T00:00", "2026-11-25T00:00")]
    [InlineData("2026-04-02T12:00", "2026-04-08T12:00")] // Thursday before Easter: Good Friday, weekend, Easter Monday
    [InlineData("2026-12-24T18:00", "2026-12-30T18:00")] // Christmas Day, weekend, Monday 28 December
    [InlineData("2026-03-27T20:00", "2026-03-31T20:00")] // clocks go forward on the Sunday between
    [InlineData("2026-10-23T20:00", "2026-10-27T20:00")] // and back
    public void Forty_eight_hours_leave_out_weekends_and_holidays(string received, string end) =>
        Assert.Equal(Time(end), LegalPeriods.WorkingHours(Time(received), 48));

    [Fact]
    public void Hours_count_only_on_working_days_and_count_in_full()
    {
        var times = from day in Gen.Choose(0, 365 * 30)
                    from minute in Gen.Choose(0, 1439)
                    from hours in Gen.Choose(0, 200)
                    select (At: new DateTime(2005, 1, 1).AddDays(day).AddMinutes(minute), Hours: hours);
        Prop.ForAll(times.ToArbitrary(), given =>
        {
            var end = LegalPeriods.WorkingHours(given.At, given.Hours);

            // Counted the slow way, minute by minute.
            var counted = 0;
            for (var at = given.At; at < end; at = at.AddMinutes(1))
            {
                counted += BankHolidays.IsWorkingDay(DateOnly.FromDateTime(at)) ? 1 : 0;
            }

            return counted == given.Hours * 60 && LegalPeriods.WorkingHours(given.At.AddMinutes(1), given.Hours) >= end;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Months_and_days_end_on_a_working_day_not_before_their_day_and_never_sooner_for_a_later_request()
    {
        var cases = from day in Gen.Choose(0, 365 * 60)
                    from length in Gen.Choose(1, 60)
                    select (Received: new DateOnly(1980, 1, 1).AddDays(day), Length: length);
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var (month, days) = (LegalPeriods.Months(given.Received, given.Length), LegalPeriods.Days(given.Received, given.Length));
            var next = given.Received.AddDays(1);
            return BankHolidays.IsWorkingDay(month) && BankHolidays.IsWorkingDay(days)
                && month >= given.Received.AddMonths(given.Length) && month <= given.Received.AddMonths(given.Length).AddDays(5)
                && days >= given.Received.AddDays(given.Length) && days <= given.Received.AddDays(given.Length + 5)
                && LegalPeriods.Months(next, given.Length) >= month && LegalPeriods.Days(next, given.Length) >= days;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("2026-07-01T12:00", "2026-07-01T11:00")]
    [InlineData("2026-11-22T12:00", "2026-11-22T12:00")]
    public void Local_time_and_UTC_are_told_apart(string local, string utc)
    {
        var instant = UkTime.InstantOf(Time(local));
        Assert.Equal(Time(utc), instant.UtcDateTime);
        Assert.Equal(Time(local), UkTime.Local(instant));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
