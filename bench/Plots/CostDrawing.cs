using System.Globalization;
using Blog.Pages.Charts;

namespace Blog.Bench.Plots;

/// <summary>A row of columns for each way to build, one for each size, all on one scale and with its figure above each: who costs more is seen, how much is read.</summary>
/// <remarks>The site's own rows (<see cref="RowsChart"/>) have a scale each and one figure, which is right for words over years and hides who costs more.</remarks>
internal static class CostDrawing
{
    private const int Width = 560;
    private const int Left = 150;
    private const int Row = 62;
    private const int Columns = 38; // of a row's height: above stands a figure
    private const int Column = 36;
    private const int Top = 30;
    private const int Bottom = 24;

    // A drawing in a page takes its ink and letters from the page; a file of its own has none, in the light or in the dark.
    private const string Dress = "<style>svg{color:#1c1c1c;background:#fff;font:12px system-ui,sans-serif}@media (prefers-color-scheme:dark){svg{color:#e4e4e4;background:#171717}}</style>";

    /// <summary>Draws it as a file of its own: well-formed XML.</summary>
    /// <param name="title">What is shown, with its unit.</param>
    /// <param name="sizes">Words below the columns, from left to right.</param>
    /// <param name="rows">Name of each way and its cost at each size, 0 or more; null where it was not measured.</param>
    public static string Draw(string title, IReadOnlyList<string> sizes, IReadOnlyList<(string Name, IReadOnlyList<double?> Costs)> rows)
    {
        var height = Top + (rows.Count * Row) + Bottom;
        var told = string.Join("; ", rows.Select(row => $"{row.Name}: {string.Join(", ", row.Costs.Select(cost => cost is { } known ? Figure(known) : "not measured"))}"));
        var svg = new SvgText("chart", Width, height, $"{title}, by comments of the archive ({string.Join(", ", sizes)}). {told}");
        svg.Label(8, 16, "start", $"{title}, by comments of the archive");
        var most = rows.SelectMany(row => row.Costs).Max() is { } largest and > 0 ? largest : 1;
        var place = (double)(Width - Left) / Math.Max(1, sizes.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var foot = Top + ((i + 1) * Row) - 4;
            svg.Label(8, foot - 2, "start", rows[i].Name);
            svg.Line(Left, foot, Width - 8, foot, ".4");
            for (var at = 0; at < rows[i].Costs.Count; at++)
            {
                var middle = Left + ((at + .5) * place);
                if (rows[i].Costs[at] is { } cost)
                {
                    var tall = Math.Max(1, cost / most * Columns);
                    svg.Box(middle - (Column / 2d), foot - tall, Column, tall, rows[i].Name.StartsWith("Subrosa", StringComparison.Ordinal) ? "1" : ".6");
                    svg.Label(middle, foot - tall - 4, "middle", Figure(cost));
                }
                else
                {
                    svg.Label(middle, foot - 4, "middle", "–");
                }
            }
        }

        for (var at = 0; at < sizes.Count; at++)
        {
            svg.Label(Left + ((at + .5) * place), height - 8, "middle", sizes[at]);
        }

        var markup = svg.ToDrawing().Markup.Replace("<svg class=\"chart\" viewbox=", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=", StringComparison.Ordinal); // XML tells capitals apart, HTML does not
        return markup.Insert(markup.IndexOf('>', StringComparison.Ordinal) + 1, Dress);
    }

    private static string Figure(double cost) => cost.ToString(cost < 10 ? "0.0#" : cost < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
