using System.Globalization;
using Blog.Content;
using Blog.Pages.Charts;

namespace Blog.Pages;

/// <summary>Draws the course of a discussion for lists: its comments over its own time, in twelve steps.</summary>
internal static class ThreadSparks
{
    private const int Steps = 12;
    private const int FewestDates = 3; // below, the number of comments says it all

    /// <summary>The drawing; null where there is too little to see.</summary>
    public static SvgDrawing? Of(ThreadSummary thread)
    {
        if (thread.Dates.Count < FewestDates)
        {
            return null;
        }

        var (first, last) = (thread.Dates[0].Date, thread.Dates[^1].Date);
        var span = last.Start.UtcTicks - first.Start.UtcTicks + 1;
        var values = new int[Steps];
        foreach (var (date, count) in thread.Dates)
        {
            values[(int)((Int128)(date.Start.UtcTicks - first.Start.UtcTicks) * Steps / span)] += count;
        }

        return Sparkline.Draw(string.Create(CultureInfo.InvariantCulture, $"Comments from {DateView.Brief(first).Human} to {DateView.Brief(last).Human}"), values);
    }
}
