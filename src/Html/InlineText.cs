using System.Runtime.InteropServices;

namespace Blog.Html;

/// <summary>
/// The text of one paragraph while it is read: white space collapsed as a browser does, line breaks as <c>\n</c>, styles as runs.
/// A blank between two runs takes only what both have in common, so that no style begins or ends with a blank: Markdown would not read it.
/// </summary>
internal sealed class InlineText
{
    /// <summary>Stands for an image; the same character in a source is dropped as invisible.</summary>
    public const char ImageCharacter = '\uFFFC';

    private const char NoBreakSpace = '\u00A0';

    private readonly List<InlineRun> _runs = [];
    private readonly List<string> _links = [];
    private readonly List<(string Alternative, string Address)> _images = [];
    private char[] _text = new char[1024];
    private char _blank; // the blank that waits for the next character, or '\0'
    private int _breaks; // line ends that wait for the next character

    /// <summary>Length in UTF-16 units, without what waits.</summary>
    public int Length { get; private set; }

    /// <summary>Whether nothing visible was added yet.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Line ends since the last character.</summary>
    public int Breaks => _breaks;

    /// <summary>Whether the paragraph ends once more text comes: two line ends in a row.</summary>
    public bool IsEnded => _breaks >= 2;

    /// <summary>The text so far.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    /// <summary>Its runs, in order, covering the text.</summary>
    public IReadOnlyList<InlineRun> Runs => _runs;

    /// <summary>Addresses of its links.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <summary>Its images.</summary>
    public IReadOnlyList<(string Alternative, string Address)> Images => _images;

    /// <summary>Whether no run has a style, link or image.</summary>
    public bool IsPlain => _runs.Count <= 1 && (_runs.Count == 0 || _runs[0] is { Style: InlineStyle.None, Link: < 0, Image: < 0 });

    /// <summary>Ready for the next paragraph.</summary>
    public void Clear()
    {
        Length = 0;
        _blank = '\0';
        _breaks = 0;
        _runs.Clear();
        _links.Clear();
        _images.Clear();
    }

    /// <summary>A link's address for the runs that follow; the index to give to <see cref="Append"/>.</summary>
    public int AddLink(string address)
    {
        _links.Add(address);
        return _links.Count - 1;
    }

    /// <summary>A blank of the source; leading ones vanish.</summary>
    public void AddBlank(char blank)
    {
        if (Length == 0 || _breaks > 0)
        {
            return;
        }
        // One no-break space alone may stay; any longer run is spacing.
        _blank = _blank == '\0' && blank == NoBreakSpace ? NoBreakSpace : ' ';
    }

    /// <summary>A line end of the source; leading ones vanish.</summary>
    public void AddBreak()
    {
        if (Length > 0)
        {
            _breaks++;
            _blank = '\0';
        }
    }

    /// <summary>Appends characters that are not white space.</summary>
    public void Append(ReadOnlySpan<char> word, InlineStyle style, int link)
    {
        if (word.IsEmpty)
        {
            return;
        }
        AppendWaiting(word[0], style, link);
        StartRun(style, link, -1);
        Reserve(word.Length);
        word.CopyTo(_text.AsSpan(Length));
        Length += word.Length;
    }

    /// <summary>Appends an image.</summary>
    public void AppendImage(string alternative, string address, int link)
    {
        AppendWaiting(ImageCharacter, InlineStyle.None, link);
        _images.Add((alternative, address));
        StartRun(InlineStyle.None, link, _images.Count - 1);
        Reserve(1);
        _text[Length++] = ImageCharacter;
    }

    /// <summary>Whether the text since a position is only images and blanks.</summary>
    public bool IsOnlyImages(int from) =>
        Length > from && !_text.AsSpan(from, Length - from).ContainsAnyExcept(ImageCharacter, ' ', '\n');

    /// <summary>Takes a link off the runs that have it.</summary>
    public void Unlink(int link)
    {
        foreach (ref var run in CollectionsMarshal.AsSpan(_runs))
        {
            if (run.Link == link)
            {
                run = run with { Link = -1 };
            }
        }
    }

    private void AppendWaiting(char next, InlineStyle style, int link)
    {
        char waiting;
        if (_breaks > 0)
        {
            waiting = '\n';
        }
        else if (_blank != '\0')
        {
            waiting = _blank == NoBreakSpace && JoinsFigure(_text[Length - 1], next) ? NoBreakSpace : ' ';
        }
        else
        {
            return;
        }
        _blank = '\0';
        _breaks = 0;
        var last = _runs[^1];
        var common = last.Style & style & ~InlineStyle.Code;
        if ((last.Style & style).HasFlag(InlineStyle.Code) && waiting != '\n' && last.Style == style)
        {
            common = style;
        }
        StartRun(common, last.Link == link ? link : -1, -1);
        Reserve(1);
        _text[Length++] = waiting;
    }

    /// <summary>"10 km", "Section 5": the no-break space between a figure and its word is kept.</summary>
    private static bool JoinsFigure(char before, char after) =>
        (char.IsDigit(before) && char.IsLetter(after)) || (char.IsLetter(before) && char.IsDigit(after));

    private void StartRun(InlineStyle style, int link, int image)
    {
        if (_runs.Count == 0 || _runs[^1] is var last && (last.Style != style || last.Link != link || last.Image != image || image >= 0))
        {
            _runs.Add(new InlineRun(Length, style, link, image));
        }
    }

    private void Reserve(int more)
    {
        if (Length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + more));
        }
    }
}
