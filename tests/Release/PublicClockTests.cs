using Blog.Import;
using Blog.Model;
using Blog.Release;
using static Blog.Tests.Release.VaultSamples;

namespace Blog.Tests.Release;

public sealed class PublicClockTests
{
    [Theory]
    [InlineData("2015-12-15T10:04Z", "2015-12-15T10:04+00:00")]
    [InlineData("2015-07-15T10:04Z", "2015-07-15T11:04+01:00")]
    [InlineData("2015-07-15T23:30Z", "2015-07-16T00:30+01:00")]
    [InlineData("2015-12-15T02:04-08:00", "2015-12-15T10:04+00:00")]
    [InlineData("2015-10-25T00:30Z", "2015-10-25T01:30+01:00")] // the hour that comes twice
    [InlineData("2015-10-25T01:30Z", "2015-10-25T01:30+00:00")]
    public void Minutes_are_shown_in_the_zone_with_its_summer_time(string time, string expected) =>
        Assert.Equal(expected, new PublicClock("Europe/London", DatePrecision.Minute).DateOf(Time(time))!.Value.ToString());

    [Theory]
    [InlineData(DatePrecision.Minute, "2015-07-15")]
    [InlineData(DatePrecision.Day, "2015-07-15")]
    [InlineData(DatePrecision.Month, "2015-07")]
    public void A_day_stays_the_day_it_is_and_is_never_made_finer(DatePrecision policy, string expected) =>
        Assert.Equal(expected, new PublicClock("America/Los_Angeles", policy).DateOf(Time("2015-07-15"))!.Value.ToString());

    [Fact]
    public void The_day_is_the_zones_day() =>
        Assert.Equal("2015-07-16", new PublicClock("Europe/London", DatePrecision.Day).DateOf(Time("2015-07-15T23:30Z"))!.Value.ToString());

    [Fact]
    public void A_lost_time_stays_lost() => Assert.Null(new PublicClock("Europe/London", DatePrecision.Day).DateOf(null));

    [Fact]
    public void The_clock_beside_a_comment_is_the_old_blogs_where_the_export_tells_it()
    {
        var clock = new PublicClock("Europe/London", DatePrecision.Day);
        Assert.Equal(2, clock.AsShown(DateTimeOffset.Parse("2015-12-15T02:04-08:00")).Hour);
        Assert.Equal(11, clock.AsShown(DateTimeOffset.Parse("2015-07-15T10:04Z")).Hour);
    }

    [Fact]
    public void An_unknown_zone_is_refused() => Assert.Throws<ArgumentException>(() => new PublicClock("Europe/Nowhere", DatePrecision.Day));

    [Fact]
    public void The_ends_of_the_calendar_are_no_trouble()
    {
        var clock = new PublicClock("America/Los_Angeles", DatePrecision.Minute);
        Assert.NotNull(clock.DateOf(new ImportedTime(DateTimeOffset.MinValue, DatePrecision.Minute)));
        Assert.NotNull(new PublicClock("Pacific/Auckland", DatePrecision.Minute).DateOf(new ImportedTime(DateTimeOffset.MaxValue, DatePrecision.Minute)));
    }
}
