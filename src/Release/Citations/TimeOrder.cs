namespace Blog.Release.Citations;

/// <summary>
/// When the comments of a thread can have been written, from the times that are known and the order of the lists: siblings follow each
/// other in time, and a reply follows what it answers.
/// </summary>
/// <remarks>
/// Between two known times the unknown ones lie anywhere, so the k-th of n has the density of the k-th order statistic of n uniform
/// draws: a comment that would leave four others ten minutes is unlikely, one that leaves them three hours is not. Beyond the last known
/// time gaps are exponential with a mean of minutes, hours or half a day, each as likely: threads are fast by day and asleep by night.
/// </remarks>
internal sealed class TimeOrder
{
    private static readonly double[] MeanGaps = [30, 120, 720];

    private readonly IReadOnlyList<CitedComment> _comments;
    private readonly int[] _previous;
    private readonly int[] _next;
    private readonly int[] _first;
    private readonly long?[] _known;
    private readonly long?[] _notBefore;
    private readonly Anchor[] _low;
    private readonly Anchor[] _high;
    private readonly long? _start;
    private readonly bool _startIsDay;

    /// <summary>Prepares a thread.</summary>
    /// <param name="comments">Its comments in thread order.</param>
    /// <param name="start">When the post was published, or the day's first minute; null where lost.</param>
    /// <param name="startIsDay">The start is a limit only: comments began at some time of that day, or later.</param>
    public TimeOrder(IReadOnlyList<CitedComment> comments, DateTime? start, bool startIsDay)
    {
        _startIsDay = startIsDay;
        _comments = comments;
        _start = start is { } day ? Minutes(day) : null;
        _previous = new int[comments.Count];
        _next = new int[comments.Count];
        _first = new int[comments.Count];
        _known = [.. comments.Select(comment => comment.Shown is { } shown ? Minutes(shown) : (long?)null)];
        _notBefore = new long?[comments.Count];
        _low = new Anchor[comments.Count];
        _high = new Anchor[comments.Count];
        Link();
        Settle();
    }

    /// <summary>Known time of a comment in minutes, given or settled; null where unknown.</summary>
    public long? Known(int comment) => _known[comment];

    /// <summary>Earliest and latest minute at which a comment can have been written; null for no limit.</summary>
    public (long? Earliest, long? Latest) Limits(int comment) =>
        _known[comment] is { } known ? (known, known) : (_low[comment].Time, _high[comment].Time);

    /// <summary>Fixes the time of a comment that was found to be cited, and that those who cite it came later.</summary>
    public void Fix(int comment, long time, IEnumerable<int> citing)
    {
        _known[comment] ??= time;
        foreach (var later in citing)
        {
            _notBefore[later] = Math.Max(_notBefore[later] ?? time, time);
        }

        Settle();
    }

    /// <summary>Whether the order of the lists alone says that <paramref name="late"/> came after <paramref name="early"/> or may have.</summary>
    public bool MayPrecede(int early, int late)
    {
        if (early == late)
        {
            return false;
        }

        // A comment in the citing one's own list that stands after it came later, and so did every reply to it.
        var (depthEarly, depthLate) = (Depth(early), Depth(late));
        var (a, b) = (early, late);
        for (; depthEarly > depthLate; depthEarly--)
        {
            a = _comments[a].Parent!.Value; // deeper than another, so not at the top
        }

        for (; depthLate > depthEarly; depthLate--)
        {
            b = _comments[b].Parent!.Value;
        }

        if (a == b)
        {
            return early == a; // a parent precedes its replies, and no reply its parent
        }

        while (_comments[a].Parent != _comments[b].Parent)
        {
            a = _comments[a].Parent!.Value; // at one depth, so both have parents or neither
            b = _comments[b].Parent!.Value;
        }

        // a and b are siblings. Where a is the later one, its replies are later than a and so than b; b's replies may still be later than they.
        return a < b || b != late;
    }

    /// <summary>How likely a comment was written in a given minute: 1 where that is its known time, else a density a minute.</summary>
    public double Density(int comment, long time)
    {
        if (_known[comment] is { } known)
        {
            return known == time ? 1 : 0;
        }

        var (low, high) = (_low[comment], _high[comment]);
        if (time < low.Time || time > high.Time)
        {
            return 0;
        }

        var first = low.IsLimit ? null : low.Time;
        return (first, high.Time) switch
        {
            ({ } from, { } to) => Between(time - from, to - time, low.Unknown, high.Unknown),
            ({ } from, null) => After(time - from, low.Unknown),
            (null, { } to) => After(to - time, high.Unknown),
            _ => 1.0 / ClockTime.Day,
        };
    }

    /// <summary>Minutes since the calendar's start.</summary>
    public static long Minutes(DateTime time) => time.Ticks / TimeSpan.TicksPerMinute;

    private static double Between(long before, long after, int unknownBefore, int unknownAfter)
    {
        var minutes = before + after + 1;
        var share = (before + 0.5) / minutes;
        var log = LogFactorial(unknownBefore + unknownAfter + 1) - LogFactorial(unknownBefore) - LogFactorial(unknownAfter) +
            (unknownBefore * Math.Log(share)) + (unknownAfter * Math.Log(1 - share));
        return Math.Exp(log) / minutes;
    }

    private static double After(long gap, int unknown)
    {
        var sum = 0.0;
        foreach (var mean in MeanGaps)
        {
            var x = (gap + 0.5) / mean;
            sum += Math.Exp((unknown * Math.Log(x)) - x - LogFactorial(unknown)) / mean;
        }

        return sum / MeanGaps.Length;
    }

    /// <summary>Stirling's series: exact enough from 0 on for what is compared here.</summary>
    private static double LogFactorial(int n)
    {
        if (n < 2)
        {
            return 0;
        }

        double x = n + 1;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (1 / (12 * x));
    }

    private int Depth(int comment)
    {
        var depth = 0;
        for (var at = _comments[comment].Parent; at is { } parent; at = _comments[parent].Parent)
        {
            depth++;
        }

        return depth;
    }

    private void Link()
    {
        Array.Fill(_previous, -1);
        Array.Fill(_next, -1);
        Array.Fill(_first, -1);
        var last = new Dictionary<int, int>();
        for (var i = 0; i < _comments.Count; i++)
        {
            var parent = _comments[i].Parent ?? -1;
            if (last.TryGetValue(parent, out var sibling))
            {
                _previous[i] = sibling;
                _next[sibling] = i;
            }
            else if (parent >= 0)
            {
                _first[parent] = i;
            }

            last[parent] = i;
        }
    }

    /// <summary>Carries known times along the lists: forwards in thread order, backwards from its end.</summary>
    private void Settle()
    {
        for (var i = 0; i < _comments.Count; i++)
        {
            var from = _previous[i] >= 0 ? _previous[i] : _comments[i].Parent ?? -1;
            var low = from < 0 ? new Anchor(_start, 0, _startIsDay) : _known[from] is { } known ? new Anchor(known, 0, false) : _low[from] with { Unknown = _low[from].Unknown + 1 };
            _low[i] = _notBefore[i] is { } limit && limit > (low.Time ?? long.MinValue) ? new Anchor(limit, 0, false) : low;
        }

        for (var i = _comments.Count - 1; i >= 0; i--)
        {
            var byNext = From(_next[i]);
            var byReply = From(_first[i]);
            _high[i] = byReply.Time is { } reply && (byNext.Time is null || reply < byNext.Time) ? byReply : byNext;
        }

        Anchor From(int later) => later < 0 ? default : _known[later] is { } known ? new Anchor(known, 0, false) : _high[later] with { Unknown = _high[later].Unknown + 1 };
    }

    /// <summary>A known time, and how many comments of unknown time lie between it and the comment.</summary>
    /// <param name="Time">The time; null for none.</param>
    /// <param name="Unknown">Comments between.</param>
    /// <param name="IsLimit">No comment was written then: it only says that none was written before.</param>
    private readonly record struct Anchor(long? Time, int Unknown, bool IsLimit);
}
