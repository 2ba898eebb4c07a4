namespace Blog.Html;

/// <summary>
/// Writes one paragraph's runs as Markdown. Emphasis is written, read back by <see cref="EmphasisReader"/> with CommonMark's own rules, and
/// written more plainly where it would not be read as meant: the text is never at stake, only its emphasis.
/// </summary>
internal sealed class InlineMarkdown
{
    // From the outside to the inside where two begin and end together.
    private static readonly InlineStyle[] Order =
        [InlineStyle.Strike, InlineStyle.Strong, InlineStyle.Emphasis, InlineStyle.Superscript, InlineStyle.Subscript];

    private static readonly (InlineStyle Keep, char Emphasis)[] Attempts =
    [
        ((InlineStyle)~0, '*'),
        ((InlineStyle)~0, '_'),
        (~InlineStyle.Emphasis, '*'),
        (InlineStyle.Strong | InlineStyle.Code, '*'),
        (InlineStyle.Code, '*'),
    ];

    private readonly TextBuffer _output = new();
    private readonly List<(InlineStyle Style, int Position)> _open = [];
    private readonly List<EmphasisSpan> _meant = [];
    private readonly List<(int Start, int End)> _opaque = [];
    private readonly List<Range> _brackets = [];
    private readonly ChangeCounter _changes;
    private InlineText _text = new();
    private List<InlineRun> _runs = [];
    private TextEdges _edges;

    public InlineMarkdown(ChangeCounter changes) => _changes = changes;

    /// <summary>The paragraph in Markdown, <c>\n</c> between its lines; valid until the next call.</summary>
    /// <param name="text">A paragraph that is not empty.</param>
    /// <param name="oneLine">True in headings and table cells: line breaks become blanks, nothing begins a line.</param>
    public TextBuffer Write(InlineText text, bool oneLine)
    {
        _output.Clear();
        _edges = oneLine ? TextEdges.Line : TextEdges.Paragraph;
        if (text.IsPlain)
        {
            _changes.Add(ChangeKind.RedactionMarkEscaped, MarkdownEscaper.Append(_output, OneLine(text.Text, oneLine), _edges));
            return _output;
        }
        _text = text;
        var marks = 0;
        foreach (var (keep, emphasis) in Attempts)
        {
            _runs = EmphasisEdges.Settle(text, keep);
            _output.Clear();
            _open.Clear();
            _meant.Clear();
            _opaque.Clear();
            _brackets.Clear();
            marks = WriteRuns(emphasis, oneLine);
            if (_meant.Count == 0 || EmphasisReader.ReadsAs(_output.Span, _opaque, _brackets, _meant))
            {
                break;
            }
        }
        _changes.Add(ChangeKind.RedactionMarkEscaped, marks);
        return _output;
    }

    private static ReadOnlySpan<char> OneLine(ReadOnlySpan<char> text, bool oneLine) =>
        oneLine && text.Contains('\n') ? text.ToString().Replace('\n', ' ') : text;

    private int WriteRuns(char emphasis, bool oneLine)
    {
        var marks = 0;
        var link = -1;
        var linkStart = 0;
        for (var i = 0; i < _runs.Count; i++)
        {
            var run = _runs[i];
            var end = i + 1 < _runs.Count ? _runs[i + 1].Start : _text.Length;
            if (run.Link != link)
            {
                CloseStyles(0, emphasis);
                CloseLink(link, linkStart);
                link = run.Link;
                if (link >= 0)
                {
                    _output.Append('[');
                    linkStart = _output.Length;
                }
            }
            SetStyles(i, emphasis);
            if (run.Image >= 0)
            {
                WriteImage(_text.Images[run.Image]);
            }
            else if (run.Style.HasFlag(InlineStyle.Code))
            {
                WriteCode(_text.Text[run.Start..end]);
            }
            else
            {
                var edges = _edges with
                {
                    Before = _output.Last,
                    After = CharacterAfter(i),
                    IsInBrackets = link >= 0,
                };
                marks += MarkdownEscaper.Append(_output, OneLine(_text.Text[run.Start..end], oneLine), edges);
            }
        }
        CloseStyles(0, emphasis);
        CloseLink(link, linkStart);
        return marks;
    }

    /// <summary>What will be written behind a run: the closing of a style or link, or what the next run begins with.</summary>
    private char CharacterAfter(int index)
    {
        var run = _runs[index];
        if (index + 1 == _runs.Count)
        {
            return _open.Count > 0 ? '*' : run.Link >= 0 ? ']' : '\n';
        }
        var next = _runs[index + 1];
        if ((run.Style & ~next.Style & ~InlineStyle.Code) != InlineStyle.None || (next.Link != run.Link && _open.Count > 0))
        {
            return '*'; // all delimiters of styles are alike to a neighbour
        }
        if (next.Link != run.Link)
        {
            return run.Link >= 0 ? ']' : '[';
        }
        if ((next.Style & ~run.Style & ~InlineStyle.Code) != InlineStyle.None)
        {
            return '*';
        }
        return next.Image >= 0 ? '!' : next.Style.HasFlag(InlineStyle.Code) ? '`' : '*';
    }

    private void CloseLink(int link, int textStart)
    {
        if (link < 0)
        {
            return;
        }
        _brackets.Add(textStart.._output.Length);
        var start = _output.Length;
        _output.Append("](");
        AppendDestination(_text.Links[link]);
        _output.Append(')');
        _opaque.Add((start, _output.Length));
    }

    private void SetStyles(int index, char emphasis)
    {
        var wanted = _runs[index].Style & ~InlineStyle.Code;
        var keep = 0;
        while (keep < _open.Count && wanted.HasFlag(_open[keep].Style))
        {
            keep++;
        }
        CloseStyles(keep, emphasis);
        var open = InlineStyle.None;
        foreach (var (style, _) in _open)
        {
            open |= style;
        }
        // The style that lasts longest is opened first, so that the others end within it.
        foreach (var style in Order.Where(s => wanted.HasFlag(s) && !open.HasFlag(s)).OrderByDescending(s => RunsOf(s, index)))
        {
            _open.Add((style, _output.Length));
            _output.Append(Delimiter(style, emphasis));
        }
    }

    private int RunsOf(InlineStyle style, int index)
    {
        var end = index;
        while (end < _runs.Count && _runs[end].Link == _runs[index].Link && _runs[end].Style.HasFlag(style))
        {
            end++;
        }
        return end - index;
    }

    private void CloseStyles(int keep, char emphasis)
    {
        for (var i = _open.Count - 1; i >= keep; i--)
        {
            var delimiter = Delimiter(_open[i].Style, emphasis);
            _meant.Add(new EmphasisSpan(_open[i].Position, _output.Length, delimiter.Length));
            _output.Append(delimiter);
            _open.RemoveAt(i);
        }
    }

    private static string Delimiter(InlineStyle style, char emphasis) => style switch
    {
        InlineStyle.Strike => "~~",
        InlineStyle.Strong => "**",
        InlineStyle.Emphasis => emphasis == '_' ? "_" : "*",
        InlineStyle.Superscript => "^",
        InlineStyle.Subscript => "~",
        _ => throw new InvalidOperationException($"The style {style} has no delimiter."),
    };

    private void WriteImage((string Alternative, string Address) image)
    {
        var start = _output.Length;
        _output.Append("![");
        // Descriptions are read outside Markdown too, where a mark could not be told from a forged one.
        var alternative = image.Alternative.Replace(Text.RedactionMark.Opening, "(redacted", StringComparison.OrdinalIgnoreCase);
        MarkdownEscaper.Append(
            _output, alternative, new TextEdges('[', ']', IsInBrackets: true, IsInLine: true));
        _output.Append("](");
        AppendDestination(image.Address);
        _output.Append(')');
        _opaque.Add((start, _output.Length));
    }

    /// <summary>Addresses come from <see cref="LinkPolicy"/>: ASCII without blanks, quotes, backslashes and angle brackets.</summary>
    private void AppendDestination(string address)
    {
        for (var i = 0; i < address.Length; i++)
        {
            var c = address[i];
            // Brackets would have to balance, and "&lt;" would be decoded.
            if (c is '(' or ')' or '*' || (c == '&' && LooksLikeEntity(address, i)))
            {
                _output.Append('\\');
            }
            _output.Append(c);
        }
    }

    private static bool LooksLikeEntity(string address, int at)
    {
        var end = at + 1;
        while (end < address.Length && (char.IsAsciiLetterOrDigit(address[end]) || address[end] == '#'))
        {
            end++;
        }
        return end < address.Length && address[end] == ';';
    }

    private void WriteCode(ReadOnlySpan<char> code)
    {
        var start = _output.Length;
        var fence = new string('`', MarkdownEscaper.LongestRun(code, '`') + 1);
        var pad = code[0] is '`' or ' ' || code[^1] is '`' or ' ';
        _output.Append(fence).Append(pad ? " " : "").Append(code).Append(pad ? " " : "").Append(fence);
        _opaque.Add((start, _output.Length));
    }
}
