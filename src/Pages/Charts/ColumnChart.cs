namespace Blog.Pages.Charts;

/// <summary>Columns side by side, e.g. one a month.</summary>
public static class ColumnChart
{
    /// <summary>Draws it.</summary>
    /// <param name="name">What it shows, for those who cannot see it; the numbers stand in a table beside it.</param>
    /// <param name="labels">Words below each column, from left to right; where neighbours have the same, it stands once.</param>
    /// <param name="values">A value for each label, 0 or more.</param>
    public static SvgDrawing Draw(string name, IReadOnlyList<string> labels, IReadOnlyList<double> values)
    {
        var frame = new ChartFrame(name, labels, values.Count == 0 ? 0 : values.Max());
        var gap = frame.Place > 4 ? Math.Min(frame.Place * .2, 6) : 0;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] > 0)
            {
                frame.Svg.Box(frame.X(i) + (gap / 2), frame.Y(values[i]), frame.Place - gap, frame.Y(0) - frame.Y(values[i]), ".75");
            }
        }

        return frame.Svg.ToDrawing();
    }
}
