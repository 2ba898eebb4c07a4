using System.Xml.Linq;

namespace Blog.Import.Documents;

/// <summary>Lists everything a Word document carries beside its text: properties, people, settings, comments, notes, headers, drawings, embedded files.</summary>
internal static class WordProperties
{
    /// <summary>Attributes that tell of a person, time or machine wherever they stand.</summary>
    private static readonly Dictionary<string, LeftBehindKind> TellingAttributes = new(StringComparer.Ordinal)
    {
        ["author"] = LeftBehindKind.Person,
        ["initials"] = LeftBehindKind.Person,
        ["userId"] = LeftBehindKind.Person,
        ["providerId"] = LeftBehindKind.Program,
        ["ed"] = LeftBehindKind.Person,
        ["date"] = LeftBehindKind.Time,
        ["dateUtc"] = LeftBehindKind.Time,
        ["userName"] = LeftBehindKind.Person,
    };

    /// <summary>Settings that hold words or ids of somebody.</summary>
    private static readonly HashSet<string> TellingSettings = ["docId", "docVar", "documentProtection", "writeProtection", "themeFontLang", "rsid", "rsidRoot", "saveThroughXslt"];

    /// <summary>The relations of a part, by id.</summary>
    public static Dictionary<string, (string Target, bool IsExternal)> Relations(ZipPackage package, string name, DocumentLimits limits)
    {
        var relations = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        foreach (var relation in PackageXml.Read(package, name, limits)?.Elements() ?? [])
        {
            if (PackageXml.Attribute(relation, "Id") is { } id && PackageXml.Attribute(relation, "Target") is { } target)
            {
                relations.TryAdd(id, (target, PackageXml.Attribute(relation, "TargetMode") == "External"));
            }
        }

        return relations;
    }

    /// <summary>The relations of one type, by the end of its address.</summary>
    public static IEnumerable<(string Target, bool IsExternal)> RelationsOfType(ZipPackage package, string name, string type, DocumentLimits limits) =>
        from relation in PackageXml.Read(package, name, limits)?.Elements() ?? []
        where PackageXml.Attribute(relation, "Type")?.EndsWith("/" + type, StringComparison.Ordinal) == true
        let target = PackageXml.Attribute(relation, "Target")
        where target is not null
        select (target, PackageXml.Attribute(relation, "TargetMode") == "External");

    /// <summary>Lists the parts beside the text, in the order of their names.</summary>
    public static void Read(ZipPackage package, string main, DocumentFindings findings)
    {
        foreach (var name in package.Names.Where(name => name != main))
        {
            if (IsXml(name))
            {
                ReadXml(package, name, findings);
            }
            else
            {
                ReadBytes(package, name, findings);
            }
        }
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static void ReadXml(ZipPackage package, string name, DocumentFindings findings)
    {
        var file = name[(name.LastIndexOf('/') + 1)..].ToLowerInvariant();
        if (name == "[Content_Types].xml" || file is "styles.xml" or "numbering.xml" or "fonttable.xml" or "websettings.xml" or "styleswitheffects.xml" || name.Contains("/theme/", StringComparison.OrdinalIgnoreCase))
        {
            _ = package.Read(name, findings.Limits.MaximumXmlBytes); // how it looks: only that it is what the list of parts says
            return;
        }

        var root = PackageXml.Read(package, name, findings.Limits);
        if (root is null)
        {
            return;
        }

        if (name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase))
        {
            DocumentProperties.Leave(root, name, findings);
        }
        else if (file.EndsWith(".rels", StringComparison.Ordinal))
        {
            External(root, name, findings);
        }
        else if (file == "settings.xml")
        {
            Settings(root, name, findings);
        }
        else if (file == "comments.xml")
        {
            Comments(root, name, findings);
        }
        else
        {
            Words(root, name, file, findings);
            Attributes(root, name, findings);
        }
    }

    private static void Words(XElement root, string name, string file, DocumentFindings findings)
    {
        if (file.StartsWith("header", StringComparison.Ordinal) || file.StartsWith("footer", StringComparison.Ordinal))
        {
            findings.Hide(HiddenPieceKind.HeaderOrFooter, name, PackageXml.TextOf(root));
        }
        else if (file is "footnotes.xml" or "endnotes.xml")
        {
            foreach (var note in root.Elements())
            {
                findings.Hide(HiddenPieceKind.Note, $"{name} {PackageXml.Attribute(note, "id")}", PackageXml.TextOf(note));
            }
        }
        else if (name.Contains("customXml", StringComparison.OrdinalIgnoreCase))
        {
            DocumentProperties.LeaveLeaves(root, name, LeftBehindKind.CustomProperty, findings);
        }
        else
        {
            // Drawings, charts, glossaries, and whatever Word invents next: their words are shown, none is taken.
            findings.Hide(HiddenPieceKind.TextBox, name, PackageXml.TextOf(root));
        }
    }

    private static void Comments(XElement root, string name, DocumentFindings findings)
    {
        foreach (var comment in root.Elements())
        {
            var author = PackageXml.Attribute(comment, "author");
            findings.Hide(HiddenPieceKind.Comment, $"{name} {PackageXml.Attribute(comment, "id")}", PackageXml.TextOf(comment), author);
        }

        Attributes(root, name, findings);
    }

    private static void Attributes(XElement root, string name, DocumentFindings findings)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes())
            {
                if (TellingAttributes.TryGetValue(attribute.Name.LocalName, out var kind))
                {
                    findings.LeaveBehind(kind, $"{name} {attribute.Name.LocalName}", attribute.Value);
                }
            }
        }
    }

    private static void Settings(XElement root, string name, DocumentFindings findings)
    {
        foreach (var element in root.Descendants())
        {
            var local = element.Name.LocalName;
            if (TellingSettings.Contains(local) || element.Ancestors().Any(parent => parent.Name.LocalName == "mailMerge"))
            {
                var kind = local is "docVar" ? LeftBehindKind.CustomProperty
                    : local is "themeFontLang" ? LeftBehindKind.Language : LeftBehindKind.Identifier;
                findings.LeaveBehind(kind, $"{name} {local}", string.Join(' ', element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Value)));
            }
        }

        Attributes(root, name, findings);
    }

    private static void External(XElement root, string name, DocumentFindings findings)
    {
        foreach (var relation in root.Elements())
        {
            var target = PackageXml.Attribute(relation, "Target") ?? string.Empty;
            var type = PackageXml.Attribute(relation, "Type") ?? string.Empty;
            type = type[(type.LastIndexOf('/') + 1)..];
            if (PackageXml.Attribute(relation, "TargetMode") == "External" && !(type == "hyperlink" && DocumentPaths.IsWeb(target)))
            {
                findings.LeaveBehind(LeftBehindKind.Path, $"{name} {type}", target);
            }
        }
    }

    private static void ReadBytes(ZipPackage package, string name, DocumentFindings findings)
    {
        var bytes = package.Read(name, findings.Limits.MaximumUnpackedBytes) ?? [];
        if (name.Contains("thumbnail", StringComparison.OrdinalIgnoreCase))
        {
            findings.LeaveBehind(LeftBehindKind.Thumbnail, name, $"a picture of the first page, {bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)} bytes");
        }

        DocumentPieces.Attach(bytes, name, findings);
    }
}
