using System.Globalization;

namespace Blog.Pages.Charts;

/// <summary>A row of columns for each of several things over the same places, named at its left: shapes are compared, and no name can stand on another.</summary>
/// <remarks>
/// Each row has a scale of its own, with its largest value at the right: beside one thing that is said a hundred times as often, the course of the others would lie flat. Small multiples took the
/// place of lines, whose names met wherever their highest points did.
/// </remarks>
public static class RowsChart
{
    private const int Width = 480;
    private const int Row = 38;
    private const int Columns = 28; // of a row's height
    private const int Top = 16;
    private const int Bottom = 26;
    private const int WidestColumn = 24;
    private const int Right = 52;
    private const int Sign = 9; // width of a letter at the size that phones show
    private const int WidestName = 140;

    /// <summary>Most rows of a drawing.</summary>
    public const int MostRows = 8;

    /// <summary>Draws it.</summary>
    /// <param name="name">What it shows, for those who cannot see it; the numbers stand in a table beside it.</param>
    /// <param name="labels">Words below each place, from left to right; as many are shown as there is room for.</param>
    /// <param name="rows">Name and values of each row, a value for each label, 0 or more; at most <see cref="MostRows"/>.</param>
    /// <exception cref="ArgumentException">There are more rows than a drawing holds.</exception>
    public static SvgDrawing Draw(string name, IReadOnlyList<string> labels, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> rows)
    {
        if (rows.Count > MostRows)
        {
            throw new ArgumentException("There are more rows than a drawing holds.", nameof(rows));
        }

        var svg = new SvgText("chart", Width, Top + (rows.Count * Row) + Bottom, name);
        var left = Math.Min(WidestName, 12 + (Sign * rows.Select(row => row.Name.Length).DefaultIfEmpty(0).Max()));
        var place = (double)(Width - left - Right) / Math.Max(1, labels.Count);
        var width = Math.Min(WidestColumn, place > 4 ? place * .8 : place);
        svg.Label(Width, Top - 2, "end", "most");
        for (var i = 0; i < rows.Count; i++)
        {
            var foot = Top + ((i + 1) * Row) - 4;
            var largest = rows[i].Values.DefaultIfEmpty(0).Max();
            svg.Label(0, foot - 2, "start", Fitting(rows[i].Name));
            svg.Line(left, foot, Width - Right, foot, ".4");
            for (var at = 0; at < rows[i].Values.Count; at++)
            {
                if (rows[i].Values[at] is > 0 and var value)
                {
                    var height = Math.Max(1, value / largest * Columns);
                    svg.Box(left + (at * place) + ((place - width) / 2), foot - height, width, height, ".75");
                }
            }

            svg.Label(Width, foot - 2, "end", largest.ToString("#,0.##", CultureInfo.InvariantCulture));
        }

        LabelPlaces(svg, labels, left, place, Top + (rows.Count * Row) + Bottom - 8);
        return svg.ToDrawing();
    }

    private static string Fitting(string name) => name.Length <= WidestName / Sign ? name : name[..((WidestName / Sign) - 1)] + "…";

    private static void LabelPlaces(SvgText svg, IReadOnlyList<string> labels, int left, double place, int y)
    {
        var width = Sign * (2 + labels.Select(label => label.Length).DefaultIfEmpty(0).Max());
        var every = Math.Max(1, (int)Math.Ceiling(width / place));
        for (var at = 0; at < labels.Count; at += every)
        {
            svg.Label(left + ((at + .5) * place), y, "middle", labels[at]); // room beside: no name stands in this line
        }
    }
}
