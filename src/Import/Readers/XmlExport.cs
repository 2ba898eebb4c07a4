using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Blog.Import.Xml;

namespace Blog.Import.Readers;

/// <summary>An XML export, read one element at a time, so that memory holds one of them and damage costs one of them.</summary>
internal sealed class XmlExport
{
    // Readers share a table of names and would let a hostile file grow it for ever; so it is thrown away now and then.
    private const int ElementsATable = 4096;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment, // the head's root is open where its text ends
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ElementSplitter.LongestElement + 1024L,
        MaxCharactersFromEntities = 1024,
    };

    private readonly ElementSplitter _splitter;
    private readonly RepairLog _repairs = new();
    private readonly SourceTally _tally;
    private readonly List<KeyValuePair<string, string>> _declared = [];
    private KnownPrefixes? _prefixes;
    private bool _breaksOff;
    private int _others;

    /// <summary>Opens an export and reads what stands before its first element.</summary>
    /// <param name="stream">The file; not disposed here.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="kind">What it must be.</param>
    /// <param name="elements">Local names of its elements; see <see cref="ElementSplitter"/>.</param>
    /// <param name="inner">Local name of elements within them that are entries themselves; null for none.</param>
    /// <param name="tally">Filled while reading.</param>
    /// <exception cref="ImportException">It is of another kind, or has a document type declaration.</exception>
    public XmlExport(Stream stream, string name, SourceKind kind, IReadOnlyList<string> elements, string? inner, SourceTally tally)
    {
        _tally = tally;
        var decoder = new SourceDecoder(stream, name, _repairs);
        SourceDetector.Require(kind, SourceDetector.Look(decoder.FirstBytes), name);
        _splitter = new ElementSplitter(decoder, elements, inner, _repairs);
        Head = ReadOpen(_splitter.ReadHead());
        if (_splitter.HasDocumentType)
        {
            throw new ImportException(
                $"{name}: the file has a document type declaration, which no export has and which can hide an attack. "
                + "Nothing was read. Download the export again.");
        }
    }

    /// <summary>The root with what stands in it before the first element, as far as it could be read; null where there is none.</summary>
    public XElement? Head { get; }

    /// <summary>The elements in the order of the export; read once.</summary>
    public IEnumerable<ExportElement> Elements()
    {
        while (_splitter.TryRead(out var slice))
        {
            Count();
            var xml = slice.Fault == SliceFault.None ? Read(slice) : null;
            _breaksOff = slice.Fault == SliceFault.BreaksOff;
            yield return new ExportElement(xml, slice.Name, slice.Number, slice.Place, Fault(slice.Fault, xml is not null), slice.Inner);
        }

        Count();
        _tally.Repairs = _repairs.ToList();
    }

    /// <summary>What to hand out for an element that could not be read: one entry for it and one for each entry within it.</summary>
    public static IEnumerable<SkippedEntry> Lost(ExportElement element)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{element.Name} {element.Number}");
        yield return new SkippedEntry($"{name} ({element.Place})", $"unreadable: {element.Fault}", Lost: true);
        for (var i = 1; i <= element.Inner; i++)
        {
            yield return new SkippedEntry(string.Create(CultureInfo.InvariantCulture, $"{name}, entry {i} in it"), $"unreadable: {element.Fault}", Lost: true);
        }
    }

    /// <summary>An entry for an export that breaks off, to be handed out after the last element; null for a whole one.</summary>
    public SkippedEntry? End()
    {
        if (_splitter.RootClosed || _breaksOff)
        {
            return null;
        }

        _tally.Gaps++;
        return new SkippedEntry($"end of file ({_splitter.Place})", "unreadable: the file breaks off before its end", Lost: true);
    }

    /// <summary>Counts entries of a kind that the tokenizer does not know, as the reader meets them.</summary>
    public void Add(int entries)
    {
        _others += entries;
        Count();
    }

    private void Count() => _tally.EntriesSeen = _splitter.Seen + _splitter.InnerSeen + _others;

    private static string? Fault(SliceFault fault, bool whole) => fault switch
    {
        SliceFault.None => whole ? null : "its XML is broken",
        SliceFault.NotClosed => "the next one begins before it ends",
        SliceFault.BreaksOff => "the file breaks off inside it",
        SliceFault.TooLong => string.Create(CultureInfo.InvariantCulture, $"it is longer than {ElementSplitter.LongestElement} characters"),
        SliceFault.TooDeep => string.Create(CultureInfo.InvariantCulture, $"its elements are nested deeper than {ElementSplitter.DeepestElement}"),
        SliceFault.TooManyAttributes => string.Create(CultureInfo.InvariantCulture, $"one of its tags has more than {ElementSplitter.MostAttributes} attributes"),
        _ => throw new InvalidOperationException($"Unknown fault {fault}."),
    };

    private XElement? Read(XmlSlice slice)
    {
        if (_prefixes is null || slice.Number % ElementsATable == 0)
        {
            _prefixes = new KnownPrefixes(new NameTable(), _repairs);
            foreach (var (prefix, uri) in _declared)
            {
                _prefixes.AddNamespace(prefix, uri);
            }
        }

        _prefixes.Place = slice.Place;
        try
        {
            using var text = new SliceText(slice.Text);
            using var reader = XmlReader.Create(text, Settings, new XmlParserContext(_prefixes.NameTable, _prefixes, null, XmlSpace.None));
            reader.MoveToContent();
            var element = (XElement)XNode.ReadFrom(reader);
            return reader.MoveToContent() == XmlNodeType.None ? element : null;
        }
        catch (XmlException)
        {
            // Its message may hold text of the source; place and id say enough.
            _prefixes = null; // it may have been left inside an element's scope
            return null;
        }
    }

    /// <summary>Reads markup whose last elements are still open; stops where it does, and where it is broken.</summary>
    private XElement? ReadOpen(string text)
    {
        var prefixes = new KnownPrefixes(new NameTable(), _repairs);
        XElement? root = null;
        var open = root;
        try
        {
            using var source = new StringReader(text);
            using var reader = XmlReader.Create(source, Settings, new XmlParserContext(prefixes.NameTable, prefixes, null, XmlSpace.None));
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                        var empty = reader.IsEmptyElement;
                        ReadAttributes(reader, element, isRoot: root is null);
                        root ??= element;
                        open?.Add(element);
                        open = empty ? open : element;
                        break;
                    case XmlNodeType.EndElement:
                        open = open?.Parent;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA:
                        open?.Add(reader.Value);
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // The normal end: the root is still open where the text stops. What was read before stays.
        }

        return root;
    }

    private void ReadAttributes(XmlReader reader, XElement element, bool isRoot)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
            else if (isRoot)
            {
                _declared.Add(new(reader.Prefix.Length == 0 ? string.Empty : reader.LocalName, reader.Value));
            }
        }

        reader.MoveToElement();
    }
}
