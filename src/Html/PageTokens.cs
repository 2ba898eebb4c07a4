using System.Buffers;
using System.Net;
using System.Text;

namespace Blog.Html;

/// <summary>
/// Goes over the tags and texts of a page that one of our own writers made. It knows less than a browser on purpose: whatever it does not know for certain
/// (an attribute without quotes, a stray <c>&lt;</c>, a comment) it reports as <see cref="Trouble"/>, so that nobody goes on with a page misread.
/// </summary>
/// <remarks>
/// A full HTML parser reads 15 to 24 MB/s here, and the index and the gate see every page of a site; this is a single pass over spans.
/// It follows the tokenizer of the HTML standard (section 13.2.5) for the subset it accepts.
/// </remarks>
public ref struct PageTokens(ReadOnlySpan<byte> page)
{
    // Within a tag: its end, a value, and what can only stand there by mistake.
    private static readonly SearchValues<byte> TagSigns = SearchValues.Create(">=\"'<`"u8);

    private readonly ReadOnlySpan<byte> _page = page;
    private int _at = 0;
    private int _textEnd = 0; // of a title or textarea, whose text has no tags
    private int _counted = 0;
    private int _lines = 0;

    /// <summary>What the current token is.</summary>
    public PageTokenKind Kind { get; private set; }

    /// <summary>Name of the current tag; of a start tag in lower case, of an end tag as written.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The attributes of a start tag, or the text of a text, as written.</summary>
    public ReadOnlySpan<byte> Raw { get; private set; }

    /// <summary>The attributes of the current start tag.</summary>
    public readonly PageAttributes Attributes => new(Kind == PageTokenKind.Start ? Raw : default);

    /// <summary>Text of a script element, at its start tag; empty for others. It is no token of its own.</summary>
    public ReadOnlySpan<byte> RawText { get; private set; }

    /// <summary>What could not be read, or null.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Offset at which the current token begins, or the trouble.</summary>
    public int Start { get; private set; }

    /// <summary>Line of the current token, from 1; counted on from the last one that was asked for.</summary>
    public int Line
    {
        get
        {
            _lines += _page[_counted..Start].Count((byte)'\n');
            _counted = Start;
            return _lines + 1;
        }
    }

    /// <summary>Text between the current tag and the next tag of any kind, as it is written.</summary>
    public readonly ReadOnlySpan<byte> TextAfter
    {
        get
        {
            var next = _page[_at..].IndexOf((byte)'<');
            return next < 0 ? _page[_at..] : _page.Slice(_at, next);
        }
    }

    /// <summary>Goes to the next start tag, texts and end tags passed over; false at the end or at <see cref="Trouble"/>.</summary>
    public bool MoveToStart()
    {
        while (MoveNext())
        {
            if (Kind == PageTokenKind.Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the next token; false at the end or at <see cref="Trouble"/>.</summary>
    public bool MoveNext()
    {
        if (Trouble is not null)
        {
            return false;
        }

        RawText = default;
        if (_at == 0 && _page.StartsWith("<!doctype html>"u8))
        {
            _at = "<!doctype html>"u8.Length;
        }

        if (_at >= _page.Length)
        {
            return false;
        }

        Start = _at;
        if (_at < _textEnd || _page[_at] != (byte)'<')
        {
            return ReadText();
        }

        _at++;
        if (_at >= _page.Length)
        {
            return Fail("the page ends inside a tag.");
        }

        return _page[_at] switch
        {
            (byte)'/' => ReadEndTag(),
            (byte)'!' => Fail("there is a comment or a second doctype, which no page of this theme has."),
            var first when char.IsAsciiLetter((char)first) => ReadStartTag(),
            _ => Fail("there is a '<' that opens no tag."),
        };
    }

    /// <summary>A text or an attribute's value with its character references read (the five that our writers use, and numeric ones).</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        return raw.IndexOf((byte)'&') < 0 ? text : WebUtility.HtmlDecode(text);
    }

    private bool ReadText()
    {
        var length = _at < _textEnd ? _textEnd - _at : _page[_at..].IndexOf((byte)'<');
        Kind = PageTokenKind.Text;
        Name = default;
        Raw = length < 0 ? _page[_at..] : _page.Slice(_at, length);
        _at += Raw.Length;
        return true;
    }

    private bool ReadEndTag()
    {
        var inside = _page[(_at + 1)..];
        var close = inside.IndexOf((byte)'>');
        if (close < 0)
        {
            return Fail("an end tag is not closed.");
        }

        Kind = PageTokenKind.End;
        Name = inside[..close].TrimEnd(" \n\t"u8);
        Raw = default;
        _at += close + 2;
        return true;
    }

    private bool ReadStartTag()
    {
        var length = _page[_at..].IndexOfAny(" \n\t/>"u8);
        Name = length < 0 ? _page[_at..] : _page.Slice(_at, length);
        foreach (var letter in Name)
        {
            if (!char.IsAsciiLetterLower((char)letter) && !char.IsAsciiDigit((char)letter) && letter != (byte)'-')
            {
                return Fail("a tag's name is not in lower case, so it is none of ours.");
            }
        }

        var attributes = _at + Name.Length;
        _at = attributes;
        if (!FindEndOfTag())
        {
            return false;
        }

        Kind = PageTokenKind.Start;
        Raw = _page[attributes.._at];
        _at++;
        return ReadContentWithoutTags();
    }

    /// <summary>Goes to the <c>&gt;</c> outside quotes; an attribute's value must stand in double quotes.</summary>
    private bool FindEndOfTag()
    {
        while (true)
        {
            var next = _page[_at..].IndexOfAny(TagSigns);
            if (next < 0)
            {
                return Fail("a tag is not closed.");
            }

            _at += next;
            if (_page[_at] == (byte)'>')
            {
                return true;
            }

            if (_page[_at] != (byte)'=')
            {
                return Fail("a tag holds a stray quote or '<'.");
            }

            if (_at + 1 >= _page.Length || _page[_at + 1] != (byte)'"')
            {
                return Fail("an attribute's value has no double quotes, so where it ends is open to doubt.");
            }

            var end = _page[(_at + 2)..].IndexOf((byte)'"');
            if (end < 0)
            {
                return Fail("an attribute's value is not closed.");
            }

            _at += end + 3;
        }
    }

    private bool ReadContentWithoutTags()
    {
        if (Name.SequenceEqual("script"u8))
        {
            var close = _page[_at..].IndexOf("</script>"u8);
            if (close < 0)
            {
                return Fail("a script is not closed.");
            }

            RawText = _page.Slice(_at, close);
            _at += close;
        }
        else if (Name.SequenceEqual("title"u8) || Name.SequenceEqual("textarea"u8))
        {
            var close = _page[_at..].IndexOf("</"u8);
            if (close < 0)
            {
                return Fail("a title is not closed.");
            }

            _textEnd = _at + close; // its text is escaped by our writers, and a '<' in it would be no tag
        }

        return true;
    }

    private bool Fail(string what)
    {
        Trouble = what;
        return false;
    }
}
