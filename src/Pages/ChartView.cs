using Blog.Pages.Charts;

namespace Blog.Pages;

/// <summary>A drawing with its heading and its numbers.</summary>
/// <param name="Heading">What it shows.</param>
/// <param name="Drawing">The drawing.</param>
/// <param name="Columns">Headings of the table, the first that of the row's name.</param>
/// <param name="Rows">Its rows, as long as the headings.</param>
public sealed record ChartView(string Heading, SvgDrawing Drawing, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
