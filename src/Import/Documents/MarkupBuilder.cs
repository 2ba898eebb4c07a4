using System.Text;

namespace Blog.Import.Documents;

/// <summary>Writes what a word processor's file says as the few tags of HTML that the converter to Markdown reads; all text is escaped.</summary>
internal sealed class MarkupBuilder
{
    private readonly StringBuilder _markup = new();
    private readonly List<bool> _lists = []; // ordered or not, outermost first
    private readonly StringBuilder _title = new();
    private readonly DocumentLimits _limits;
    private string? _block;
    private bool _inTitle;
    private bool _inQuote;
    private int _cellDepth;
    private bool _cellHasText;
    private TextMarks _marks = TextMarks.None;

    public MarkupBuilder(DocumentLimits limits) => _limits = limits;

    /// <summary>The first paragraph set as a title; null where there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>Begins a paragraph.</summary>
    public void Paragraph() => Open("p", list: null, quote: false);

    /// <summary>Begins a paragraph that is a quotation.</summary>
    public void Quote() => Open("p", list: null, quote: true);

    /// <summary>Begins a heading of level 1 to 6; the document's title is a heading of level 1.</summary>
    public void Heading(int level, bool isTitle)
    {
        Open("h" + (char)('0' + Math.Clamp(level, 1, 6)), list: null, quote: false);
        _inTitle = isTitle && Title is null && _cellDepth == 0;
    }

    /// <summary>Begins an item of a list.</summary>
    /// <param name="level">How deep, from 0.</param>
    /// <param name="ordered">Whether it is numbered.</param>
    public void Item(int level, bool ordered) => Open("li", (Math.Clamp(level, 0, 8), ordered), quote: false);

    /// <summary>Appends words to the block that is open; opens a paragraph where none is.</summary>
    public void Text(string text, TextMarks marks)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_block is null)
        {
            Paragraph();
        }

        SetMarks(marks);
        Escape(text);
        if (_inTitle)
        {
            _title.Append(text);
        }

        _cellHasText = true;
        if (_markup.Length > _limits.MaximumCharacters)
        {
            throw new DocumentException(DocumentFault.TooLarge, DocumentMessages.TextTooLong);
        }
    }

    /// <summary>A line end within a block.</summary>
    public void Break()
    {
        if (_block is not null)
        {
            _markup.Append("<br>");
        }
    }

    /// <summary>Ends the block that is open.</summary>
    public void EndBlock()
    {
        SetMarks(TextMarks.None);
        if (_inTitle)
        {
            Title = _title.Length > 0 ? _title.ToString() : null;
            _inTitle = false;
        }

        if (_block is not null and not "li" && _cellDepth == 0)
        {
            _markup.Append("</").Append(_block).Append(">\n");
        }

        _block = null;
    }

    /// <summary>Begins a table; one within another is only its text.</summary>
    public void OpenTable()
    {
        EndBlock();
        if (_cellDepth++ == 0)
        {
            CloseLists();
            CloseQuote();
            _markup.Append("<table>");
        }
    }

    /// <summary>Begins a row.</summary>
    public void OpenRow() => Tag("<tr>");

    /// <summary>Ends a row.</summary>
    public void CloseRow() => Tag("</tr>");

    /// <summary>Begins a cell.</summary>
    public void OpenCell()
    {
        EndBlock();
        Tag("<td>");
        _cellHasText = false;
    }

    /// <summary>Ends a cell.</summary>
    public void CloseCell()
    {
        EndBlock();
        Tag("</td>");
    }

    /// <summary>Ends a table.</summary>
    public void CloseTable()
    {
        EndBlock();
        if (--_cellDepth == 0)
        {
            _markup.Append("</table>\n");
        }
    }

    /// <summary>The markup, everything closed.</summary>
    public string Finish()
    {
        EndBlock();
        CloseLists();
        CloseQuote();
        return _markup.ToString();
    }

    private void Open(string block, (int Level, bool Ordered)? list, bool quote)
    {
        EndBlock();
        if (_cellDepth > 0)
        {
            _markup.Append(_cellHasText ? "<br>" : string.Empty);
            _block = "p";
            return;
        }

        if (list is { } item)
        {
            CloseQuote();
            OpenItem(item.Level, item.Ordered);
        }
        else
        {
            CloseLists();
            if (quote != _inQuote)
            {
                _markup.Append(quote ? "<blockquote>" : "</blockquote>\n");
                _inQuote = quote;
            }

            _markup.Append('<').Append(block).Append('>');
        }

        _block = block;
    }

    private void OpenItem(int level, bool ordered)
    {
        while (_lists.Count > level + 1)
        {
            CloseList();
        }

        if (_lists.Count == level + 1)
        {
            if (_lists[^1] == ordered)
            {
                _markup.Append("</li><li>");
                return;
            }

            CloseList();
        }

        while (_lists.Count < level + 1)
        {
            _lists.Add(ordered);
            _markup.Append(ordered ? "<ol><li>" : "<ul><li>");
        }
    }

    private void CloseList()
    {
        _markup.Append(_lists[^1] ? "</li></ol>" : "</li></ul>");
        _lists.RemoveAt(_lists.Count - 1);
    }

    private void CloseLists()
    {
        while (_lists.Count > 0)
        {
            CloseList();
        }
    }

    private void CloseQuote()
    {
        _markup.Append(_inQuote ? "</blockquote>\n" : string.Empty);
        _inQuote = false;
    }

    private void Tag(string tag)
    {
        if (_cellDepth == 1)
        {
            _markup.Append(tag);
        }
    }

    private void SetMarks(TextMarks marks)
    {
        if (marks == _marks)
        {
            return;
        }

        Append(_marks.IsStrike, "</s>");
        Append(_marks.IsItalic, "</i>");
        Append(_marks.IsBold, "</b>");
        Append(_marks.Link is not null, "</a>");
        _marks = marks;
        if (marks.Link is not null)
        {
            _markup.Append("<a href=\"");
            Escape(marks.Link);
            _markup.Append("\">");
        }

        Append(marks.IsBold, "<b>");
        Append(marks.IsItalic, "<i>");
        Append(marks.IsStrike, "<s>");
    }

    private void Append(bool condition, string tag) => _markup.Append(condition ? tag : string.Empty);

    private void Escape(string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => _markup.Append("&lt;"),
                '>' => _markup.Append("&gt;"),
                '&' => _markup.Append("&amp;"),
                '"' => _markup.Append("&quot;"),
                _ => _markup.Append(c),
            };
        }
    }
}
