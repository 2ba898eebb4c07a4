using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Blog.Import.Documents;

/// <summary>Parses the XML parts of a packed document: bounded in size, elements, attributes and depth; no document types, no entities, nothing fetched.</summary>
internal static class PackageXml
{
    private const int MostAttributes = 300; // of one tag; Word's outermost element declares some 40 prefixes

    /// <summary>The root of a part; null where the package has no such part.</summary>
    /// <exception cref="DocumentException">It is too large or no well-formed XML.</exception>
    public static XElement? Read(ZipPackage package, string name, DocumentLimits limits) =>
        package.Read(name, limits.MaximumXmlBytes) is { } bytes ? Parse(bytes, limits) : null;

    /// <summary>The root of XML.</summary>
    /// <exception cref="DocumentException">It is beyond the limits or no well-formed XML.</exception>
    public static XElement Parse(ReadOnlySpan<byte> bytes, DocumentLimits limits)
    {
        var text = DocumentText.Decode(bytes, charset: null);
        RequireSmallTags(text);
        try
        {
            RequireSmallTree(text, limits);
            using var reader = Open(text);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            var why = text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                ? "it declares a document type, which can define entities that fill the memory or fetch files, and word processors write none"
                : "it is no well-formed XML";
            throw new DocumentException(DocumentFault.Damaged, DocumentMessages.Damaged("The document", Place(e), why));
        }
    }

    /// <summary>All words of an element, in order.</summary>
    public static string TextOf(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.DescendantNodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
            }
            else if (node is XElement { Name.LocalName: "p" or "br" or "tab" or "line-break" or "s" } && text.Length > 0)
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }

    /// <summary>The value of an attribute by its local name, whatever its prefix; null where there is none.</summary>
    public static string? Attribute(XElement element, string localName)
    {
        foreach (var attribute in element.Attributes())
        {
            if (!attribute.IsNamespaceDeclaration && attribute.Name.LocalName == localName)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The first child of a local name; null where there is none.</summary>
    public static XElement? Child(XElement? element, string localName) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == localName);

    private static string Place(XmlException e) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"in a part, line {e.LineNumber}");

    private static XmlReader Open(string text) => XmlReader.Create(
        new StringReader(text),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false, // the decoder has taken out what XML forbids; references to it are told by the tree
            IgnoreComments = false,
            IgnoreProcessingInstructions = true,
        });

    /// <summary>Counts elements and depth before a tree is made: the tree needs memory by the element, and walkers a stack by the level.</summary>
    private static void RequireSmallTree(string text, DocumentLimits limits)
    {
        using var reader = Open(text);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && (++elements > limits.MaximumElements || reader.Depth > limits.MaximumDepth))
            {
                throw new DocumentException(
                    DocumentFault.TooComplex,
                    "The document has more elements, or nests them deeper, than what is read, in one of its parts: no word processor writes that. Nothing was kept. " + DocumentMessages.Ask);
            }
        }
    }

    /// <summary>.NET's reader needs time that grows with the square of the attributes of one tag.</summary>
    private static void RequireSmallTags(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<')
            {
                count = 0;
            }
            else if (text[i] == '=' && i + 1 < text.Length && text[i + 1] is '"' or '\'' or ' ' or '\t' or '\n' && ++count > MostAttributes && IsQuoted(text, i + 1))
            {
                throw new DocumentException(
                    DocumentFault.TooComplex,
                    "The document has a tag with hundreds of attributes, in one of its parts: no word processor writes that. Nothing was kept. " + DocumentMessages.Ask);
            }
        }
    }

    private static bool IsQuoted(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length && text[at] is '"' or '\'';
    }
}
