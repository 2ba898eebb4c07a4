using System.Globalization;
using System.Text;

namespace Blog.Pages.Charts;

/// <summary>Writes the few elements of SVG that charts are made of; numbers to one decimal, text escaped.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _markup = new();

    /// <summary>Begins a drawing that a screen reader reads as one picture with a name.</summary>
    /// <param name="kind">Its class: <c>chart</c> or <c>spark</c>.</param>
    /// <param name="width">Width of its field.</param>
    /// <param name="height">Height of its field.</param>
    /// <param name="name">What it shows.</param>
    public SvgText(string kind, int width, int height, string name) =>
        Raw(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"{kind}\" viewbox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"")).Escaped(name).Raw("\">");

    /// <summary>A filled box.</summary>
    public void Box(double x, double y, double width, double height, string shade) =>
        Raw(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"currentColor\" fill-opacity=\"{shade}\"></rect>"));

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string shade) =>
        Raw(string.Create(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"currentColor\" stroke-opacity=\"{shade}\"></line>"));

    /// <summary>Words.</summary>
    /// <param name="x">Where they stand.</param>
    /// <param name="y">Their base line.</param>
    /// <param name="anchor">Which part of them stands there: start, middle or end.</param>
    /// <param name="words">The words.</param>
    public void Label(double x, double y, string anchor, string words) =>
        Raw(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"currentColor\">")).Escaped(words).Raw("</text>");

    /// <summary>The finished drawing.</summary>
    public SvgDrawing ToDrawing() => new(Raw("</svg>")._markup.ToString());

    private SvgText Raw(string constant)
    {
        _markup.Append(constant);
        return this;
    }

    private SvgText Escaped(string words)
    {
        foreach (var c in words)
        {
            _ = c switch
            {
                '<' => _markup.Append("&lt;"),
                '>' => _markup.Append("&gt;"),
                '&' => _markup.Append("&amp;"),
                '"' => _markup.Append("&quot;"),
                < ' ' => _markup.Append(' '),
                _ => _markup.Append(c),
            };
        }

        return this;
    }
}
