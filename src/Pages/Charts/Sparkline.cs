namespace Blog.Pages.Charts;

/// <summary>Columns of the height of a line of text, without words: the course of something at a glance.</summary>
public static class Sparkline
{
    private const int Width = 48;
    private const int Height = 12;

    /// <summary>Draws it.</summary>
    /// <param name="name">What it shows, with the numbers that matter.</param>
    /// <param name="values">Values from left to right, 0 or more, at least one above 0.</param>
    public static SvgDrawing Draw(string name, IReadOnlyList<int> values)
    {
        var svg = new SvgText("spark", Width, Height, name);
        var (place, largest) = ((double)Width / values.Count, (double)values.Max());
        svg.Line(0, Height - .25, Width, Height - .25, ".3");
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] > 0)
            {
                var height = Math.Max(1, values[i] / largest * Height);
                svg.Box(i * place, Height - height, place - .8, height, ".75");
            }
        }

        return svg.ToDrawing();
    }
}
