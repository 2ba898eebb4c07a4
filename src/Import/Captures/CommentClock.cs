using Blog.Model;
using NodaTime;

namespace Blog.Import.Captures;

/// <summary>Turns the clock times of one thread into instants in the blog's zone, the hours at which clocks change included.</summary>
internal sealed class CommentClock(DateTimeZone zone, LocalDate? postDate)
{
    // Top-level comments follow each other in time, and so do the replies of one; a reply is later than its parent.
    private ZonedDateTime? _lastTop;
    private ZonedDateTime? _lastReply;

    /// <summary>A day that the next comment cannot be older than; null where nothing says so.</summary>
    /// <param name="number">Number of the next comment.</param>
    public LocalDate? NotBefore(CommentNumber number) => Last(number)?.Date ?? postDate;

    /// <summary>The instant of a stamp, read in thread order; adds to <paramref name="flags"/> what is doubtful.</summary>
    public ImportedTime Read(GluedStamp stamp, CommentNumber number, List<string> flags)
    {
        if (stamp.Unclear)
        {
            flags.Add(CaptureFlags.StampUnclear);
        }

        if (postDate is { } day && stamp.Local.Date < day)
        {
            flags.Add(CaptureFlags.TimeBeforePost);
        }

        // An hour that never was is read as the clock before the change would have gone on (NodaTime's lenient rule). An hour that stands
        // twice is the second only where an earlier comment is later than the first.
        var map = zone.MapLocal(stamp.Local);
        var time = map.Count == 1 ? map.Single() : map.Count == 2 ? map.First() : zone.AtLeniently(stamp.Local);
        var settled = map.Count == 1;
        if (map.Count == 2 && Last(number) is { } last && time.ToInstant() < last.ToInstant() && map.Last().ToInstant() >= last.ToInstant())
        {
            time = map.Last();
            settled = true;
        }

        if (!settled)
        {
            flags.Add(CaptureFlags.ClockChange);
        }

        _lastReply = time;
        if (number.IsTop)
        {
            _lastTop = time;
        }

        return new ImportedTime(time.ToDateTimeOffset(), DatePrecision.Minute);
    }

    /// <summary>Goes on to a comment without a time.</summary>
    public void Pass(CommentNumber number)
    {
        if (number.IsTop)
        {
            _lastReply = null;
        }
    }

    private ZonedDateTime? Last(CommentNumber number) => number.IsTop ? _lastTop : _lastReply ?? _lastTop;
}
