namespace Blog.Requests;

/// <summary>A clock that a kind of request sets running.</summary>
/// <param name="Amount">How many units.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Step">The step that stops it.</param>
/// <param name="Words">What must be done by then.</param>
public sealed record ClockRule(int Amount, ClockUnit Unit, string Step, string Words)
{
    /// <summary>When it ends, in UK local time. Of days and months the end of the last day: midnight, as the beginning of the next.</summary>
    /// <param name="received">UK local time of receipt.</param>
    public DateTime End(DateTime received) => Unit switch
    {
        ClockUnit.AtOnce => received,
        ClockUnit.WorkingHours => LegalPeriods.WorkingHours(received, Amount),
        ClockUnit.Days => LegalPeriods.Days(DateOnly.FromDateTime(received), Amount).AddDays(1).ToDateTime(TimeOnly.MinValue),
        ClockUnit.Months => LegalPeriods.Months(DateOnly.FromDateTime(received), Amount).AddDays(1).ToDateTime(TimeOnly.MinValue),
        _ => throw new InvalidOperationException($"No such unit: {Unit}."),
    };
}
