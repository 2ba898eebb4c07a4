using System.Text;

namespace Blog.Search.Units;

/// <summary>
/// Goes over the tags and texts of a page of our own theme, one pass over its bytes. It is no HTML parser: the pages come from one writer, and what that writer
/// never emits (comments, attributes without double quotes) is an <see cref="InvalidDataException"/>, so that the index is never made of a page misread.
/// </summary>
internal ref struct PageTokens(ReadOnlySpan<byte> page)
{
    private readonly ReadOnlySpan<byte> _page = page;
    private int _at = 0;

    /// <summary>What the current token is.</summary>
    public PageTokenKind Kind { get; private set; }

    /// <summary>Name of the tag.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The attributes of a start tag, or the text of a text, as written.</summary>
    public ReadOnlySpan<byte> Raw { get; private set; }

    /// <summary>Goes to the next token; false at the end.</summary>
    /// <exception cref="InvalidDataException">The page holds what the theme does not write.</exception>
    public bool MoveNext()
    {
        if (_at >= _page.Length)
        {
            return false;
        }

        if (_page[_at] != (byte)'<')
        {
            var next = _page[_at..].IndexOf((byte)'<');
            Kind = PageTokenKind.Text;
            Raw = next < 0 ? _page[_at..] : _page.Slice(_at, next);
            _at += Raw.Length;
            return true;
        }

        var isEnd = _at + 1 < _page.Length && _page[_at + 1] == (byte)'/';
        var start = _at + (isEnd ? 2 : 1);
        var end = EndOfTag(start);
        var inside = _page[start..end];
        var space = inside.IndexOfAny((byte)' ', (byte)'\n');
        Name = space < 0 ? inside : inside[..space];
        Raw = space < 0 ? default : inside[space..];
        Kind = isEnd ? PageTokenKind.End : PageTokenKind.Start;
        _at = end + 1;
        if (Kind == PageTokenKind.Start && Name.SequenceEqual("script"u8))
        {
            var close = _page[_at..].IndexOf("</script>"u8);
            _at = close < 0 ? throw new InvalidDataException("A script is not closed.") : _at + close;
        }

        return true;
    }

    /// <summary>Value of an attribute of the current start tag as written; empty where it has none.</summary>
    public readonly ReadOnlySpan<byte> Attribute(scoped ReadOnlySpan<byte> name)
    {
        var rest = Raw;
        while (true)
        {
            var quote = rest.IndexOf("=\""u8);
            if (quote < 0)
            {
                return default;
            }

            var value = rest[(quote + 2)..];
            var close = value.IndexOf((byte)'"'); // found: EndOfTag passed it
            if (rest[..quote].EndsWith(name) && (quote == name.Length || rest[quote - name.Length - 1] is (byte)' ' or (byte)'\n'))
            {
                return value[..close];
            }

            rest = value[(close + 1)..];
        }
    }

    /// <summary>Whether the current start tag has a class.</summary>
    public readonly bool HasClass(scoped ReadOnlySpan<byte> name)
    {
        var classes = Attribute("class"u8);
        for (var at = classes.IndexOf(name); at >= 0;)
        {
            if ((at == 0 || classes[at - 1] == (byte)' ') && (at + name.Length == classes.Length || classes[at + name.Length] == (byte)' '))
            {
                return true;
            }

            var next = classes[(at + 1)..].IndexOf(name);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>A text or an attribute's value with its character references read.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        return raw.IndexOf((byte)'&') < 0 ? text : System.Net.WebUtility.HtmlDecode(text);
    }

    private readonly int EndOfTag(int start)
    {
        for (var at = start; at < _page.Length;)
        {
            var next = _page[at..].IndexOfAny((byte)'>', (byte)'"');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (_page[at] == (byte)'>')
            {
                return at;
            }

            var close = _page[(at + 1)..].IndexOf((byte)'"');
            if (close < 0 || _page[at - 1] != (byte)'=')
            {
                break;
            }

            at += close + 2;
        }

        throw new InvalidDataException("A tag is not closed, or holds a stray quote.");
    }
}
