using System.Globalization;

namespace Blog.Requests;

/// <summary>A clock of one request.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="End">When it ends, in UK local time; of days and months the midnight after the last day.</param>
/// <param name="State">How it stands.</param>
/// <param name="Left">Until its end; negative after it.</param>
public sealed record RequestClock(ClockRule Rule, DateTime End, ClockState State, TimeSpan Left)
{
    /// <summary>Whether more holidays may be announced for the year of its end than the program knows.</summary>
    public bool IsUncertain => Rule.Unit != ClockUnit.AtOnce && End.Year > BankHolidays.KnownUntil;

    /// <summary>"by 22 December 2026", "by 15:30 on Tuesday 24 November 2026", "at once".</summary>
    public string By => Rule.Unit switch
    {
        ClockUnit.AtOnce => "at once",
        ClockUnit.WorkingHours => End.ToString("'by 'HH:mm' on 'dddd d MMMM yyyy", CultureInfo.InvariantCulture),
        ClockUnit.Days or ClockUnit.Months => "by the end of " + LastDay.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No such unit: {Rule.Unit}."),
    };

    /// <summary>The last day on which it can be kept.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(Rule.Unit is ClockUnit.Days or ClockUnit.Months ? End.AddTicks(-1) : End);

    /// <summary>"3 days left", "5 hours overdue", "due now", "done".</summary>
    public string Words => State switch
    {
        ClockState.Stopped => "done",
        ClockState.Late => "done, late",
        ClockState.Running => Span(Left) + " left",
        ClockState.Overdue => Rule.Unit == ClockUnit.AtOnce ? "due now" : Span(-Left) + " overdue",
        _ => throw new InvalidOperationException($"No such state: {State}."),
    };

    private static string Span(TimeSpan span) => span.TotalHours switch
    {
        < 1 => Count((int)Math.Max(0, span.TotalMinutes), "minute"),
        < 72 => Count((int)span.TotalHours, "hour"),
        _ => Count((int)span.TotalDays, "day"),
    };

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? string.Empty : "s")}");
}
