using AngleSharp.Html.Parser;
using Blog.Gate.Checks;
using Blog.Pages.Charts;

namespace Blog.Tests.Pages.Charts;

public sealed class ChartTests
{
    private const string Hostile = "</svg><script>\"x\" & y";

    [Theory]
    [InlineData(0, "0, 1")]
    [InlineData(1, "0, 1")]
    [InlineData(3, "0, 1, 2, 3")]
    [InlineData(7, "0, 2, 4, 6, 8")]
    [InlineData(43, "0, 20, 40, 60")]
    [InlineData(1999, "0, 500, 1,000, 1,500, 2,000")]
    [InlineData(0.3, "0, 0.1, 0.2, 0.3")]
    public void The_scale_goes_to_a_round_number_over_the_largest_value(double largest, string labels)
    {
        var scale = new ChartScale(largest);
        Assert.Equal(labels, string.Join(", ", Enumerable.Range(0, scale.Steps + 1).Select(scale.LabelOf)));
        Assert.InRange(scale.ShareOf(largest), 0, 1);
    }

    [Fact]
    public void A_column_is_as_high_as_its_value_and_years_are_named_once()
    {
        var svg = new HtmlParser().ParseDocument(ColumnChart.Draw("Posts by month", ["2015", "2015", "2016", "2016"], [10, 0, 20, 5]).Markup).QuerySelector("svg")!;
        var heights = svg.QuerySelectorAll("rect").Select(box => double.Parse(box.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([10, 20, 5], heights.Select(height => Math.Round(height / heights[1] * 20)));
        Assert.Equal(["2015", "2016"], svg.QuerySelectorAll("text").Select(text => text.TextContent).Where(text => text.Length == 4));
        Assert.Equal("Posts by month", svg.GetAttribute("aria-label"));
    }

    [Fact]
    public void Every_drawing_passes_the_check_whatever_its_words_and_numbers()
    {
        SvgDrawing[] drawings =
        [
            ColumnChart.Draw(Hostile, [Hostile, "b"], [0, 1e9]),
            ColumnChart.Draw("none", [], []),
            RowsChart.Draw("rows", ["2015", "2016"], [(Hostile, [1, 2]), ("b", [0.25, 0]), ("c", [1, 2])]),
            Sparkline.Draw(Hostile, [0, 3, 1]),
        ];
        foreach (var drawing in drawings)
        {
            Assert.Null(DrawingCheck.FindTrouble(System.Text.Encoding.UTF8.GetBytes(drawing.Markup), out _));
            Assert.Empty(new HtmlParser().ParseDocument(drawing.Markup).QuerySelectorAll("script"));
        }

        Assert.Throws<ArgumentException>(() => RowsChart.Draw("many", ["a"], [.. Enumerable.Range(0, RowsChart.MostRows + 1).Select(i => ($"{i}", (IReadOnlyList<double>)[1.0]))]));
    }

    [Fact]
    public void Each_row_has_a_line_of_its_own_its_own_scale_and_its_largest_value()
    {
        var svg = new HtmlParser().ParseDocument(RowsChart.Draw("rows", ["2015", "2016"], [("often", [500, 250]), ("seldom", [0, 2])]).Markup);
        var words = svg.QuerySelectorAll("text").ToList();
        Assert.Equal(["most", "often", "500", "seldom", "2", "2015", "2016"], words.Select(word => word.TextContent));
        Assert.Equal(4, words.Select(word => word.GetAttribute("y")).Distinct().Count());
        var heights = svg.QuerySelectorAll("rect").Select(box => double.Parse(box.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([2, 1, 2], heights.Select(height => height / heights[1]));
    }

    [Fact]
    public void Words_below_a_row_do_not_meet()
    {
        var labels = Enumerable.Range(0, 60).Select(month => new DateOnly(2015, 1, 1).AddMonths(month).ToString("MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var svg = new HtmlParser().ParseDocument(RowsChart.Draw("rows", labels, [("name of a writer", [.. labels.Select(_ => 1.0)])]).Markup);
        var middles = svg.QuerySelectorAll("text[text-anchor=middle]").Select(word => double.Parse(word.GetAttribute("x")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(middles.Count, 2, 4);
        Assert.All(middles.Zip(middles.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 80));
    }
}
