namespace Blog.Requests;

/// <summary>How a clock stands.</summary>
public enum ClockState
{
    /// <summary>Its end is past, and the step is open.</summary>
    Overdue,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>The step was done after the end.</summary>
    Late,

    /// <summary>The step was done in time, or is not needed, or the request is closed.</summary>
    Stopped,
}
