namespace Blog.Model;

/// <summary>How much of a date is public, coarsest first, so that <c>a &lt; b</c> means "a tells less".</summary>
public enum DatePrecision
{
    /// <summary>Year and month.</summary>
    Month,

    /// <summary>Year, month and day.</summary>
    Day,

    /// <summary>To the minute, with the offset from UTC.</summary>
    Minute,
}
