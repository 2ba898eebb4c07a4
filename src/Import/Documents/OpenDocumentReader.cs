using System.Globalization;
using System.Xml.Linq;

namespace Blog.Import.Documents;

/// <summary>Reads an OpenDocument text (OASIS OpenDocument 1.3): its words, and apart from them everything it carries along.</summary>
internal sealed class OpenDocumentReader
{
    private const int MostBlanks = 1_000; // that one element may stand for

    private readonly ZipPackage _package;
    private readonly DocumentFindings _findings;
    private readonly MarkupBuilder _markup;
    private readonly ChangedWords _changes;
    private readonly Dictionary<string, (HiddenPieceKind Kind, string? By, string Text)> _regions = new(StringComparer.Ordinal);
    private OpenDocumentStyles _styles = null!; // not null: set before anything is read
    private (HiddenPieceKind Kind, string? By)? _open; // the insertion that words stand under
    private int _paragraph;

    public OpenDocumentReader(ZipPackage package, DocumentFindings findings)
    {
        _package = package;
        _findings = findings;
        _markup = new MarkupBuilder(findings.Limits);
        _changes = new ChangedWords(findings);
    }

    private readonly record struct Setting(TextMarks Marks, HiddenPieceKind? Unseen, string? ListStyle, int ListLevel, bool InHeading);

    /// <summary>Reads the document.</summary>
    /// <exception cref="DocumentException">It is encrypted, damaged or beyond the limits.</exception>
    public ReadDocument Read()
    {
        var manifest = PackageXml.Read(_package, "META-INF/manifest.xml", _findings.Limits);
        if (manifest?.Descendants().Any(element => element.Name.LocalName == "encryption-data") == true)
        {
            throw new DocumentException(DocumentFault.Encrypted, DocumentMessages.Encrypted("The document"));
        }

        var content = PackageXml.Read(_package, "content.xml", _findings.Limits)
            ?? throw new DocumentException(DocumentFault.Damaged, DocumentMessages.Damaged("The document", "in its list of parts", "the part with the text is missing"));
        var styles = PackageXml.Read(_package, "styles.xml", _findings.Limits);
        _styles = new OpenDocumentStyles(content, styles);
        var text = PackageXml.Child(PackageXml.Child(content, "body"), "text")
            ?? throw new DocumentException(DocumentFault.Damaged, DocumentMessages.Damaged("The document", "in the part with the text", "it has no text"));
        Regions(text);
        Blocks(text, default);
        _changes.End();
        var markdown = _findings.ToMarkdown(_markup.Finish());
        Around(styles);
        Parts();
        return _findings.Finish(DocumentKind.OpenDocument, markdown, _markup.Title);
    }

    private string Where() => string.Create(CultureInfo.InvariantCulture, $"paragraph {_paragraph}");

    /// <summary>Reads the list of tracked changes; the words of deletions stand in it and nowhere else.</summary>
    private void Regions(XElement text)
    {
        foreach (var region in text.Elements().Where(child => child.Name.LocalName == "tracked-changes").Elements())
        {
            var change = region.Elements().FirstOrDefault();
            var by = change?.Descendants().FirstOrDefault(child => child.Name.LocalName == "creator")?.Value;
            _findings.LeaveBehind(LeftBehindKind.Person, "tracked change", by);
            _findings.LeaveBehind(LeftBehindKind.Time, "tracked change", change?.Descendants().FirstOrDefault(child => child.Name.LocalName == "date")?.Value);
            var kind = change?.Name.LocalName == "deletion" ? HiddenPieceKind.TrackedDeletion : HiddenPieceKind.TrackedInsertion;
            var words = kind == HiddenPieceKind.TrackedInsertion || change is null ? string.Empty
                : string.Join(' ', change.Elements().Where(child => child.Name.LocalName != "change-info").Select(PackageXml.TextOf));
            if (kind == HiddenPieceKind.TrackedDeletion)
            {
                _findings.Hide(kind, "tracked changes", words, by);
            }

            _regions.TryAdd(PackageXml.Attribute(region, "id") ?? string.Empty, (kind, by, words));
        }
    }

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
            case "p" or "h":
                Paragraph(element, setting);
                break;
            case "list":
                List(element, setting);
                break;
            case "table":
                _markup.OpenTable();
                Blocks(element, setting with { ListLevel = 0 });
                _markup.CloseTable();
                break;
            case "table-row":
                _markup.OpenRow();
                Blocks(element, setting);
                _markup.CloseRow();
                break;
            case "table-cell":
                _markup.OpenCell();
                Blocks(element, setting);
                _markup.CloseCell();
                break;
            case "tracked-changes" or "sequence-decls" or "forms" or "user-field-decls" or "variable-decls" or "dde-connection-decls" or "covered-table-cell":
                foreach (var declared in element.Descendants().Where(child => child.Name.LocalName is "user-field-decl" or "variable-decl" or "dde-connection-decl"))
                {
                    DocumentProperties.LeaveLeaves(declared, "content.xml", LeftBehindKind.CustomProperty, _findings);
                }

                break;
            case "section" when PackageXml.Attribute(element, "display") is "none" or "condition":
                _findings.Hide(HiddenPieceKind.HiddenText, $"section after paragraph {_paragraph.ToString(CultureInfo.InvariantCulture)}", PackageXml.TextOf(element));
                break;
            case "section" or "index-body" or "table-of-content" or "table-header-rows" or "table-rows" or "table-row-group" or "text-box" or "numbered-paragraph":
                Blocks(element, setting);
                break;
            default:
                Inline(element, setting);
                break;
        }
    }

    private void List(XElement list, Setting setting)
    {
        var style = PackageXml.Attribute(list, "style-name") ?? setting.ListStyle;
        var level = Math.Min(setting.ListLevel + 1, 9);
        foreach (var item in list.Elements().Where(child => child.Name.LocalName is "list-item" or "list-header"))
        {
            Blocks(item, setting with { ListStyle = style, ListLevel = level });
        }
    }

    private void Paragraph(XElement element, Setting setting)
    {
        _paragraph++;
        var style = PackageXml.Attribute(element, "style-name");
        var name = _styles.NameOf(style);
        var isHeading = element.Name.LocalName == "h";
        if (name is "title" or "subtitle" || isHeading)
        {
            var level = int.TryParse(PackageXml.Attribute(element, "outline-level"), NumberStyles.None, CultureInfo.InvariantCulture, out var outline) ? outline : 1;
            _markup.Heading(level, name == "title");
            isHeading = true;
        }
        else if (setting.ListLevel > 0)
        {
            _markup.Item(setting.ListLevel - 1, _styles.IsNumbered(setting.ListStyle, setting.ListLevel));
        }
        else if (name is "quotations" or "quote")
        {
            _markup.Quote();
        }
        else
        {
            _markup.Paragraph();
        }

        Inlines(element, Styled(OpenDocumentStyles.Paragraph, style, setting with { InHeading = isHeading, Marks = TextMarks.None }));
        _changes.End();
        _markup.EndBlock();
    }

    private Setting Styled(string family, string? style, Setting setting)
    {
        var weight = _styles.Find(family, style, "font-weight");
        var slant = _styles.Find(family, style, "font-style");
        var strike = _styles.Find(family, style, "text-line-through-style");
        return setting with
        {
            Unseen = _styles.Unseen(family, style) ?? setting.Unseen,
            Marks = setting.Marks with
            {
                IsBold = !setting.InHeading && (weight is null ? setting.Marks.IsBold : weight is "bold" or "600" or "700" or "800" or "900"),
                IsItalic = slant is null ? setting.Marks.IsItalic : slant is "italic" or "oblique",
                IsStrike = strike is null ? setting.Marks.IsStrike : strike != "none",
            },
        };
    }

    private void Inlines(XElement parent, Setting setting)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText text)
            {
                Words(Collapse(text.Value), setting);
            }
            else if (node is XElement element)
            {
                Inline(element, setting);
            }
        }
    }

    /// <summary>White space in the file is one blank (OpenDocument 1.3, 6.1.2); more are elements of their own.</summary>
    private static string Collapse(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n']) is var parts && parts.Length > 1
        ? parts.Where((part, i) => part.Length > 0 || i == 0 || i == parts.Length - 1)
        : parts);

    private void Inline(XElement element, Setting setting)
    {
        switch (element.Name.LocalName)
        {
            case "span":
                Inlines(element, Styled(OpenDocumentStyles.Words, PackageXml.Attribute(element, "style-name"), setting));
                break;
            case "a":
                Inlines(element, setting with { Marks = setting.Marks with { Link = LinkOf(element) } });
                break;
            case "s":
                var count = int.TryParse(PackageXml.Attribute(element, "c"), NumberStyles.None, CultureInfo.InvariantCulture, out var blanks) ? Math.Min(blanks, MostBlanks) : 1;
                Words(new string(' ', count), setting);
                break;
            case "tab":
                Words(" ", setting);
                break;
            case "line-break":
                _markup.Break();
                break;
            case "change-start":
                _open = _regions.TryGetValue(PackageXml.Attribute(element, "change-id") ?? string.Empty, out var region) ? (region.Kind, region.By) : null;
                break;
            case "change-end":
                _changes.End();
                _open = null;
                break;
            case "annotation":
                Comment(element);
                break;
            case "note":
                _findings.Hide(HiddenPieceKind.Note, Where(), PackageXml.TextOf(PackageXml.Child(element, "note-body") ?? element));
                break;
            case "hidden-text" or "hidden-paragraph" or "conditional-text":
                DocumentProperties.LeaveLeaves(element, Where(), LeftBehindKind.CustomProperty, _findings);
                _findings.Hide(HiddenPieceKind.HiddenText, Where(), PackageXml.Attribute(element, "string-value") ?? element.Value);
                break;
            case "author-name" or "author-initials" or "creator" or "initial-creator" or "sender-firstname" or "sender-lastname" or "sender-company" or "sender-email" or "file-name" or "printed-by":
                Words(element.Value, setting);
                _findings.Note("The text shows a field with a name or path that the writer's program filled in. Read the text for it.");
                break;
            case "frame" or "custom-shape" or "rect" or "g" or "line" or "control":
                Drawing(element);
                break;
            case "bookmark" or "bookmark-start" or "reference-mark" or "reference-mark-start":
                _findings.LeaveBehind(LeftBehindKind.Identifier, "bookmark", PackageXml.Attribute(element, "name"));
                break;
            case "p" or "h" or "list" or "table":
                Block(element, setting);
                break;
            default:
                Inlines(element, setting);
                break;
        }
    }

    private void Words(string words, Setting setting)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (setting.Unseen is { } unseen)
        {
            _changes.Add(unseen, by: null, isInText: false, Where(), words);
            return;
        }

        _markup.Text(words, setting.Marks);
        if (_open is { Kind: HiddenPieceKind.TrackedInsertion } insertion)
        {
            _changes.Add(insertion.Kind, insertion.By, isInText: true, Where(), words);
        }
        else
        {
            _changes.End();
        }
    }

    private string? LinkOf(XElement element)
    {
        var address = PackageXml.Attribute(element, "href") ?? string.Empty;
        _findings.LeaveBehind(LeftBehindKind.Description, "name of a link", PackageXml.Attribute(element, "name") ?? PackageXml.Attribute(element, "title"));
        if (DocumentPaths.IsWeb(address))
        {
            return address;
        }

        if (!address.StartsWith('#'))
        {
            _findings.LeaveBehind(LeftBehindKind.Path, "link", address);
        }

        return null;
    }

    private void Comment(XElement annotation)
    {
        var by = PackageXml.Child(annotation, "creator")?.Value;
        _findings.LeaveBehind(LeftBehindKind.Person, "comment", by);
        _findings.LeaveBehind(LeftBehindKind.Person, "comment initials", PackageXml.Child(annotation, "creator-initials")?.Value);
        _findings.LeaveBehind(LeftBehindKind.Time, "comment", PackageXml.Child(annotation, "date")?.Value);
        _findings.Hide(HiddenPieceKind.Comment, Where(), string.Join(' ', annotation.Elements().Where(child => child.Name.LocalName is "p" or "list").Select(PackageXml.TextOf)), by);
    }

    private void Drawing(XElement element)
    {
        _findings.Pictures++;
        foreach (var child in element.DescendantsAndSelf())
        {
            switch (child.Name.LocalName)
            {
                case "title" or "desc":
                    _findings.Hide(HiddenPieceKind.AlternativeText, Where(), child.Value);
                    break;
                case "text-box":
                    _findings.Hide(HiddenPieceKind.TextBox, Where(), PackageXml.TextOf(child));
                    break;
                case "p" when !child.Ancestors().Any(parent => parent.Name.LocalName == "text-box"):
                    _findings.Hide(HiddenPieceKind.TextBox, Where(), PackageXml.TextOf(child));
                    break;
                case "image" or "object" when PackageXml.Attribute(child, "href") is { } address && !_package.Has(address.TrimStart('.', '/')):
                    _findings.LeaveBehind(LeftBehindKind.Path, "linked picture or object", address);
                    break;
            }

            if (child.Name.LocalName == "frame")
            {
                _findings.LeaveBehind(LeftBehindKind.Path, "name of a picture", PackageXml.Attribute(child, "name"));
            }
        }
    }

    /// <summary>Headers and footers stand with the pages' styles.</summary>
    private void Around(XElement? styles)
    {
        foreach (var element in styles?.Descendants() ?? [])
        {
            if (element.Name.LocalName is "header" or "footer" or "header-left" or "footer-left" or "header-first" or "footer-first")
            {
                _findings.Hide(HiddenPieceKind.HeaderOrFooter, $"styles.xml {element.Name.LocalName}", PackageXml.TextOf(element));
            }
        }
    }

    private void Parts()
    {
        foreach (var name in _package.Names)
        {
            if (name is "content.xml" or "styles.xml" or "mimetype" or "META-INF/manifest.xml")
            {
                continue;
            }

            if (name is "meta.xml")
            {
                DocumentProperties.Leave(PackageXml.Read(_package, name, _findings.Limits)!, name, _findings); // not null: it is one of the names
            }
            else if (name is "settings.xml")
            {
                Settings(PackageXml.Read(_package, name, _findings.Limits)!); // not null: as above
            }
            else if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase))
            {
                var root = PackageXml.Read(_package, name, _findings.Limits)!; // not null: as above
                _findings.LeaveBehind(LeftBehindKind.UnreadPart, "package", name);
                _findings.Hide(HiddenPieceKind.TextBox, name, PackageXml.TextOf(root));
            }
            else
            {
                Bytes(name);
            }
        }
    }

    private void Bytes(string name)
    {
        var bytes = _package.Read(name, _findings.Limits.MaximumUnpackedBytes) ?? [];
        if (name.StartsWith("Thumbnails/", StringComparison.OrdinalIgnoreCase))
        {
            _findings.LeaveBehind(LeftBehindKind.Thumbnail, name, $"a picture of the first page, {bytes.Length.ToString(CultureInfo.InvariantCulture)} bytes");
        }

        DocumentPieces.Attach(bytes, name, _findings);
    }

    /// <summary>Of the hundred settings of LibreOffice only those with words in them are told: printers, paths, ids.</summary>
    private void Settings(XElement root)
    {
        foreach (var item in root.Descendants().Where(child => child.Name.LocalName == "config-item" && PackageXml.Attribute(child, "type") is "string" or "base64Binary"))
        {
            var name = PackageXml.Attribute(item, "name") ?? string.Empty;
            var kind = name.StartsWith("Printer", StringComparison.Ordinal) ? LeftBehindKind.Program
                : name.Contains("URL", StringComparison.Ordinal) || name.Contains("Path", StringComparison.Ordinal) ? LeftBehindKind.Path : LeftBehindKind.CustomProperty;
            _findings.LeaveBehind(kind, $"settings.xml {name}", item.Value);
        }

        _findings.LeaveBehind(
            LeftBehindKind.Identifier,
            "settings.xml Rsid",
            string.Join(' ', root.Descendants().Where(child => PackageXml.Attribute(child, "name") is "Rsid" or "RsidRoot").Select(child => child.Value)));
    }
}
