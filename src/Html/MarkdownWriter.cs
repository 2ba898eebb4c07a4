namespace Blog.Html;

/// <summary>
/// Writes Markdown from a stream of texts, line breaks and block edges in document order, whoever reads them from where. Every character of
/// the texts is kept (collapsed white space apart) and escaped where Markdown would read more into it.
/// </summary>
internal sealed class MarkdownWriter
{
    private readonly MarkdownBlocks _blocks = new();
    private readonly InlineText _inline = new();
    private readonly List<bool> _quotes = []; // whether each open quote has a container
    private readonly List<MarkdownList> _lists = [];
    private readonly ChangeCounter _changes;
    private readonly InlineMarkdown _inlineMarkdown;
    private readonly TextCleaner _cleaner;
    private ((int Depth, bool IsOrdered, bool IsAlternate) Marker, int Separations)? _listBefore;
    private (int Paragraph, int Index, string Address)? _linkText;
    private int _paragraph;
    private int _heading;
    private bool _breakWasElement;

    public MarkdownWriter(ChangeCounter changes)
    {
        _changes = changes;
        _inlineMarkdown = new InlineMarkdown(changes);
        _cleaner = new TextCleaner(changes);
    }

    /// <summary>How the texts that follow are set.</summary>
    public InlineStyle Style { get; set; }

    /// <summary>Address of the link around the texts that follow, from <see cref="LinkPolicy"/>; null for none. Each link is its own string object.</summary>
    public string? Link { get; set; }

    /// <summary>Whether a table cell is being read: its text stays on one line until <see cref="TakeCell"/>.</summary>
    public bool IsInCell { get; set; }

    /// <summary>Whether a quote or list item is open.</summary>
    public bool IsInContainer => _blocks.Depth > 0;

    /// <summary>Level of the heading around the texts that follow, 2 to 6; 0 for none.</summary>
    public int Heading
    {
        get => _heading;
        set
        {
            EndBlock();
            _heading = value;
        }
    }

    /// <summary>Adds a text as the source has it, entities decoded.</summary>
    /// <param name="text">The text.</param>
    /// <param name="newlinesAreBreaks">Whether a raw newline is a line break or white space.</param>
    public void Text(ReadOnlySpan<char> text, bool newlinesAreBreaks)
    {
        text = _cleaner.Clean(text);
        while (!text.IsEmpty)
        {
            // Words with single blanks between them are taken as one.
            var length = text.IndexOfAny(TextCleaner.BlanksButSpace);
            length = length < 0 ? text.Length : length;
            var twice = text[..length].IndexOf("  ", StringComparison.Ordinal);
            length = twice < 0 ? length : twice;
            Words(text[..length]);
            if (length == text.Length)
            {
                return;
            }
            if (newlinesAreBreaks && text[length] == '\n')
            {
                NewlineBreak();
            }
            else
            {
                _inline.AddBlank(text[length]);
            }
            text = text[(length + 1)..];
        }
    }

    /// <summary>A line break.</summary>
    public void Break()
    {
        _inline.AddBreak();
        _breakWasElement = true;
    }

    /// <summary>The edge of a block without space around it: the line ends if it has text.</summary>
    public void EndLine()
    {
        if (_inline.Breaks == 0)
        {
            _inline.AddBreak();
        }
    }

    /// <summary>The edge of a paragraph.</summary>
    public void EndBlock() => Flush(isBare: false);

    /// <summary>An image.</summary>
    public void Image(string alternative, string address)
    {
        EndParagraphAfterBreaks(isImage: true);
        _inline.AppendImage(_cleaner.CleanLine(alternative), address, LinkIndex());
    }

    /// <summary>The place reached, for <see cref="IsOnlyImagesSince"/>.</summary>
    public (int Paragraph, int Length) Mark() => (_paragraph, _inline.Length);

    /// <summary>Whether an image and no text was written since a place in the same paragraph.</summary>
    public bool IsOnlyImagesSince((int Paragraph, int Length) mark) => mark.Paragraph == _paragraph && _inline.IsOnlyImages(mark.Length);

    /// <summary>Whether nothing at all was written since a place.</summary>
    public bool IsEmptySince((int Paragraph, int Length) mark) => mark == (_paragraph, _inline.Length);

    /// <summary>Takes the current link off what was written in it.</summary>
    public void Unlink()
    {
        if (_linkText is { } link && link.Paragraph == _paragraph)
        {
            _inline.Unlink(link.Index);
        }
    }

    /// <summary>A quote begins.</summary>
    public void OpenQuote()
    {
        Flush(isBare: true);
        _quotes.Add(TryOpen(new MarkdownContainer("> ", "> ", isItem: false)));
    }

    /// <summary>A quote ends.</summary>
    public void CloseQuote()
    {
        EndBlock();
        if (_quotes[^1])
        {
            _blocks.Close();
        }
        _quotes.RemoveAt(_quotes.Count - 1);
    }

    /// <summary>A list begins.</summary>
    public void OpenList(bool isOrdered, int start)
    {
        Flush(isBare: true);
        var reopened = TryOpenParentItem();
        var marker = (_blocks.Depth, isOrdered, false);
        var isAlternate = _listBefore is { } before && before.Marker == marker && before.Separations == _blocks.Separations;
        _lists.Add(new MarkdownList(_blocks.Depth, isOrdered, start, isAlternate) { ReopenedItem = reopened });
    }

    /// <summary>A list ends.</summary>
    public void CloseList()
    {
        EndBlock();
        var list = _lists[^1];
        _lists.RemoveAt(_lists.Count - 1);
        list.EndItem();
        if (list.ReopenedItem)
        {
            _blocks.Close();
        }
        if (list.IsStarted)
        {
            _listBefore = (list.Marker, _blocks.Separations);
        }
    }

    /// <summary>A list item begins; false where there is no list for it, and it is only a block.</summary>
    public bool OpenItem()
    {
        EndBlock();
        if (_lists.Count == 0 || _lists[^1] is not { IsItemOpen: false } list || _blocks.Depth != list.Depth || !TryOpen(list.NextItem()))
        {
            return false;
        }
        list.IsItemOpen = true;
        _listBefore = null;
        return true;
    }

    /// <summary>The item that <see cref="OpenItem"/> began ends.</summary>
    public void CloseItem()
    {
        Flush(isBare: true);
        var list = _lists[^1];
        list.IsItemOpen = false;
        list.EndItem();
        _blocks.Close();
    }

    /// <summary>A thematic break.</summary>
    public void Rule()
    {
        EndBlock();
        _blocks.Rule();
    }

    /// <summary>A text of the source with mojibake repaired and invisible characters dropped and counted.</summary>
    public string Repaired(string text) => _cleaner.Clean(text).ToString();

    /// <summary>A code block of repaired text; its lines stay as they are.</summary>
    public void Code(string code)
    {
        EndBlock();
        code = TextCleaner.CodeLines(code).Trim('\n');
        if (code.AsSpan().ContainsAnyExcept(TextCleaner.Blanks))
        {
            _blocks.Code(code);
        }
    }

    /// <summary>The text of the current table cell in Markdown; the cell ends.</summary>
    public string TakeCell()
    {
        var cell = _inline.IsEmpty ? string.Empty : _inlineMarkdown.Write(_inline, oneLine: true).ToString();
        ClearInline();
        return cell;
    }

    /// <summary>A table of cells taken by <see cref="TakeCell"/>, every row of the same length; the first row becomes its head.</summary>
    public void Table(List<List<string>> rows)
    {
        EndBlock();
        _blocks.Table(rows);
    }

    /// <summary>Ends everything; the Markdown, without a line end behind it.</summary>
    public string Finish()
    {
        EndBlock();
        var markdown = _blocks.Finish();
        _blocks.Clear();
        _lists.Clear();
        _quotes.Clear();
        _listBefore = null;
        _linkText = null;
        _heading = 0;
        _breakWasElement = false;
        Style = InlineStyle.None;
        Link = null;
        IsInCell = false;
        return markdown;
    }

    private void Words(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty)
        {
            return;
        }
        if (words[0] == ' ')
        {
            _inline.AddBlank(' ');
            words = words[1..];
        }
        var endsInBlank = !words.IsEmpty && words[^1] == ' ';
        words = endsInBlank ? words[..^1] : words;
        if (!words.IsEmpty)
        {
            EndParagraphAfterBreaks(isImage: false);
            _inline.Append(words, Style, LinkIndex());
            _breakWasElement = false;
        }
        if (endsInBlank)
        {
            _inline.AddBlank(' ');
        }
    }

    /// <summary>Two line ends part paragraphs; one is enough between a picture on lines of its own and text.</summary>
    private void EndParagraphAfterBreaks(bool isImage)
    {
        var isEnded = _inline.IsEnded || (_inline.Breaks > 0 && (isImage || _inline.IsOnlyImages(0)));
        if (isEnded && _heading == 0 && !IsInCell)
        {
            Flush(isBare: false);
        }
    }

    /// <summary>A raw newline directly behind a break element is only the source's own line end.</summary>
    private void NewlineBreak()
    {
        if (!_breakWasElement)
        {
            _inline.AddBreak();
        }
        _breakWasElement = false;
    }

    private int LinkIndex()
    {
        if (Link is null)
        {
            _linkText = null;
            return -1;
        }
        if (_linkText is not { } link || link.Paragraph != _paragraph || !ReferenceEquals(link.Address, Link))
        {
            _linkText = link = (_paragraph, _inline.AddLink(Link), Link);
        }
        return link.Index;
    }

    private bool TryOpen(MarkdownContainer container)
    {
        var opened = _blocks.TryOpen(container);
        _changes.Add(ChangeKind.NestingFlattened, opened ? 0 : 1);
        return opened;
    }

    /// <summary>A list directly in a list, between its items, belongs to the item before it.</summary>
    private bool TryOpenParentItem()
    {
        if (_lists.Count == 0 || _lists[^1] is not { IsItemOpen: false } parent || _blocks.Depth != parent.Depth)
        {
            return false;
        }
        return TryOpen(parent.Item is { IsStarted: true } item && _blocks.DepthBefore > parent.Depth ? item : parent.NextItem());
    }

    private void ClearInline()
    {
        _inline.Clear();
        _paragraph++;
    }

    private void Flush(bool isBare)
    {
        if (IsInCell)
        {
            _inline.AddBlank(' ');
            return;
        }
        if (!_inline.IsEmpty)
        {
            var isHeading = _heading > 0 && !_inline.IsOnlyImages(0);
            var markdown = _inlineMarkdown.Write(_inline, oneLine: isHeading);
            if (isHeading)
            {
                _blocks.Heading(_heading, markdown.ToString());
            }
            else
            {
                _blocks.Paragraph(markdown.Span, isBare);
            }
        }
        ClearInline();
    }
}
