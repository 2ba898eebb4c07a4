using System.Xml;
using Blog.Import.Xml;

namespace Blog.Import.Blogger;

/// <summary>What stands in a feed before its first entry.</summary>
internal sealed class BloggerHead
{
    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment, // the root's end tag is in the rest of the file
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = ElementSplitter.LongestHead + 1024L,
        MaxCharactersFromEntities = 1024,
    };

    /// <summary>Local name of the root element; null where there is none that can be read.</summary>
    public string? Root { get; private set; }

    /// <summary>Namespaces that the root declares, by prefix (empty for the default).</summary>
    public List<KeyValuePair<string, string>> Declared { get; } = [];

    /// <summary>The feed's id.</summary>
    public string? Id { get; private set; }

    /// <summary>The blog's title.</summary>
    public string? Title { get; private set; }

    /// <summary>The blog's address.</summary>
    public string? Address { get; private set; }

    /// <summary>When the export was made.</summary>
    public ImportedTime? Updated { get; private set; }

    /// <summary>The feed names Blogger as its maker.</summary>
    public bool IsBlogger { get; private set; }

    /// <summary>Reads what can be read; a broken head costs its fields only, since entries stand for themselves.</summary>
    public static BloggerHead Read(string text, RepairLog repairs)
    {
        var head = new BloggerHead();
        var prefixes = new KnownPrefixes(new NameTable(), repairs);
        try
        {
            using var source = new StringReader(text);
            using var reader = XmlReader.Create(source, Settings, new XmlParserContext(prefixes.NameTable, prefixes, null, XmlSpace.None));
            if (reader.MoveToContent() == XmlNodeType.Element)
            {
                head.Root = reader.LocalName;
                head.ReadDeclarations(reader);
                head.ReadChildren(reader);
            }
        }
        catch (XmlException)
        {
            // The normal end: the root is still open where the text stops. What was read before stays.
        }

        return head;
    }

    private void ReadDeclarations(XmlReader reader)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/")
            {
                Declared.Add(new(reader.Prefix.Length == 0 ? string.Empty : reader.LocalName, reader.Value));
            }
        }

        reader.MoveToElement();
    }

    private void ReadChildren(XmlReader reader)
    {
        reader.Read();
        while (reader.Depth > 0 && !reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != 1 || reader.NamespaceURI is not (BloggerNames.Atom or ""))
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "id":
                    Id = reader.ReadElementContentAsString().Trim();
                    IsBlogger |= BloggerIds.Blog(Id) is not null;
                    break;
                case "title":
                    var mended = 0;
                    Title = PlainTitle.Read(reader.ReadElementContentAsString(), isHtml: false, ref mended);
                    break;
                case "updated":
                    Updated = Rfc3339.TryParse(reader.ReadElementContentAsString(), out var time) ? time : null;
                    break;
                case "generator":
                    IsBlogger |= reader.ReadElementContentAsString().Trim() == "Blogger";
                    break;
                case "link":
                    if (reader.GetAttribute("rel") == "alternate")
                    {
                        Address ??= reader.GetAttribute("href");
                    }

                    reader.Read();
                    break;
                default:
                    reader.Read();
                    break;
            }
        }
    }
}
