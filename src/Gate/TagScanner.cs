using System.Text;

namespace Blog.Gate;

/// <summary>
/// Walks the tags of a page that one of our own writers made. It knows less than a browser on purpose: whatever it does not know for certain
/// (an attribute without quotes, a stray <c>&lt;</c>, a comment) it reports as <see cref="Trouble"/>, and the gate refuses the page.
/// </summary>
/// <remarks>
/// A full HTML parser reads 15 to 24 MB/s here, and the gate sees every byte of a site; this one is a single pass over spans.
/// It follows the tokenizer of the HTML standard (section 13.2.5) for the subset it accepts.
/// </remarks>
internal ref struct TagScanner
{
    private readonly ReadOnlySpan<byte> _page;
    private int _at;
    private int _attributesEnd;
    private int _attributeAt;
    private int _counted;
    private int _lines;

    public TagScanner(ReadOnlySpan<byte> page)
    {
        _page = page;
        _at = 0;
        _attributesEnd = 0;
        _attributeAt = 0;
        _counted = 0;
        _lines = 0;
        Name = default;
        RawText = default;
        Trouble = null;
        TagStart = 0;
    }

    /// <summary>Name of the start tag, lower case.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Text of a script element; empty for others.</summary>
    public ReadOnlySpan<byte> RawText { get; private set; }

    /// <summary>What could not be read, or null.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Offset of the tag's <c>&lt;</c>.</summary>
    public int TagStart { get; private set; }

    /// <summary>Line of the current tag, from 1; counted on from the last tag that was asked for.</summary>
    public int Line
    {
        get
        {
            _lines += _page[_counted..TagStart].Count((byte)'\n');
            _counted = TagStart;
            return _lines + 1;
        }
    }

    /// <summary>Goes to the next start tag; false at the end or at <see cref="Trouble"/>.</summary>
    public bool NextTag()
    {
        RawText = default;
        while (true)
        {
            var open = _page[_at..].IndexOf((byte)'<');
            if (open < 0)
            {
                return false;
            }

            TagStart = _at + open;
            _at = TagStart + 1;
            if (_at >= _page.Length)
            {
                return Fail("the page ends inside a tag.");
            }

            var next = _page[_at];
            if (next == (byte)'/')
            {
                var close = _page[_at..].IndexOf((byte)'>');
                if (close < 0)
                {
                    return Fail("an end tag is not closed.");
                }

                _at += close + 1;
                continue;
            }

            if (next == (byte)'!')
            {
                if (!_page[TagStart..].StartsWith("<!doctype html>"u8) || TagStart != 0)
                {
                    return Fail("there is a comment or a second doctype, which no page of this theme has.");
                }

                _at = "<!doctype html>"u8.Length;
                continue;
            }

            return IsLetter(next) ? ReadStartTag() : Fail("there is a '<' that opens no tag.");
        }
    }

    /// <summary>Text between the current start tag and the next tag of any kind, as it is written.</summary>
    public readonly ReadOnlySpan<byte> TextAfter
    {
        get
        {
            var next = _page[_at..].IndexOf((byte)'<');
            return next < 0 ? _page[_at..] : _page.Slice(_at, next);
        }
    }

    /// <summary>Goes to the next attribute of the current tag.</summary>
    public bool NextAttribute(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = default;
        value = default;
        while (_attributeAt < _attributesEnd && _page[_attributeAt] is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'/')
        {
            _attributeAt++;
        }

        if (_attributeAt >= _attributesEnd)
        {
            return false;
        }

        var start = _attributeAt;
        while (_attributeAt < _attributesEnd && _page[_attributeAt] is not ((byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'=' or (byte)'/'))
        {
            _attributeAt++;
        }

        name = _page[start.._attributeAt];
        if (_attributeAt < _attributesEnd && _page[_attributeAt] == (byte)'=')
        {
            _attributeAt += 2; // = and the opening quote, as ReadStartTag checked
            var end = _attributeAt + _page[_attributeAt.._attributesEnd].IndexOf((byte)'"');
            value = _page[_attributeAt..end];
            _attributeAt = end + 1;
        }

        return true;
    }

    /// <summary>Text of an attribute with its character references read (the five that our writers use, and numeric ones).</summary>
    public static string Decode(ReadOnlySpan<byte> value) =>
        value.IndexOf((byte)'&') < 0 ? Encoding.UTF8.GetString(value) : System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(value));

    private bool ReadStartTag()
    {
        var start = _at;
        while (_at < _page.Length && (IsLetter(_page[_at]) || _page[_at] is (>= (byte)'0' and <= (byte)'9') or (byte)'-'))
        {
            _at++;
        }

        Name = _page[start.._at];
        _attributeAt = _at;
        if (Name.ContainsAnyInRange((byte)'A', (byte)'Z'))
        {
            return Fail("a tag's name is not in lower case, so it is none of ours.");
        }

        // To the '>' outside quotes; an attribute's value must stand in double quotes.
        while (true)
        {
            if (_at >= _page.Length)
            {
                return Fail("a tag is not closed.");
            }

            var c = _page[_at];
            if (c == (byte)'>')
            {
                break;
            }

            if (c == (byte)'=')
            {
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
                continue;
            }

            if (c is (byte)'"' or (byte)'\'' or (byte)'<' or (byte)'`')
            {
                return Fail("a tag holds a stray quote or '<'.");
            }

            _at++;
        }

        _attributesEnd = _at;
        _at++;
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

            _at += close; // its text is escaped by our writers, and a '<' in it would be no tag
        }

        return true;
    }

    private bool Fail(string what)
    {
        Trouble = what;
        return false;
    }

    private static bool IsLetter(byte c) => c is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z');
}
