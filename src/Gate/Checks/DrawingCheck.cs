using System.Buffers;
using System.Text;
using Blog.Html;

namespace Blog.Gate.Checks;

/// <summary>A drawing in a page is one of the program's own charts: these elements, these attributes, these forms of values, and no other.</summary>
/// <remarks>SVG can run scripts, load files and hold HTML; a chart needs boxes, lines and words. What is not in the tables is refused, whatever it does.</remarks>
internal static class DrawingCheck
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789., ");

    private static readonly string[] Elements = ["svg", "rect", "line", "text"];

    private static readonly string[] Attributes =
        ["viewbox", "role", "aria-label", "class", "x", "y", "x1", "y1", "x2", "y2", "width", "height", "fill", "fill-opacity", "stroke", "stroke-opacity", "text-anchor"];

    /// <summary>What is wrong with the drawings of a page, at which line; null for nothing.</summary>
    public static string? FindTrouble(ReadOnlySpan<byte> page, out int line)
    {
        line = 0;
        for (var at = 0; page[at..].IndexOf("<svg"u8) is >= 0 and var found; )
        {
            var start = at + found;
            var length = page[start..].IndexOf("</svg>"u8);
            line = page[..start].Count((byte)'\n') + 1;
            if (length < 0)
            {
                return "has a drawing without an end.";
            }

            if (Find(page.Slice(start, length)) is { } trouble)
            {
                return trouble;
            }

            at = start + length;
        }

        return null;
    }

    private static string? Find(ReadOnlySpan<byte> drawing)
    {
        var tokens = new PageTokens(drawing);
        while (tokens.MoveToStart())
        {
            var element = Encoding.UTF8.GetString(tokens.Name);
            if (Array.IndexOf(Elements, element) < 0)
            {
                return $"has a drawing with <{element}>, which no chart has.";
            }

            var attributes = tokens.Attributes;
            while (attributes.MoveNext())
            {
                var name = Encoding.UTF8.GetString(attributes.Name);
                if (Array.IndexOf(Attributes, name) < 0 || !IsPlain(name, PageTokens.Decode(attributes.Value)))
                {
                    return $"has a drawing with an attribute {name} that no chart has.";
                }
            }
        }

        return tokens.Trouble is null ? null : "has a drawing that cannot be read for certain.";
    }

    /// <summary>Numbers are numbers and colours the page's own; words stand in the name of a drawing alone.</summary>
    private static bool IsPlain(string name, string value) => name switch
    {
        "aria-label" => true,
        "class" => value is "chart" or "spark",
        "role" => value is "img",
        "fill" or "stroke" => value is "currentColor" or "none",
        "text-anchor" => value is "start" or "middle" or "end",
        _ => value.AsSpan().IndexOfAnyExcept(NumberSigns) < 0,
    };
}
