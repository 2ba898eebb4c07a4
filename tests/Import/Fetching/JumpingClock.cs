namespace Blog.Tests.Import.Fetching;

/// <summary>A clock on which every wait is over at once, and is written down.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _now;

    /// <summary>Seconds of each wait.</summary>
    public List<double> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _now += dueTime.Ticks;
        Waits.Add(dueTime.TotalSeconds);
        return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
