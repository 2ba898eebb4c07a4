using System.Text;
using System.Xml;
using Blog.Import.Xml;

namespace Blog.Import.Blogger;

/// <summary>Reads the fields of one entry out of its mended XML.</summary>
internal sealed class BloggerEntryParser
{
    // Readers share a table of names and would let a hostile file grow it for ever; so it is thrown away now and then.
    private const int EntriesATable = 4096;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ElementSplitter.LongestElement + 1024L,
        MaxCharactersFromEntities = 1024,
    };

    private readonly IReadOnlyList<KeyValuePair<string, string>> _declared;
    private readonly RepairLog _repairs;
    private KnownPrefixes? _prefixes;
    private int _entries;

    /// <summary>Takes the namespaces that the root of the document declares.</summary>
    public BloggerEntryParser(IReadOnlyList<KeyValuePair<string, string>> declared, RepairLog repairs)
    {
        _declared = declared;
        _repairs = repairs;
    }

    /// <summary>Reads an entry; false where its XML is broken, with what could be read before that.</summary>
    public bool TryParse(XmlSlice slice, out BloggerEntry entry)
    {
        entry = new BloggerEntry();
        if (_prefixes is null || ++_entries % EntriesATable == 0)
        {
            _prefixes = NewPrefixes();
        }

        _prefixes.Place = slice.Place;
        try
        {
            using var text = new SliceText(slice.Text);
            using var reader = XmlReader.Create(text, Settings, new XmlParserContext(_prefixes.NameTable, _prefixes, null, XmlSpace.None));
            Read(reader, entry);
            return true;
        }
        catch (XmlException)
        {
            // Its message may hold text of the source; place and id say enough.
            _prefixes = null; // it may have been left inside an element's scope
            return false;
        }
    }

    private KnownPrefixes NewPrefixes()
    {
        var prefixes = new KnownPrefixes(new NameTable(), _repairs);
        foreach (var (prefix, uri) in _declared)
        {
            prefixes.AddNamespace(prefix, uri);
        }

        return prefixes;
    }

    private static void Read(XmlReader reader, BloggerEntry entry)
    {
        reader.Read();
        if (reader.IsEmptyElement)
        {
            return;
        }

        reader.Read();
        while (reader.Depth > 0)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                Step(reader);
            }
            else if (!TryReadChild(reader, entry))
            {
                reader.Skip();
            }
        }

        if (reader.Read())
        {
            throw new XmlException("Something follows the entry.");
        }
    }

    private static bool TryReadChild(XmlReader reader, BloggerEntry entry) => reader.NamespaceURI switch
    {
        BloggerNames.Atom or "" => TryReadAtom(reader, entry),
        BloggerNames.Threading => TryReadThreading(reader, entry),
        BloggerNames.GoogleData when reader.LocalName == "extendedProperty" => ReadProperty(reader, entry),
        _ when reader.LocalName == "control" => ReadControl(reader, entry), // two namespaces are in use, and a draft missed is a draft published
        _ => false,
    };

    private static bool TryReadAtom(XmlReader reader, BloggerEntry entry)
    {
        switch (reader.LocalName)
        {
            case "id":
                entry.Id = First(entry.Id, ReadText(reader));
                return true;
            case "published":
                entry.Published = First(entry.Published, ReadText(reader));
                return true;
            case "updated":
                entry.Updated = First(entry.Updated, ReadText(reader));
                return true;
            case "title":
                entry.TitleType = reader.GetAttribute("type");
                entry.Title = ReadMarkup(reader);
                return true;
            case "content":
                entry.ContentType = reader.GetAttribute("type");
                entry.ContentElsewhere = reader.GetAttribute("src") is not null;
                entry.Content = ReadMarkup(reader);
                return true;
            case "author":
                entry.HasAuthor = true;
                ReadAuthor(reader, entry);
                return true;
            case "category":
                ReadCategory(reader, entry);
                return false;
            case "link":
                ReadLink(reader, entry);
                return false;
            case "control":
                return ReadControl(reader, entry);
            default:
                return false;
        }
    }

    private static void ReadCategory(XmlReader reader, BloggerEntry entry)
    {
        var term = reader.GetAttribute("term");
        switch (reader.GetAttribute("scheme"))
        {
            case BloggerNames.KindScheme when term is not null && term.StartsWith(BloggerNames.KindPrefix, StringComparison.Ordinal):
                entry.Kind ??= term[BloggerNames.KindPrefix.Length..];
                break;
            case BloggerNames.LabelScheme when term is not null:
                entry.Labels.Add(term);
                break;
        }
    }

    private static void ReadLink(XmlReader reader, BloggerEntry entry)
    {
        var address = reader.GetAttribute("href");
        switch (reader.GetAttribute("rel"))
        {
            case "alternate":
                entry.Alternate ??= address;
                break;
            case "related" when entry.Related is null || BloggerIds.CommentInFeed(entry.Related) is null:
                entry.Related = address; // the last one, unless an earlier one names a comment
                break;
            case "self" or "edit":
                entry.Self ??= address;
                break;
        }
    }

    private static bool TryReadThreading(XmlReader reader, BloggerEntry entry)
    {
        switch (reader.LocalName)
        {
            case "in-reply-to":
                entry.InReplyTo ??= reader.GetAttribute("ref");
                return false;
            case "total":
                entry.Total = First(entry.Total, ReadText(reader));
                return true;
            default:
                return false;
        }
    }

    private static bool ReadProperty(XmlReader reader, BloggerEntry entry)
    {
        var value = reader.GetAttribute("value");
        switch (reader.GetAttribute("name"))
        {
            case "blogger.contentRemoved":
                entry.Removed = !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
                break;
            case "blogger.itemClass":
                entry.PersonKey = value;
                break;
        }

        return false;
    }

    private static bool ReadControl(XmlReader reader, BloggerEntry entry)
    {
        foreach (var _ in Children(reader))
        {
            if (reader.LocalName == "draft")
            {
                entry.Draft |= !ReadText(reader).Trim().Equals("no", StringComparison.OrdinalIgnoreCase);
            }
            else
            {
                reader.Skip();
            }
        }

        return true;
    }

    private static void ReadAuthor(XmlReader reader, BloggerEntry entry)
    {
        foreach (var _ in Children(reader))
        {
            switch (reader.LocalName)
            {
                case "name":
                    entry.AuthorName = First(entry.AuthorName, ReadText(reader));
                    break;
                case "uri":
                    entry.AuthorUri = First(entry.AuthorUri, ReadText(reader));
                    break;
                case "email":
                    entry.AuthorEmail = First(entry.AuthorEmail, ReadText(reader));
                    break;
                case "image":
                    entry.AuthorImage ??= reader.GetAttribute("src");
                    reader.Skip();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    /// <summary>Stops at every child element; the body of the loop must read past it. Ends behind the parent's end tag.</summary>
    private static IEnumerable<int> Children(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            yield break;
        }

        Step(reader);
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                yield return depth;
            }
            else
            {
                Step(reader);
            }
        }

        reader.Read();
    }

    // Where an element stands twice the first counts; the second must be read all the same.
    private static string First(string? known, string read) => known ?? read;

    /// <summary>The text of an element; markup in it is passed over.</summary>
    private static string ReadText(XmlReader reader) => ReadAll(reader, markup: false);

    /// <summary>The content of an element: escaped markup as its text, unescaped markup (xhtml, hand-made files) as it stands.</summary>
    private static string ReadMarkup(XmlReader reader) => ReadAll(reader, markup: true);

    private static string ReadAll(XmlReader reader, bool markup)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return string.Empty;
        }

        var depth = reader.Depth;
        var first = string.Empty;
        StringBuilder? all = null;
        var escape = markup && reader.GetAttribute("type") == "xhtml";
        Step(reader);
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                all ??= new StringBuilder(first);
                if (markup)
                {
                    all.Append(reader.ReadOuterXml());
                }
                else
                {
                    reader.Skip();
                }

                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                var piece = escape ? System.Net.WebUtility.HtmlEncode(reader.Value) : reader.Value;
                if (first.Length == 0 && all is null)
                {
                    first = piece;
                }
                else
                {
                    (all ??= new StringBuilder(first)).Append(piece);
                }
            }

            Step(reader);
        }

        reader.Read();
        return all?.ToString() ?? first;
    }

    private static void Step(XmlReader reader)
    {
        if (!reader.Read())
        {
            throw new XmlException("The entry breaks off.");
        }
    }
}
