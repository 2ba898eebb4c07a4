using System.Xml.Linq;

namespace Blog.Import.Documents;

/// <summary>Lists the property parts of packed documents (Dublin Core, Office's and OpenDocument's own), with what each tells.</summary>
internal static class DocumentProperties
{
    /// <summary>Names of ECMA-376 part 2 (core), part 1 (extended) and OpenDocument 1.3 (meta), whatever their prefix; others are custom properties.</summary>
    private static readonly Dictionary<string, LeftBehindKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["creator"] = LeftBehindKind.Person,
        ["initial-creator"] = LeftBehindKind.Person,
        ["lastModifiedBy"] = LeftBehindKind.Person,
        ["printed-by"] = LeftBehindKind.Person,
        ["author"] = LeftBehindKind.Person,
        ["changedby"] = LeftBehindKind.Person, // these two: LibreOffice's pages
        ["changed"] = LeftBehindKind.Time,
        ["Manager"] = LeftBehindKind.Organisation,
        ["Company"] = LeftBehindKind.Organisation,
        ["created"] = LeftBehindKind.Time,
        ["modified"] = LeftBehindKind.Time,
        ["lastPrinted"] = LeftBehindKind.Time,
        ["date"] = LeftBehindKind.Time,
        ["creation-date"] = LeftBehindKind.Time,
        ["print-date"] = LeftBehindKind.Time,
        ["editing-duration"] = LeftBehindKind.Time,
        ["TotalTime"] = LeftBehindKind.Time,
        ["revision"] = LeftBehindKind.Identifier,
        ["editing-cycles"] = LeftBehindKind.Identifier,
        ["identifier"] = LeftBehindKind.Identifier,
        ["version"] = LeftBehindKind.Identifier,
        ["title"] = LeftBehindKind.Description,
        ["subject"] = LeftBehindKind.Description,
        ["keywords"] = LeftBehindKind.Description,
        ["keyword"] = LeftBehindKind.Description,
        ["description"] = LeftBehindKind.Description,
        ["category"] = LeftBehindKind.Description,
        ["contentStatus"] = LeftBehindKind.Description,
        ["language"] = LeftBehindKind.Language,
        ["Template"] = LeftBehindKind.Program,
        ["Application"] = LeftBehindKind.Program,
        ["AppVersion"] = LeftBehindKind.Program,
        ["generator"] = LeftBehindKind.Program,
        ["HyperlinkBase"] = LeftBehindKind.Path,
    };

    /// <summary>What a property of this name tells.</summary>
    public static LeftBehindKind KindOf(string name) => Kinds.GetValueOrDefault(name, LeftBehindKind.CustomProperty);

    /// <summary>Lists every property of a part.</summary>
    public static void Leave(XElement root, string part, DocumentFindings findings)
    {
        foreach (var element in root.DescendantsAndSelf().Where(element => !element.HasElements))
        {
            var local = element.Name.LocalName;
            var name = PackageXml.Attribute(element, "name") ?? (element.Parent is { Name.LocalName: "property" } property ? PackageXml.Attribute(property, "name") : null);
            findings.LeaveBehind(name is null ? KindOf(local) : LeftBehindKind.CustomProperty, $"{part} {name ?? local}", element.Value);
            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.LocalName is not ("type" or "fmtid" or "pid" or "name" or "value-type")))
            {
                findings.LeaveBehind(attribute.Name.LocalName == "href" ? LeftBehindKind.Path : KindOf(local), $"{part} {local} {attribute.Name.LocalName}", attribute.Value);
            }
        }
    }

    /// <summary>Lists every value in a part as one kind.</summary>
    public static void LeaveLeaves(XElement root, string part, LeftBehindKind kind, DocumentFindings findings)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (!element.HasElements)
            {
                findings.LeaveBehind(kind, $"{part} {element.Name.LocalName}", element.Value);
            }

            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            {
                findings.LeaveBehind(kind, $"{part} {element.Name.LocalName} {attribute.Name.LocalName}", attribute.Value);
            }
        }
    }
}
