namespace Blog.Release.Citations;

/// <summary>A clock time as somebody wrote it: <c>11.23</c>, <c>18:35</c>, <c>4.30pm</c>.</summary>
/// <param name="Hour">Hour, 0 to 23; with pm already added.</param>
/// <param name="Minute">Minute.</param>
/// <param name="MayBeEvening">An hour from 1 to 11 without leading zero, am or pm: on a page with a twelve-hour clock it may mean the evening's.</param>
internal readonly record struct ClockTime(int Hour, int Minute, bool MayBeEvening)
{
    /// <summary>Minutes in a day.</summary>
    public const int Day = 1440;

    /// <summary>Minutes since midnight.</summary>
    public int OfDay => (Hour * 60) + Minute;

    /// <summary>Whether a comment shown at this minute of the day may be meant.</summary>
    public bool Fits(int minuteOfDay) => minuteOfDay == OfDay || (MayBeEvening && minuteOfDay == OfDay + (12 * 60));
}
