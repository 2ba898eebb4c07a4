using System.Globalization;
using System.Xml.Linq;

namespace Blog.Import.Documents;

/// <summary>What the styles of an OpenDocument text say about words: bold, hidden, colour, size, kind of list.</summary>
internal sealed class OpenDocumentStyles
{
    /// <summary>The family of paragraphs and headings.</summary>
    public const string Paragraph = "paragraph";

    /// <summary>The family of words within a paragraph.</summary>
    public const string Words = "text";

    private const int DeepestChain = 12;

    private const double InvisibleSize = 2; // points

    /// <summary>By family and name: a name is one style's within its family only (OpenDocument 1.3 part 3, 19.502), and LibreOffice calls the style of a table as the table is called.</summary>
    private readonly Dictionary<(string Family, string Name), XElement> _styles = [];
    private readonly Dictionary<string, HashSet<int>> _numbered = new(StringComparer.Ordinal);

    /// <summary>Reads the styles of both parts; those of the text count before those of the document.</summary>
    public OpenDocumentStyles(XElement content, XElement? styles)
    {
        foreach (var root in new[] { content, styles })
        {
            foreach (var element in root?.Elements().Where(child => child.Name.LocalName is "automatic-styles" or "styles").Elements() ?? [])
            {
                var name = PackageXml.Attribute(element, "name") ?? string.Empty;
                if (element.Name.LocalName == "style")
                {
                    _styles.TryAdd((PackageXml.Attribute(element, "family") ?? string.Empty, name), element);
                }
                else if (element.Name.LocalName == "list-style")
                {
                    _numbered.TryAdd(name, [.. element.Elements().Where(level => level.Name.LocalName == "list-level-style-number").Select(level =>
                        int.TryParse(PackageXml.Attribute(level, "level"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1)]);
                }
            }
        }
    }

    /// <summary>A property of a style, along the styles it is made from; null where none gives it.</summary>
    /// <param name="family">Its family: <see cref="Paragraph"/> or <see cref="Words"/>.</param>
    /// <param name="style">Its name; null for none.</param>
    /// <param name="property">The property, without its prefix.</param>
    public string? Find(string family, string? style, string property)
    {
        for (var i = 0; i < DeepestChain && style is not null && _styles.TryGetValue((family, style), out var found); i++)
        {
            foreach (var properties in found.Elements().Where(child => child.Name.LocalName is "text-properties" or "paragraph-properties"))
            {
                if (PackageXml.Attribute(properties, property) is { } value)
                {
                    return value;
                }
            }

            style = PackageXml.Attribute(found, "parent-style-name");
        }

        return null;
    }

    /// <summary>A paragraph's style as its user knows it: an automatic style's parent, in lower case, without the coding of blanks.</summary>
    public string NameOf(string? style)
    {
        if (style is not null && _styles.TryGetValue((Paragraph, style), out var found) && found.Parent?.Name.LocalName == "automatic-styles")
        {
            style = PackageXml.Attribute(found, "parent-style-name") ?? style;
        }

        return (style ?? string.Empty).Replace("_20_", " ", StringComparison.Ordinal).ToLowerInvariant();
    }

    /// <summary>Whether a level (from 1) of a list is numbered.</summary>
    public bool IsNumbered(string? listStyle, int level) => listStyle is not null && _numbered.TryGetValue(listStyle, out var levels) && levels.Contains(level);

    /// <summary>How a style keeps words from being seen; null where it does not.</summary>
    public HiddenPieceKind? Unseen(string family, string? style)
    {
        if (Find(family, style, "display") is "none" or "condition")
        {
            return HiddenPieceKind.HiddenText;
        }

        var size = Find(family, style, "font-size");
        if (size is not null && size.EndsWith("pt", StringComparison.Ordinal) && double.TryParse(size[..^2], NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points <= InvisibleSize)
        {
            return HiddenPieceKind.TinyText;
        }

        var background = Find(family, style, "background-color");
        return DocumentColour.IsWhite(Find(family, style, "color")) && (background is null or "transparent" || DocumentColour.IsWhite(background)) ? HiddenPieceKind.InvisibleColour : null;
    }
}
