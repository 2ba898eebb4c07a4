namespace Blog.Pages.Charts;

/// <summary>Lines over the same places, told apart by their dashes and by a name at their highest point.</summary>
public static class LineChart
{
    private static readonly string[] Dashes = ["", "6 3", "2 3", "9 3 2 3", "1 4", "12 4"];

    /// <summary>Most lines that can be told apart.</summary>
    public static int MostLines => Dashes.Length;

    /// <summary>Draws it.</summary>
    /// <param name="name">What it shows, for those who cannot see it; the numbers stand in a table beside it.</param>
    /// <param name="labels">Words below each place, from left to right.</param>
    /// <param name="lines">Name and values of each line, a value for each label, 0 or more; at most <see cref="MostLines"/>.</param>
    /// <exception cref="ArgumentException">There are more lines than can be told apart.</exception>
    public static SvgDrawing Draw(string name, IReadOnlyList<string> labels, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> lines)
    {
        if (lines.Count > MostLines)
        {
            throw new ArgumentException("There are more lines than can be told apart.", nameof(lines));
        }

        var frame = new ChartFrame(name, labels, lines.SelectMany(line => line.Values).DefaultIfEmpty(0).Max());
        var taken = new List<(double X, double Y)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var values = lines[i].Values;
            frame.Svg.Path(values.Select((value, place) => (frame.X(place) + (frame.Place / 2), frame.Y(value))), Dashes[i]);
            var highest = Enumerable.Range(0, values.Count).MaxBy(place => values[place]);
            var (x, y) = (Math.Clamp(frame.X(highest) + (frame.Place / 2), 70, 450), frame.Y(values.Count == 0 ? 0 : values[highest]) - 4);
            while (taken.Exists(other => Math.Abs(other.X - x) < 44 && Math.Abs(other.Y - y) < 15))
            {
                y += 15; // a name must not stand on another
            }

            taken.Add((x, y));
            frame.Svg.Label(x, y, "middle", lines[i].Name);
        }

        return frame.Svg.ToDrawing();
    }
}
