namespace Blog.Requests;

/// <summary>What a clock counts in.</summary>
public enum ClockUnit
{
    /// <summary>Nothing: it is due as soon as the request is there.</summary>
    AtOnce,

    /// <summary>Hours of working days.</summary>
    WorkingHours,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Calendar months.</summary>
    Months,
}
