namespace Blog.Requests;

/// <summary>Periods as the law and the Information Commissioner count them, in UK local time.</summary>
public static class LegalPeriods
{
    /// <summary>The last day of a period of calendar months from the day of receipt: the corresponding day, or the last of a month that has none; not a working day, the next one.</summary>
    /// <param name="received">The day of receipt, whatever day it is.</param>
    /// <param name="months">How many, from 1.</param>
    public static DateOnly Months(DateOnly received, int months) => BankHolidays.WorkingDayFrom(received.AddMonths(months)); // AddMonths takes the last day of a shorter month

    /// <summary>The last day of a period of days whose first is the day after receipt; not a working day, the next one.</summary>
    /// <param name="received">The day of receipt.</param>
    /// <param name="days">How many, from 1.</param>
    public static DateOnly Days(DateOnly received, int days) => BankHolidays.WorkingDayFrom(received.AddDays(days));

    /// <summary>The end of a period of hours of which all time that falls on a weekend or holiday is disregarded.</summary>
    /// <param name="received">UK local time of receipt.</param>
    /// <param name="hours">How many, from 0.</param>
    /// <remarks>Clocks are changed on Sundays, which do not count: a working day has 24 hours, and local time may be added to.</remarks>
    public static DateTime WorkingHours(DateTime received, int hours)
    {
        var left = TimeSpan.FromHours(hours);
        var at = received;
        while (true)
        {
            var day = DateOnly.FromDateTime(at);
            var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
            if (BankHolidays.IsWorkingDay(day))
            {
                if (left <= midnight - at)
                {
                    return at + left; // midnight is the end of this day, and said as the beginning of the next
                }

                left -= midnight - at;
            }

            at = midnight;
        }
    }
}
