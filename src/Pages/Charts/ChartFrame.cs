namespace Blog.Pages.Charts;

/// <summary>The field of a chart with its lines and labels: 480 by 220 units, so that its words stay legible on a phone (the stylesheet sets them larger there).</summary>
internal sealed class ChartFrame
{
    private const int Width = 480;
    private const int Height = 220;
    private const int Left = 44;
    private const int Right = 8;
    private const int Top = 14;
    private const int Bottom = 26;
    private const int MostLabels = 7;

    private readonly ChartScale _scale;
    private readonly int _count;

    /// <param name="name">What the chart shows.</param>
    /// <param name="labels">Words below each place, from left to right; as many are shown as there is room for.</param>
    /// <param name="largest">Largest value.</param>
    public ChartFrame(string name, IReadOnlyList<string> labels, double largest)
    {
        Svg = new SvgText("chart", Width, Height, name);
        _scale = new ChartScale(largest);
        _count = labels.Count;
        for (var step = 0; step <= _scale.Steps; step++)
        {
            var y = Y(step * _scale.Step);
            Svg.Line(Left, y, Width - Right, y, step == 0 ? "1" : ".2");
            Svg.Label(Left - 6, y + 4, "end", _scale.LabelOf(step));
        }

        LabelPlaces(labels);
    }

    /// <summary>What is drawn on.</summary>
    public SvgText Svg { get; }

    /// <summary>Width of one place.</summary>
    public double Place => (double)(Width - Left - Right) / Math.Max(1, _count);

    /// <summary>Left edge of a place.</summary>
    public double X(int place) => Left + (place * Place);

    /// <summary>Height at which a value stands.</summary>
    public double Y(double value) => Height - Bottom - (_scale.ShareOf(value) * (Height - Bottom - Top));

    /// <summary>The first place of each run of equal labels is labelled, every so many runs.</summary>
    private void LabelPlaces(IReadOnlyList<string> labels)
    {
        var starts = Enumerable.Range(0, labels.Count).Where(place => place == 0 || labels[place] != labels[place - 1]).ToList();
        var every = Math.Max(1, (starts.Count + MostLabels - 1) / MostLabels);
        for (var i = 0; i < starts.Count; i += every)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : labels.Count;
            var middle = X(starts[i]) + (Place * (end - starts[i]) / 2);
            Svg.Label(Math.Clamp(middle, Left + 12, Width - Right - 14), Height - 8, "middle", labels[starts[i]]);
        }
    }
}
