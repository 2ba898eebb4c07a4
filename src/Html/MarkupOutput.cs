using System.Text;
using Blog.Text;

namespace Blog.Html;

/// <summary>Collects the markup of one text, with its links, words and findings. Text enters it only escaped, tags only as constants.</summary>
internal sealed class MarkupOutput
{
    /// <summary>A buffer that has grown past this is not kept for the next text.</summary>
    private const int MaxKept = 1 << 20;

    private readonly StringBuilder _markup = new(4096);
    private List<RenderedLink>? _links;
    private List<MarkdownFinding>? _findings;
    private List<string>? _terms;
    private bool _inWord;
    private int _words;

    /// <summary>Line of the text that is being written, from 1.</summary>
    public int Line { get; set; } = 1;

    /// <summary>Starts afresh for the next text.</summary>
    public void Clear()
    {
        _markup.Clear();
        if (_markup.Capacity > MaxKept)
        {
            _markup.Capacity = 4096;
        }

        _links = null;
        _findings = null;
        _terms = null;
        _inWord = false;
        _words = 0;
        Line = 1;
    }

    /// <summary>A tag or part of one, from this folder's own constants, or a number.</summary>
    public void Tag(string constant) => _markup.Append(constant);

    /// <inheritdoc cref="Tag(string)"/>
    public void Number(int value) => _markup.Append(value);

    /// <summary>A tag between blocks, where a word ends.</summary>
    public void BlockTag(string constant)
    {
        _markup.Append(constant);
        _inWord = false;
    }

    /// <summary>Words of the text.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\t' or '\u00A0')
            {
                _inWord = false;
            }
            else if (!_inWord && (char.IsLetterOrDigit(c) || char.IsHighSurrogate(c)))
            {
                _inWord = true;
                _words++;
            }
        }

        HtmlEscaper.AppendText(_markup, text);
    }

    /// <summary>Plain text that may hold redaction marks, as titles do.</summary>
    public void MarkedText(string text)
    {
        foreach (var piece in RedactionMarkSplitter.Split(text))
        {
            if (piece.Mark is null)
            {
                Text(piece.Text);
            }
            else
            {
                Mark(piece.Mark);
            }
        }
    }

    /// <summary>A redaction mark.</summary>
    public void Mark(RedactionMark mark)
    {
        if (!mark.TryGetKind(out var kind))
        {
            AddFinding(MarkdownFinding.UnknownLabel);
        }

        Tag("<span class=\"redacted\" data-kind=\"");
        Tag(RedactionLabelTable.ToWord(kind));
        Tag("\">");
        Text(mark.ReaderText);
        Tag("</span>");
    }

    /// <summary>The value of an attribute, without its quotes.</summary>
    public void Attribute(ReadOnlySpan<char> value) => HtmlEscaper.AppendAttribute(_markup, value);

    /// <summary>Notes an address that was written.</summary>
    public void AddLink(RenderedLink link) => (_links ??= []).Add(link);

    /// <summary>Notes an abbreviation; false where the text has had it already.</summary>
    public bool AddTerm(string term)
    {
        _terms ??= [];
        if (_terms.Contains(term))
        {
            return false;
        }

        _terms.Add(term);
        return true;
    }

    /// <summary>Notes something at the current line.</summary>
    public void AddFinding(string reason) => (_findings ??= []).Add(new MarkdownFinding(reason, Line));

    /// <summary>The finished text.</summary>
    public RenderedMarkdown ToRendered()
    {
        while (_markup.Length > 0 && _markup[^1] == '\n')
        {
            _markup.Length--;
        }

        return new RenderedMarkdown(new SafeHtml(_markup.ToString()), _links ?? [], _words, _findings ?? []) { Terms = _terms ?? [] };
    }
}
