using System.Globalization;

namespace Blog.Pages.Charts;

/// <summary>The scale of a chart's height: from 0 to a round number over the largest value, with two to five steps.</summary>
internal sealed class ChartScale
{
    public ChartScale(double largest)
    {
        var rough = (largest > 0 ? largest : 1) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        Step = rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        Step = largest == Math.Floor(largest) ? Math.Max(1, Step) : Step; // counts have no halves
        Steps = Math.Max(1, (int)Math.Ceiling(largest / Step));
    }

    /// <summary>Distance of two lines.</summary>
    public double Step { get; }

    /// <summary>Lines above 0.</summary>
    public int Steps { get; }

    /// <summary>Share of the height at which a value stands, 0 to 1.</summary>
    public double ShareOf(double value) => value / (Step * Steps);

    /// <summary>Words of a line.</summary>
    public string LabelOf(int step) => (step * Step).ToString(Step < 1 ? "0.##" : "N0", CultureInfo.InvariantCulture);
}
