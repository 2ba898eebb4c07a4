using System.Xml.Linq;

namespace Blog.Import.Readers;

/// <summary>Asks elements of exports by local name: which version of a namespace a file declares says nothing about its fields.</summary>
internal static class ExportXml
{
    /// <summary>The first child of a local name, in any namespace whose address holds <paramref name="space"/>; null where there is none.</summary>
    public static XElement? Child(this XElement element, string name, string space = "")
    {
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == name && child.Name.NamespaceName.Contains(space, StringComparison.Ordinal))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>All children of a local name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name, string space = "") =>
        element.Elements().Where(child => child.Name.LocalName == name && child.Name.NamespaceName.Contains(space, StringComparison.Ordinal));

    /// <summary>Text of the first child of a local name, as it stands; null where there is none.</summary>
    public static string? Text(this XElement element, string name, string space = "") => element.Child(name, space)?.Value;

    /// <summary>As <see cref="Text"/>, trimmed; null where nothing is left.</summary>
    public static string? Word(this XElement element, string name, string space = "") => element.Text(name, space)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An attribute by its local name; null where there is none, or it is blank.</summary>
    public static string? Attr(this XElement element, string name)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName == name && !attribute.IsNamespaceDeclaration)
            {
                return attribute.Value.Trim() is { Length: > 0 } value ? value : null;
            }
        }

        return null;
    }
}
