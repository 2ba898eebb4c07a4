using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Blog.Import.Documents;

/// <summary>Reads a Word document (ECMA-376, transitional and strict): its text, and apart from it everything it carries along.</summary>
/// <remarks>
/// The parts are read by our own small walker and not by DocumentFormat.OpenXml, which opens packages through .NET's zip reader
/// (fact 8 of DESIGN.md) and knows nothing of what is hidden. Names are compared without their namespace: both editions of the standard,
/// and Word's own additions, use the same words.
/// </remarks>
internal sealed class WordReader
{
    private const int InvisibleSize = 4; // half points: two points are no type to read

    private readonly ZipPackage _package;
    private readonly DocumentFindings _findings;
    private readonly MarkupBuilder _markup;
    private readonly ChangedWords _changes;
    private readonly Dictionary<string, (string Target, bool IsExternal)> _relations;
    private readonly WordStyles _styles;
    private readonly SortedSet<string> _revisions = new(StringComparer.Ordinal);
    private readonly StringBuilder _field = new();
    private int _fieldDepth;
    private bool _inInstruction;
    private string? _fieldLink;
    private int _paragraph;

    public WordReader(ZipPackage package, DocumentFindings findings)
    {
        _package = package;
        _findings = findings;
        _markup = new MarkupBuilder(findings.Limits);
        _changes = new ChangedWords(findings);
        _relations = WordProperties.Relations(package, "word/_rels/document.xml.rels", findings.Limits);
        _styles = new WordStyles(
            PackageXml.Read(package, "word/styles.xml", findings.Limits), PackageXml.Read(package, "word/numbering.xml", findings.Limits));
    }

    /// <summary>A change, or a way of not being seen, that words stand under.</summary>
    /// <param name="Kind">Which; null for plain words.</param>
    /// <param name="By">Who did it.</param>
    /// <param name="Fill">Colour behind the words; null for the page's white.</param>
    /// <param name="Link">Address they lead to.</param>
    /// <param name="Style">The paragraph's style.</param>
    private readonly record struct Setting(HiddenPieceKind? Kind, string? By, string? Fill, string? Link, string? Style);

    /// <summary>Reads the document.</summary>
    /// <exception cref="DocumentException">It is damaged or beyond the limits.</exception>
    public ReadDocument Read()
    {
        var main = MainPart();
        var root = PackageXml.Read(_package, main, _findings.Limits)
            ?? throw new DocumentException(DocumentFault.Damaged, DocumentMessages.Damaged("The document", "in its list of parts", "the part with the text is missing"));
        var body = PackageXml.Child(root, "body")
            ?? throw new DocumentException(DocumentFault.Damaged, DocumentMessages.Damaged("The document", "in the part with the text", "it has no body"));
        Blocks(body, default);
        _changes.End();
        var markup = _markup.Finish();
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes())
            {
                if (attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) && _revisions.Count < _findings.Limits.MaximumListed)
                {
                    _revisions.Add(attribute.Value);
                }
            }
        }

        _findings.LeaveBehind(LeftBehindKind.Identifier, $"{main} rsid", string.Join(' ', _revisions));
        WordProperties.Read(_package, main, _findings);
        return _findings.Finish(DocumentKind.Word, _findings.ToMarkdown(markup), _markup.Title);
    }

    private string MainPart()
    {
        foreach (var (target, _) in WordProperties.RelationsOfType(_package, "_rels/.rels", "officeDocument", _findings.Limits))
        {
            if (_package.Has(target.TrimStart('/')))
            {
                return target.TrimStart('/');
            }
        }

        return "word/document.xml";
    }

    private string Where() => string.Create(CultureInfo.InvariantCulture, $"paragraph {_paragraph}");

    private void Blocks(XElement parent, Setting setting)
    {
        foreach (var element in parent.Elements())
        {
            Block(element, setting);
        }
    }

    private void Block(XElement element, Setting setting)
    {
        switch (element.Name.LocalName)
        {
            case "p":
                Paragraph(element, setting);
                break;
            case "tbl":
                _markup.OpenTable();
                Blocks(element, setting);
                _markup.CloseTable();
                break;
            case "tr":
                _markup.OpenRow();
                Blocks(element, RowChange(element, setting));
                _markup.CloseRow();
                break;
            case "tc":
                _markup.OpenCell();
                Blocks(element, setting with { Fill = FillOf(PackageXml.Child(element, "tcPr")) ?? setting.Fill });
                _markup.CloseCell();
                break;
            case "sdtPr" or "sdtEndPr":
                LeaveProperties(element);
                break;
            case "altChunk":
                _findings.Note("The document holds another document in it that only Word puts together (an \"altChunk\"): its words are not read. Ask for a copy saved anew.");
                break;
            case "sectPr" or "tblPr" or "tblGrid" or "trPr" or "tcPr" or "tblPrEx":
                break;
            default:
                if (!TryChange(element, setting, Blocks))
                {
                    Inline(element, setting);
                }

                break;
        }
    }

    private void Paragraph(XElement element, Setting setting)
    {
        _paragraph++;
        var properties = PackageXml.Child(element, "pPr");
        var style = WordStyles.Value(PackageXml.Child(properties, "pStyle"));
        var name = _styles.NameOf(style);
        var heading = _styles.HeadingOf(properties, style);
        if (name == "title")
        {
            _markup.Heading(1, isTitle: true);
        }
        else if (heading > 0)
        {
            _markup.Heading(heading, isTitle: false);
        }
        else if (_styles.TryList(properties, style, out var level, out var ordered))
        {
            _markup.Item(level, ordered);
        }
        else if (name.Contains("quote", StringComparison.Ordinal))
        {
            _markup.Quote();
        }
        else
        {
            _markup.Paragraph();
        }

        foreach (var child in element.Elements())
        {
            if (child != properties)
            {
                Inline(child, setting with { Style = style, Fill = FillOf(properties) ?? setting.Fill });
            }
        }

        _changes.End();
        _markup.EndBlock();
    }

    private void Inlines(XElement parent, Setting setting)
    {
        foreach (var element in parent.Elements())
        {
            Inline(element, setting);
        }
    }

    private void Inline(XElement element, Setting setting)
    {
        switch (element.Name.LocalName)
        {
            case "r":
                Run(element, setting);
                break;
            case "hyperlink":
                Inlines(element, setting with { Link = LinkOf(element) });
                break;
            case "fldSimple":
                LeaveInstruction(PackageXml.Attribute(element, "instr"));
                Inlines(element, setting);
                break;
            case "bookmarkStart":
                _findings.LeaveBehind(LeftBehindKind.Identifier, "bookmark", PackageXml.Attribute(element, "name"));
                break;
            case "permStart":
                _findings.LeaveBehind(LeftBehindKind.Person, "permission to edit", PackageXml.Attribute(element, "ed"));
                break;
            case "smartTagPr" or "sdtPr" or "sdtEndPr":
                LeaveProperties(element);
                break;
            case "p" or "tbl" when element.Parent?.Name.LocalName is not "txbxContent":
                Block(element, setting);
                break;
            case "pPr" or "rPr" or "proofErr":
                break;
            default:
                if (!TryChange(element, setting, Inlines))
                {
                    Piece(element, setting, default);
                }

                break;
        }
    }

    private delegate void Walk(XElement parent, Setting setting);

    /// <summary>Goes into a tracked change; false where the element is none.</summary>
    private bool TryChange(XElement element, Setting setting, Walk walk)
    {
        HiddenPieceKind? kind = element.Name.LocalName switch
        {
            "ins" or "moveTo" or "cellIns" => HiddenPieceKind.TrackedInsertion,
            "del" or "moveFrom" or "cellDel" => HiddenPieceKind.TrackedDeletion,
            _ => null,
        };
        if (kind is null)
        {
            return false;
        }

        var author = PackageXml.Attribute(element, "author");
        _findings.LeaveBehind(LeftBehindKind.Person, "tracked change", author);
        _findings.LeaveBehind(LeftBehindKind.Time, "tracked change", PackageXml.Attribute(element, "date"));
        var deleted = setting.Kind == HiddenPieceKind.TrackedDeletion; // inserted and deleted again: it is not in the text
        walk(element, deleted ? setting : setting with { Kind = kind, By = author });
        return true;
    }

    private static Setting RowChange(XElement row, Setting setting)
    {
        var properties = PackageXml.Child(row, "trPr");
        return PackageXml.Child(properties, "del") is { } deleted
            ? setting with { Kind = HiddenPieceKind.TrackedDeletion, By = PackageXml.Attribute(deleted, "author") }
            : setting;
    }

    private void Run(XElement run, Setting setting)
    {
        var properties = PackageXml.Child(run, "rPr");
        var style = WordStyles.Value(PackageXml.Child(properties, "rStyle"));
        var marks = new TextMarks(
            IsSet(properties, style, setting, "b"), IsSet(properties, style, setting, "i"), IsSet(properties, style, setting, "strike"), setting.Link ?? _fieldLink);
        var seen = setting.Kind == HiddenPieceKind.TrackedDeletion ? setting : setting with { Kind = Unseen(properties, style, setting) ?? setting.Kind };
        foreach (var element in run.Elements())
        {
            if (element != properties)
            {
                Piece(element, seen, marks);
            }
        }
    }

    private XElement? Find(XElement? properties, string? style, Setting setting, string name) =>
        _styles.Find(properties, style, "rPr", name) ?? _styles.Find(null, setting.Style, "rPr", name);

    private bool IsSet(XElement? properties, string? style, Setting setting, string name) => WordStyles.IsOn(
        name == "b" && _styles.HeadingOf(null, setting.Style) > 0 ? null : Find(properties, style, setting, name)) ?? false;

    /// <summary>Whether words are set so that nobody sees them, and how.</summary>
    private HiddenPieceKind? Unseen(XElement? properties, string? style, Setting setting)
    {
        if (WordStyles.IsOn(Find(properties, style, setting, "vanish")) == true || WordStyles.IsOn(Find(properties, style, setting, "specVanish")) == true)
        {
            return HiddenPieceKind.HiddenText;
        }

        var size = WordStyles.Value(Find(properties, style, setting, "sz"));
        if (int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var halfPoints) && halfPoints <= InvisibleSize)
        {
            return HiddenPieceKind.TinyText;
        }

        var color = Find(properties, style, setting, "color");
        var fill = FillOf(properties) ?? setting.Fill;
        var highlight = WordStyles.Value(Find(properties, style, setting, "highlight"));
        fill = highlight is null or "none" ? fill : highlight;
        var value = WordStyles.Value(color);
        var theme = color is null ? null : PackageXml.Attribute(color, "themeColor");
        return IsSameColour(value, theme, fill) ? HiddenPieceKind.InvisibleColour : null;
    }

    private static bool IsSameColour(string? value, string? theme, string? fill)
    {
        var isWhite = DocumentColour.IsWhite(value) || theme is "background1" or "light1";
        return (isWhite && (fill is null || DocumentColour.IsWhite(fill))) || (value is not null && fill is not null && value.Equals(fill, StringComparison.OrdinalIgnoreCase) && value != "auto");
    }

    private static string? FillOf(XElement? properties) =>
        PackageXml.Child(properties, "shd") is { } shading && PackageXml.Attribute(shading, "fill") is { } fill && fill != "auto" ? fill : null;

    private void Piece(XElement element, Setting setting, TextMarks marks)
    {
        switch (element.Name.LocalName)
        {
            case "t" or "delText":
                Words(element.Value, setting, marks);
                break;
            case "instrText" or "delInstrText":
                if (_inInstruction && _field.Length < 10_000)
                {
                    _field.Append(element.Value);
                }

                break;
            case "fldChar":
                Field(element);
                break;
            case "tab" or "ptab":
                Words(" ", setting, marks);
                break;
            case "br" or "cr":
                if (setting.Kind is null or HiddenPieceKind.TrackedInsertion)
                {
                    _markup.Break();
                }

                break;
            case "noBreakHyphen":
                Words("-", setting, marks);
                break;
            case "sym":
                _findings.Note("A letter of a symbol font was left out. Look at the document itself where a sign seems to be missing.");
                break;
            case "footnoteReference" or "endnoteReference" or "commentReference":
                break; // the notes themselves are listed from their own parts
            case "drawing" or "pict" or "object":
                Drawing(element);
                break;
            case "AlternateContent": // the same twice, for two versions of Word: both are looked at, only the first counts
                Inlines(PackageXml.Child(element, "Choice") ?? element, setting);
                foreach (var box in element.Elements().Where(child => child.Name.LocalName == "Fallback").SelectMany(Boxes))
                {
                    _findings.Hide(HiddenPieceKind.TextBox, Where() + ", older form", PackageXml.TextOf(box));
                }

                break;
            default:
                if (element.HasElements)
                {
                    Inlines(element, setting);
                }

                break;
        }
    }

    private void Words(string words, Setting setting, TextMarks marks)
    {
        if (words.Length == 0)
        {
            return;
        }

        var isShown = setting.Kind is null or HiddenPieceKind.TrackedInsertion;
        if (isShown)
        {
            _markup.Text(words, marks);
        }

        if (setting.Kind is { } kind)
        {
            _changes.Add(kind, setting.By, isShown, Where(), words);
        }
        else
        {
            _changes.End();
        }
    }

    private void Field(XElement element)
    {
        switch (PackageXml.Attribute(element, "fldCharType"))
        {
            case "begin":
                _inInstruction = ++_fieldDepth == 1 || _inInstruction;
                break;
            case "separate" when _fieldDepth == 1:
                _inInstruction = false;
                var instruction = _field.ToString();
                _field.Clear();
                LeaveInstruction(instruction);
                _fieldLink = HyperlinkIn(instruction);
                break;
            case "end":
                _fieldDepth = Math.Max(0, _fieldDepth - 1);
                if (_fieldDepth == 0)
                {
                    LeaveInstruction(_field.ToString());
                    _field.Clear();
                    _inInstruction = false;
                    _fieldLink = null;
                }

                break;
        }
    }

    private void LeaveInstruction(string? instruction)
    {
        if (instruction is not null && HyperlinkIn(instruction) is null)
        {
            _findings.LeaveBehind(LeftBehindKind.CustomProperty, "field", instruction);
        }
    }

    private static string? HyperlinkIn(string instruction)
    {
        var trimmed = instruction.Trim();
        if (!trimmed.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = trimmed.Split('"');
        return parts.Length > 1 && parts[0].Trim().Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase) ? parts[1] : null;
    }

    private string? LinkOf(XElement hyperlink)
    {
        _findings.LeaveBehind(LeftBehindKind.Description, "tip of a link", PackageXml.Attribute(hyperlink, "tooltip"));
        if (PackageXml.Attribute(hyperlink, "id") is not { } id || !_relations.TryGetValue(id, out var relation))
        {
            return null;
        }

        if (DocumentPaths.IsWeb(relation.Target))
        {
            return relation.Target;
        }

        _findings.LeaveBehind(LeftBehindKind.Path, "link", relation.Target);
        return null;
    }

    private static IEnumerable<XElement> Boxes(XElement element) => element.Descendants().Where(child => child.Name.LocalName == "txbxContent");

    private void Drawing(XElement element)
    {
        _findings.Pictures++;
        var said = new HashSet<string>(StringComparer.Ordinal); // a picture and its frame say the same
        foreach (var child in element.DescendantsAndSelf())
        {
            if (child.Name.LocalName is "docPr" or "cNvPr" or "shape" or "imagedata" or "OLEObject")
            {
                if ((PackageXml.Attribute(child, "descr") ?? PackageXml.Attribute(child, "alt")) is { } words && said.Add(words))
                {
                    _findings.Hide(HiddenPieceKind.AlternativeText, Where(), words);
                }

                _findings.LeaveBehind(LeftBehindKind.Path, "name of a picture", PackageXml.Attribute(child, "name"));
                _findings.LeaveBehind(LeftBehindKind.Description, "title of a picture", PackageXml.Attribute(child, "title"));
            }
        }

        foreach (var box in Boxes(element))
        {
            _findings.Hide(HiddenPieceKind.TextBox, Where(), PackageXml.TextOf(box));
        }
    }

    private void LeaveProperties(XElement element)
    {
        foreach (var child in element.Descendants())
        {
            if (child.Name.LocalName is "alias" or "tag" or "attr" or "dataBinding" or "docPart")
            {
                foreach (var attribute in child.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
                {
                    _findings.LeaveBehind(LeftBehindKind.CustomProperty, $"{element.Name.LocalName} {child.Name.LocalName}", attribute.Value);
                }
            }
        }
    }
}
