namespace Blog.Tests.Vault;

/// <summary>A clock that stands until a test moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    /// <summary>Moves the clock on.</summary>
    public void Pass(TimeSpan time) => Now += time;
}
