using System.Globalization;
using System.Xml.Linq;

namespace Blog.Import.Documents;

/// <summary>What the styles and lists of a Word document say about a paragraph or run: heading, quotation, list, hidden, colour, size.</summary>
internal sealed class WordStyles
{
    private const int DeepestChain = 12; // styles based on styles; Word allows 10

    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _abstractOf = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Abstract, string Level), string> _formats = [];

    /// <summary>Reads the two parts; either may be missing.</summary>
    public WordStyles(XElement? styles, XElement? numbering)
    {
        foreach (var style in styles?.Elements().Where(element => element.Name.LocalName == "style") ?? [])
        {
            _styles.TryAdd(PackageXml.Attribute(style, "styleId") ?? string.Empty, style);
        }

        foreach (var element in numbering?.Elements() ?? [])
        {
            if (element.Name.LocalName == "num" && PackageXml.Attribute(element, "numId") is { } number)
            {
                _abstractOf.TryAdd(number, Value(PackageXml.Child(element, "abstractNumId")) ?? string.Empty);
            }
            else if (element.Name.LocalName == "abstractNum" && PackageXml.Attribute(element, "abstractNumId") is { } id)
            {
                foreach (var level in element.Elements().Where(child => child.Name.LocalName == "lvl"))
                {
                    _formats.TryAdd((id, PackageXml.Attribute(level, "ilvl") ?? "0"), Value(PackageXml.Child(level, "numFmt")) ?? "decimal");
                }
            }
        }
    }

    /// <summary>The value of a property element; null where it is missing.</summary>
    public static string? Value(XElement? element) => element is null ? null : PackageXml.Attribute(element, "val");

    /// <summary>Whether an on-off property is on; null where it is not given.</summary>
    public static bool? IsOn(XElement? element) => element is null ? null : Value(element) is not ("0" or "false" or "off" or "none");

    /// <summary>A property of a run or paragraph, from its own properties and then along its style; null where none gives it.</summary>
    /// <param name="own">The element of its own properties, <c>rPr</c> or <c>pPr</c>.</param>
    /// <param name="style">Id of its style.</param>
    /// <param name="group"><c>rPr</c> or <c>pPr</c>: where a style keeps it.</param>
    /// <param name="name">The property.</param>
    public XElement? Find(XElement? own, string? style, string group, string name)
    {
        if (PackageXml.Child(own, name) is { } direct)
        {
            return direct;
        }

        for (var i = 0; i < DeepestChain && style is not null && _styles.TryGetValue(style, out var found); i++)
        {
            if (PackageXml.Child(PackageXml.Child(found, group), name) is { } inherited)
            {
                return inherited;
            }

            style = Value(PackageXml.Child(found, "basedOn"));
        }

        return null;
    }

    /// <summary>The name of a style as Word shows it, in lower case; the id where it has none.</summary>
    public string NameOf(string? style) => style is null ? string.Empty
        : ((_styles.TryGetValue(style, out var found) ? Value(PackageXml.Child(found, "name")) : null) ?? style).ToLowerInvariant();

    /// <summary>The level of heading that a paragraph is, 1 to 6; 0 for none.</summary>
    public int HeadingOf(XElement? properties, string? style)
    {
        var name = NameOf(style).Replace(" ", string.Empty, StringComparison.Ordinal);
        if (name.StartsWith("heading", StringComparison.Ordinal) && name.Length == 8 && name[7] is >= '1' and <= '9')
        {
            return Math.Min(name[7] - '0', 6);
        }

        var outline = Value(Find(properties, style, "pPr", "outlineLvl"));
        return int.TryParse(outline, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 6 ? level + 1 : 0;
    }

    /// <summary>Whether a paragraph is an item of a list, how deep, and whether it is numbered.</summary>
    public bool TryList(XElement? properties, string? style, out int level, out bool ordered)
    {
        level = 0;
        ordered = false;
        var numbering = Find(properties, style, "pPr", "numPr");
        var number = Value(PackageXml.Child(numbering, "numId"));
        if (number is null or "0")
        {
            return false;
        }

        var at = Value(PackageXml.Child(numbering, "ilvl")) ?? "0";
        _ = int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out level);
        var format = _formats.GetValueOrDefault((_abstractOf.GetValueOrDefault(number, string.Empty), at), "bullet");
        ordered = format is not ("bullet" or "none");
        return true;
    }
}
