using AngleSharp.Dom;

namespace Blog.Html;

/// <summary>Walks a parsed text in document order, with a stack of its own instead of recursion, and tells the writer what stands there.</summary>
internal sealed class DomReader
{
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";

    private static readonly string[] TrackingPixels = [.. TableFile.Lines("TrackingPixels")];

    private readonly MarkdownWriter _writer;
    private readonly ChangeCounter _changes;
    private readonly LinkReader _links;
    private readonly List<DomFrame> _frames = [];
    private readonly List<EmbeddedPicture> _pictures = [];
    private HtmlContext _context = HtmlContext.Comment;
    private int _headingShift;

    public DomReader(MarkdownWriter writer, ChangeCounter changes, LinkReader links)
    {
        _writer = writer;
        _changes = changes;
        _links = links;
    }

    /// <summary>The pictures that stood in the text itself, in its order; none is left behind.</summary>
    public IReadOnlyList<EmbeddedPicture> TakePictures()
    {
        if (_pictures.Count == 0)
        {
            return [];
        }

        List<EmbeddedPicture> taken = [.. _pictures];
        _pictures.Clear();
        return taken;
    }

    /// <summary>Reads nodes; the writer is left to be finished.</summary>
    /// <param name="nodes">The nodes of a parsed fragment.</param>
    /// <param name="context">What is known of the source.</param>
    /// <param name="topHeading">The highest level of heading that occurs, 1 to 6: it becomes the second level, since the first is the page's own title.</param>
    public void Read(INodeList nodes, HtmlContext context, int topHeading)
    {
        _context = context;
        _headingShift = 2 - topHeading;
        _frames.Clear();
        _frames.Add(new DomFrame(nodes));
        while (_frames.Count > 0)
        {
            var frame = _frames[^1];
            if (frame.Next == frame.Children.Length)
            {
                Leave(frame);
                _frames.RemoveAt(_frames.Count - 1);
                continue;
            }
            switch (frame.Children[frame.Next++])
            {
                case IText text:
                    _writer.Text(text.Data, _context.NewlinesAreBreaks);
                    break;
                case IElement element:
                    Enter(element);
                    break;
                case IComment comment when comment.Data.StartsWith("[if", StringComparison.OrdinalIgnoreCase) || comment.Data.Contains("mso", StringComparison.OrdinalIgnoreCase):
                    _changes.Add(ChangeKind.WordClutterDropped);
                    break;
                default: // comments and processing instructions show nothing
                    break;
            }
        }
    }

    /// <summary>What an element is; everything outside HTML's own namespace is a drawing or formula.</summary>
    public static MarkupRole RoleOf(IElement element) =>
        element.NamespaceUri == HtmlNamespace ? MarkupTable.Role(element.LocalName) : MarkupRole.DropDrawing;

    private void Enter(IElement element)
    {
        var role = RoleOf(element);
        if (Drops(element, role, out var css))
        {
            return;
        }
        switch (role)
        {
            case MarkupRole.Break:
                _writer.Break();
                return;
            case MarkupRole.Rule:
                _writer.Rule();
                return;
            case MarkupRole.Image:
                Image(element);
                return;
            case MarkupRole.Ignore:
                return;
            case MarkupRole.Verbatim when !_writer.IsInCell:
                Verbatim(element);
                return;
            default:
                break;
        }
        var frame = new DomFrame(element.ChildNodes) { Role = role, OuterStyle = _writer.Style };
        _frames.Add(frame);
        _writer.Style = ((_writer.Style | Added(role)) & ~css.Removes) | css.Adds;
        Open(element, frame);
    }

    private void Open(IElement element, DomFrame frame)
    {
        switch (frame.Role)
        {
            case MarkupRole.Block:
            case MarkupRole.Verbatim:
            case MarkupRole.UnwrapForm:
                _writer.EndBlock();
                break;
            case MarkupRole.Line:
                _writer.EndLine();
                break;
            case MarkupRole.Quote:
                _writer.OpenQuote();
                break;
            case MarkupRole.List:
                _writer.OpenList(element.LocalName == "ol", ListStart(element));
                break;
            case MarkupRole.Item:
                frame.IsOpen = _writer.OpenItem();
                break;
            case MarkupRole.Heading:
                frame.OuterHeading = _writer.Heading;
                _writer.Heading = Math.Clamp(element.LocalName[1] - '0' + _headingShift, 2, 6);
                _writer.Style &= ~InlineStyle.Strong; // headings are bold already
                break;
            case MarkupRole.Quotation:
                _writer.Text("“", newlinesAreBreaks: false);
                break;
            case MarkupRole.Link when element.GetAttribute("href") is { } address:
                frame.Link = _links.Open(address, _context.BaseAddress, element.HasAttribute("imageanchor"));
                frame.IsOpen = true;
                break;
            case MarkupRole.Link when element.GetAttribute("name") == "more":
                _changes.Add(ChangeKind.JumpBreakDropped);
                break;
            case MarkupRole.Table:
                OpenTable(element, frame);
                break;
            case MarkupRole.Row when SimpleTable() is { } table:
                table.Rows!.Add([]); // not null: only simple tables are found
                break;
            case MarkupRole.Cell when SimpleTable() is not null:
                _writer.IsInCell = true;
                break;
            case MarkupRole.Row or MarkupRole.Cell:
                _writer.EndBlock();
                break;
            default: // styles are set already; the others are unwrapped
                break;
        }
    }

    private void Leave(DomFrame frame)
    {
        _writer.Style = frame.OuterStyle;
        switch (frame.Role)
        {
            case MarkupRole.Block:
            case MarkupRole.Verbatim:
            case MarkupRole.UnwrapForm:
                _writer.EndBlock();
                break;
            case MarkupRole.Line:
                _writer.EndLine();
                break;
            case MarkupRole.Quote:
                _writer.CloseQuote();
                break;
            case MarkupRole.List:
                _writer.CloseList();
                break;
            case MarkupRole.Item when frame.IsOpen:
                _writer.CloseItem();
                break;
            case MarkupRole.Item:
                _writer.EndBlock();
                break;
            case MarkupRole.Heading:
                _writer.Heading = frame.OuterHeading;
                break;
            case MarkupRole.Quotation:
                _writer.Text("”", newlinesAreBreaks: false);
                break;
            case MarkupRole.Link when frame.IsOpen:
                _links.Close(frame.Link);
                break;
            case MarkupRole.Table when frame.Rows is { } rows:
                _writer.Table(rows);
                break;
            case MarkupRole.Table:
                _writer.EndBlock();
                break;
            case MarkupRole.Cell when SimpleTable() is { } table:
                table.Rows![^1].Add(_writer.TakeCell()); // not null: only simple tables are found
                _writer.IsInCell = false;
                break;
            case MarkupRole.Row when SimpleTable() is not null:
                break;
            case MarkupRole.Row or MarkupRole.Cell:
                _writer.EndBlock();
                break;
            default:
                break;
        }
    }

    /// <summary>Whether an element is dropped with its content, for what it is or because it is not shown; counts it.</summary>
    private bool Drops(IElement element, MarkupRole role, out InlineCss css)
    {
        css = default;
        if (IsDropped(role))
        {
            return true;
        }
        css = ReadAttributes(element);
        _changes.Add(ChangeKind.HiddenTextDropped, css.Hides ? 1 : 0);
        return css.Hides;
    }

    private bool IsDropped(MarkupRole role)
    {
        ChangeKind? reason = role switch
        {
            MarkupRole.DropScript => ChangeKind.ScriptDropped,
            MarkupRole.DropStyle => ChangeKind.StyleDropped,
            MarkupRole.DropFrame => ChangeKind.FrameDropped,
            MarkupRole.DropEmbed => ChangeKind.EmbedDropped,
            MarkupRole.DropForm or MarkupRole.UnwrapForm => ChangeKind.FormDropped,
            MarkupRole.DropDrawing => ChangeKind.DrawingDropped,
            MarkupRole.DropMachinery => ChangeKind.PageMachineryDropped,
            MarkupRole.DropWord => ChangeKind.WordClutterDropped,
            _ => null,
        };
        if (reason is { } kind)
        {
            _changes.Add(kind);
        }
        return reason is not null && role != MarkupRole.UnwrapForm;
    }

    private static InlineStyle Added(MarkupRole role) => role switch
    {
        MarkupRole.Strong => InlineStyle.Strong,
        MarkupRole.Emphasis => InlineStyle.Emphasis,
        MarkupRole.Strike => InlineStyle.Strike,
        MarkupRole.Superscript => InlineStyle.Superscript,
        MarkupRole.Subscript => InlineStyle.Subscript,
        MarkupRole.Code => InlineStyle.Code,
        _ => InlineStyle.None,
    };

    private InlineCss ReadAttributes(IElement element)
    {
        var css = default(InlineCss);
        var isWord = MarkupTable.IsWordName(element.LocalName);
        var hides = false;
        for (var i = 0; i < element.Attributes.Length; i++)
        {
            var attribute = element.Attributes[i]!; // not null: within its length
            var name = attribute.Name;
            if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                _changes.Add(ChangeKind.HandlerDropped);
            }
            else if (name == "style")
            {
                css = InlineCss.Parse(attribute.Value);
                isWord |= css.IsWordClutter;
                _changes.Add(ChangeKind.StyleDropped, css.IsWordClutter || css.Adds != InlineStyle.None || css.Removes != InlineStyle.None || css.Hides ? 0 : 1);
            }
            else if (name == "class")
            {
                isWord |= attribute.Value.Contains("Mso", StringComparison.Ordinal);
            }
            else if (name == "hidden")
            {
                hides = true;
            }
        }
        _changes.Add(ChangeKind.WordClutterDropped, isWord ? 1 : 0);
        return css with { Hides = css.Hides || hides };
    }

    private void Image(IElement element)
    {
        var address = element.GetAttribute("src")?.Trim() ?? string.Empty;
        if (IsTrackingPixel(element, address))
        {
            _changes.Add(ChangeKind.TrackingPixelDropped);
        }
        else if (LinkPolicy.TryImage(address, _context.BaseAddress, out var source))
        {
            _writer.Image(element.GetAttribute("alt") ?? string.Empty, source);
        }
        else if (_context.TakesEmbeddedPictures && EmbeddedPicture.Read(address) is { } picture)
        {
            _changes.Add(ChangeKind.EmbeddedImageTaken);
            _pictures.Add(picture);
            _writer.Image(element.GetAttribute("alt") ?? string.Empty, picture.Address);
        }
        else
        {
            _changes.Add(address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? ChangeKind.EmbeddedImageDropped : ChangeKind.ImageWithoutAddressDropped);
        }
    }

    private static bool IsTrackingPixel(IElement element, string address)
    {
        if ((element.GetAttribute("width") is { } width && InlineCss.IsPixelLength(width))
            || (element.GetAttribute("height") is { } height && InlineCss.IsPixelLength(height))
            || (element.GetAttribute("style") is { } style && InlineCss.IsPixel(style)))
        {
            return true;
        }
        foreach (var part in TrackingPixels)
        {
            if (address.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static int ListStart(IElement element) =>
        int.TryParse(element.GetAttribute("start"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var start) ? start : 1;

    private void OpenTable(IElement element, DomFrame frame)
    {
        _writer.EndBlock();
        if (SimpleTable() is null && !_writer.IsInContainer && _writer.Heading == 0 && TableShape.IsSimple(element, out var isLayout))
        {
            frame.Rows = [];
        }
        else
        {
            TableShape.IsSimple(element, out isLayout);
            _changes.Add(ChangeKind.TableFlattened, isLayout ? 0 : 1);
        }
    }

    /// <summary>The frame of the simple table that is being read; null outside one.</summary>
    private DomFrame? SimpleTable()
    {
        // A simple table holds no other, and its cells are at most a few levels below it.
        for (var i = _frames.Count - 1; i >= 0; i--)
        {
            if (_frames[i].Role == MarkupRole.Table)
            {
                return _frames[i].Rows is null ? null : _frames[i];
            }
        }
        return null;
    }

    private void Verbatim(IElement element)
    {
        var images = new List<IElement>();
        var code = VerbatimText.Read(element, images, _writer.Repaired, (child, role) => Drops(child, role, out _));
        _writer.Code(code);
        foreach (var image in images)
        {
            Image(image);
        }
    }
}
