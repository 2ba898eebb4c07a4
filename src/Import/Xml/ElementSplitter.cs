using System.Buffers;
using System.Globalization;
using AngleSharp.Html;

namespace Blog.Import.Xml;

/// <summary>
/// Cuts an export into the text before its first entry and one mended piece an entry, so that damage in one entry loses that entry only
/// and memory holds one entry at a time.
/// </summary>
/// <remarks>
/// It knows as much of XML as that takes: text, tags with quoted values, CDATA sections, comments and instructions (the last two are
/// dropped: they carry nothing in an export). It mends what .NET's <c>XmlReader</c> refuses (FORMATS section 2): junk before the document,
/// bare <c>&amp;</c> and <c>&lt;</c>, HTML entities, references to illegal characters, <c>]]&gt;</c> in text. It never reads a document
/// type declaration, so there are no entities to expand. Time is linear in the source whatever it holds.
/// </remarks>
internal sealed class ElementSplitter
{
    /// <summary>Longest entry, in characters: 32 Mi, so that two copies stay under 150 MB; the largest post met is 2.24 MB (FORMATS 1b).</summary>
    public const int LongestElement = 32 * 1024 * 1024;

    /// <summary>Longest text before the first entry; a real one has under 2,000 characters.</summary>
    public const int LongestHead = 1024 * 1024;

    /// <summary>Deepest nesting inside an entry; a real one has 3. Deeper ones kill readers that recurse.</summary>
    public const int DeepestElement = 256;

    /// <summary>Most attributes of a tag; a real one has 5. .NET's reader needs time that grows faster than their number.</summary>
    public const int MostAttributes = 1000;

    private const int FaultyLength = 4096; // what is kept of a faulty entry: its id stands at its beginning

    private const int Lookahead = 64; // longest thing decided at once: an entity name, a tag name

    private static readonly SearchValues<char> EntityName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\r\n/><\"'=");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly SourceDecoder _decoder;
    private readonly RepairLog _repairs;
    private readonly IReadOnlyList<string> _elements;
    private readonly string? _inner;
    private char[] _raw = new char[32 * 1024];
    private int _pos;
    private int _end;
    private bool _atEnd;
    private char[] _out = new char[16 * 1024];
    private int _length;
    private int _cap;
    private bool _keeping;
    private bool _inElement;
    private bool _overflow;
    private int _depth;
    private int _deepest;
    private int _mostAttributes;
    private long _line = 1;
    private long _column = 1;
    private bool _noCDataEnd;
    private bool _noCommentEnd;
    private bool _noInstructionEnd;
    private long _seen;
    private long _innerSeen;
    private int _current = -1; // index of the element that is open
    private int _found; // index of the element whose tag was looked at last

    /// <summary>Splits at elements of one local name, whatever their prefix.</summary>
    public ElementSplitter(SourceDecoder decoder, string element, RepairLog repairs)
        : this(decoder, [element], inner: null, repairs)
    {
    }

    /// <summary>Splits at elements of several local names, whatever their prefix.</summary>
    /// <param name="decoder">The source.</param>
    /// <param name="elements">The names. An element may hold those that stand before it in this list (Disqus: a <c>post</c> names its <c>thread</c>); another start tag of the list within it means that it was never closed.</param>
    /// <param name="inner">A local name whose start tags within elements are counted; null for none.</param>
    /// <param name="repairs">What is mended.</param>
    public ElementSplitter(SourceDecoder decoder, IReadOnlyList<string> elements, string? inner, RepairLog repairs)
    {
        _decoder = decoder;
        _elements = elements;
        _inner = inner;
        _repairs = repairs;
    }

    private enum Stop
    {
        ElementStart,
        ElementEnd,
        SourceEnd,
    }

    /// <summary>Elements that have begun so far.</summary>
    public long Seen => _seen;

    /// <summary>Inner elements that have begun so far.</summary>
    public long InnerSeen => _innerSeen;

    /// <summary>A document type declaration was met before the first entry.</summary>
    public bool HasDocumentType { get; private set; }

    /// <summary>The end tag of the document's root was met after the last entry, so the source is whole.</summary>
    public bool RootClosed { get; private set; }

    /// <summary>Local name of the document's root; null before <see cref="ReadHead"/> and where there is none.</summary>
    public string? Root { get; private set; }

    /// <summary>Where the reading stands.</summary>
    public SourcePlace Place => new(_line, _column);

    private ReadOnlySpan<char> Window => _raw.AsSpan(_pos, _end - _pos);

    /// <summary>The mended text before the first entry, at most <see cref="LongestHead"/> characters; to be called first.</summary>
    public string ReadHead()
    {
        SkipJunk();
        _keeping = true;
        _cap = LongestHead;
        _length = 0;
        Advance();
        _keeping = false;
        return new string(_out, 0, _length);
    }

    /// <summary>The next entry; false at the end of the source.</summary>
    public bool TryRead(out XmlSlice slice)
    {
        _keeping = false;
        while (true)
        {
            switch (Advance())
            {
                case Stop.SourceEnd:
                    slice = default;
                    return false;
                case Stop.ElementEnd:
                    _repairs.Add("end tag without its start tag ignored", Place);
                    continue;
                case Stop.ElementStart:
                    slice = ReadElement();
                    return true;
            }
        }
    }

    private XmlSlice ReadElement()
    {
        var place = Place;
        var outer = _depth;
        if (_out.Length > LongestHead)
        {
            _out = new char[16 * 1024]; // one giant entry must not cost its room for the rest of the archive
        }

        _seen++;
        _current = _found;
        var name = _elements[_current];
        var innerBefore = _innerSeen;
        RootClosed = false;
        _keeping = true;
        _inElement = true;
        _overflow = false;
        _cap = LongestElement;
        _length = 0;
        _depth = 0;
        _deepest = 0;
        _mostAttributes = 0;
        var empty = CopyTag();
        var stop = empty ? Stop.ElementEnd : Advance();
        _inElement = false;
        _current = -1;
        _keeping = false;
        var fault = stop switch
        {
            _ when _overflow => SliceFault.TooLong,
            Stop.SourceEnd => SliceFault.BreaksOff,
            Stop.ElementStart => SliceFault.NotClosed,
            _ when _deepest > DeepestElement => SliceFault.TooDeep,
            _ when _mostAttributes > MostAttributes => SliceFault.TooManyAttributes,
            Stop.ElementEnd => SliceFault.None,
            _ => throw new InvalidOperationException($"Unknown stop {stop}."),
        };
        _overflow = false;
        _depth = outer;
        // Readers need time for what is broken (nesting, quotes that never close); no more of it is given than its id takes.
        return new XmlSlice(_out.AsMemory(0, fault == SliceFault.None ? _length : Math.Min(_length, FaultyLength)), _seen, place, fault)
        {
            Name = name,
            Inner = (int)(_innerSeen - innerBefore), // an element holds no more tags than characters
        };
    }

    /// <summary>Copies up to the next start tag of an entry (not taken), end tag of an entry (taken) or the end.</summary>
    private Stop Advance()
    {
        while (true)
        {
            if (_pos == _end && !Fill())
            {
                return Stop.SourceEnd;
            }

            var window = Window;
            var plain = window.IndexOfAny('<', '&', ']');
            if (plain != 0)
            {
                Take(plain < 0 ? window.Length : plain, text: true);
                continue;
            }

            Need(Lookahead);
            switch (Window[0])
            {
                case '&':
                    TakeReference();
                    continue;
                case ']':
                    TakeBracket();
                    continue;
            }

            if (TakeSpecial())
            {
                continue;
            }

            switch (LookAtTag(Window, out var closing))
            {
                case TagLook.None:
                    TakeAs(1, "&lt;", "bare < escaped");
                    break;
                case TagLook.Element when closing:
                    CopyTag();
                    return Stop.ElementEnd;
                case TagLook.Element:
                    return Stop.ElementStart;
                case TagLook.Other:
                    TakeOtherTag(closing);
                    break;
            }
        }
    }

    private void TakeOtherTag(bool closing)
    {
        if (!_inElement)
        {
            var name = LocalName(Window);
            Root ??= closing ? null : new string(name);
            RootClosed |= closing && name.SequenceEqual(Root);
        }
        else if (_inner is not null && !closing && LocalName(Window).SequenceEqual(_inner))
        {
            _innerSeen++;
        }

        _depth += closing ? -1 : 1;
        _deepest = Math.Max(_deepest, _depth);
        _overflow |= !_inElement && _depth > DeepestElement; // no head is like that; readers need long for it
        if (CopyTag() && !closing)
        {
            _depth--;
            RootClosed |= !_inElement && _depth == 0; // <feed/>
        }
    }

    /// <summary>CDATA, comment, instruction and document type; false where the <c>&lt;</c> begins none of them.</summary>
    private bool TakeSpecial()
    {
        var window = Window;
        if (!_noCDataEnd && window.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            _noCDataEnd = !TakeUntil("]]>", keep: true);
            return true;
        }

        if (!_noCommentEnd && window.StartsWith("<!--", StringComparison.Ordinal))
        {
            _noCommentEnd = !TakeUntil("-->", keep: false);
            return true;
        }

        if (!_noInstructionEnd && window.StartsWith("<?", StringComparison.Ordinal))
        {
            _noInstructionEnd = !TakeUntil("?>", keep: false);
            return true;
        }

        if (_seen == 0 && !_inElement && window.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            HasDocumentType = true;
        }

        return false;
    }

    /// <summary>
    /// Takes a construct that only its end mark ends. Where the source ends first, the mark was lost: the construct is read again as text,
    /// so that entries after it are still found. That can happen once a kind, since afterwards no such end is left to look for.
    /// </summary>
    private bool TakeUntil(string end, bool keep)
    {
        var wasKeeping = _keeping;
        var (start, line, column) = (_length, _line, _column);
        _keeping = true;
        _cap = wasKeeping ? _cap : _length + LongestElement;
        while (true)
        {
            Need(end.Length);
            var at = Window.IndexOf(end, StringComparison.Ordinal);
            if (at >= 0)
            {
                Take(at + end.Length, text: false);
                if (!keep || !wasKeeping)
                {
                    _length = Math.Min(_length, start);
                }

                _keeping = wasKeeping;
                return true;
            }

            if (_atEnd)
            {
                Take(Window.Length, text: false);
                _repairs.Add("section without its end read as text", new SourcePlace(line, column));
                if (!_overflow)
                {
                    _raw = _out[start.._length];
                    (_pos, _end, _line, _column) = (0, _raw.Length, line, column);
                }

                _length = Math.Min(_length, start);
                _keeping = wasKeeping;
                return false;
            }

            Take(Math.Max(0, Window.Length - end.Length + 1), text: false);
        }
    }

    /// <summary>Copies a tag up to its <c>&gt;</c>; true where it ends in <c>/&gt;</c>. A tag broken by another <c>&lt;</c> ends before it.</summary>
    private bool CopyTag()
    {
        Take(1, text: false);
        var quote = '\0';
        var last = '<';
        var attributes = 0;
        while (_pos < _end || Fill())
        {
            var window = Window;
            var stop = quote == '\0' ? window.IndexOfAny("><\"'") : window.IndexOfAny(quote, '<', '&');
            if (stop != 0)
            {
                var length = stop < 0 ? window.Length : stop;
                last = window[length - 1];
                Take(length, text: false);
                continue;
            }

            var c = window[0];
            switch (c)
            {
                case '>':
                    Take(1, text: false);
                    return last == '/';
                case '&':
                    Need(Lookahead);
                    TakeReference();
                    break;
                case '<' when quote != '\0' && !StartsElement():
                    TakeAs(1, "&lt;", "bare < escaped");
                    break;
                case '<':
                    return false; // the XML reader will refuse the entry; the next one is found
                default:
                    attributes += quote == '\0' ? 1 : 0;
                    _mostAttributes = Math.Max(_mostAttributes, attributes);
                    quote = quote == '\0' ? c : '\0';
                    Take(1, text: false);
                    break;
            }

            last = c;
        }

        return false;
    }

    private bool StartsElement()
    {
        Need(Lookahead);
        return LookAtTag(Window, out _) == TagLook.Element;
    }

    private enum TagLook
    {
        None,
        Element,
        Other,
    }

    private TagLook LookAtTag(ReadOnlySpan<char> window, out bool closing)
    {
        closing = window.Length > 1 && window[1] == '/';
        var name = window[Math.Min(window.Length, closing ? 2 : 1)..];
        if (name.IsEmpty || !(char.IsLetter(name[0]) || name[0] is '_' or ':'))
        {
            return TagLook.None;
        }

        name = name[..Math.Min(name.Length, Lookahead - 2)];
        var length = name.IndexOfAny(EndsName);
        name = length < 0 ? name : name[..length];
        return length >= 0 && IsElement(name[(name.IndexOf(':') + 1)..], closing) ? TagLook.Element : TagLook.Other;
    }

    private bool IsElement(ReadOnlySpan<char> name, bool closing)
    {
        for (var i = 0; i < _elements.Count; i++)
        {
            if (name.SequenceEqual(_elements[i]))
            {
                if (_current >= 0 && (closing ? i != _current : i < _current))
                {
                    return false; // an element named within this one
                }

                _found = i;
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> window)
    {
        var name = window[(window[1] == '/' ? 2 : 1)..];
        var length = name[..Math.Min(name.Length, Lookahead - 2)].IndexOfAny(EndsName);
        name = name[..(length < 0 ? Math.Min(name.Length, Lookahead - 2) : length)];
        return name[(name.IndexOf(':') + 1)..];
    }

    private void TakeBracket()
    {
        if (Window.StartsWith("]]>", StringComparison.Ordinal))
        {
            TakeAs(3, "]]&gt;", "]]> in text escaped");
        }
        else
        {
            Take(1, text: true);
        }
    }

    /// <summary>One <c>&amp;</c>: XML's own five and legal numbers pass, other HTML entities become their character, the rest is a bare <c>&amp;</c>.</summary>
    private void TakeReference()
    {
        var window = Window;
        window = window[..Math.Min(window.Length, Lookahead)];
        var end = window.IndexOf(';');
        var body = end < 0 ? [] : window[1..end];
        if (body is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            Take(end + 1, text: false);
        }
        else if (body.Length > 1 && body[0] == '#')
        {
            TakeNumber(body[1..], end + 1);
        }
        else if (body.Length > 0 && !body.ContainsAnyExcept(EntityName) && HtmlEntityProvider.Resolver.GetSymbol($"{body};") is { } symbol)
        {
            var escaped = symbol.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal);
            TakeAs(end + 1, escaped, "HTML entity outside HTML resolved");
        }
        else
        {
            TakeAs(1, "&amp;", "bare & escaped");
        }
    }

    private void TakeNumber(ReadOnlySpan<char> digits, int length)
    {
        if (!TryCodePoint(digits, out var code))
        {
            TakeAs(1, "&amp;", "bare & escaped");
        }
        else if (code is >= 0xD800 and <= 0xDBFF && TryLowHalf(length, out var low, out var pairLength))
        {
            TakeAs(pairLength, char.ConvertFromUtf32(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)), "character written as two halves joined");
        }
        else if (code is >= 0xD800 and <= 0xDFFF or > 0x10FFFF)
        {
            TakeAs(length, "\uFFFD", "reference to no character replaced");
        }
        else if (code is 0x0B or 0x0C)
        {
            TakeAs(length, "\n", "vertical tab or form feed made a line end");
        }
        else if (code is < 0x20 and not (0x09 or 0x0A or 0x0D) or 0xFFFE or 0xFFFF)
        {
            TakeAs(length, string.Empty, "reference to a control character removed");
        }
        else
        {
            Take(length, text: false);
        }
    }

    private bool TryLowHalf(int from, out int low, out int pairLength)
    {
        var next = Window[from..];
        next = next[..Math.Min(next.Length, 12)];
        var end = next.IndexOf(';');
        pairLength = from + end + 1;
        low = 0;
        return end > 2 && next.StartsWith("&#", StringComparison.Ordinal) && TryCodePoint(next[2..end], out low) && low is >= 0xDC00 and <= 0xDFFF;
    }

    private static bool TryCodePoint(ReadOnlySpan<char> digits, out int code)
    {
        var hex = digits[0] is 'x' or 'X';
        digits = hex ? digits[1..] : digits;
        code = 0;
        if (digits.IsEmpty || digits.ContainsAnyExcept(HexDigits))
        {
            return false;
        }

        // Numbers past the last character are all the same to the caller.
        digits = digits.TrimStart('0');
        if (digits.Length > 7)
        {
            code = int.MaxValue;
            return hex || !digits.ContainsAnyExcept(Digits);
        }

        return digits.IsEmpty || int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out code);
    }

    /// <summary>Whatever stands before the first <c>&lt;</c> is no XML: a line end, a backtick, a second byte order mark.</summary>
    private void SkipJunk()
    {
        var place = Place;
        var skipped = 0L;
        while (_pos < _end || Fill())
        {
            var at = Window.IndexOf('<');
            var length = at < 0 ? Window.Length : at;
            skipped += length;
            Take(length, text: false);
            if (at >= 0)
            {
                break;
            }
        }

        if (skipped > 0)
        {
            _repairs.Add("junk before the document dropped", place);
        }
    }

    private void TakeAs(int length, string replacement, string reason)
    {
        _repairs.Add(reason, Place);
        Move(Window[..length]);
        Append(replacement);
    }

    private void Take(int length, bool text)
    {
        var taken = Window[..length];
        if (text && !_keeping && taken.ContainsAnyExcept(" \t\r\n"))
        {
            _repairs.Add("text between entries dropped", Place);
        }

        Append(taken);
        Move(taken);
    }

    private void Move(ReadOnlySpan<char> taken)
    {
        var lastBreak = taken.LastIndexOf('\n');
        if (lastBreak < 0)
        {
            _column += taken.Length;
        }
        else
        {
            _line += taken.Count('\n');
            _column = taken.Length - lastBreak;
        }

        _pos += taken.Length;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (!_keeping || _overflow)
        {
            return;
        }

        if (_length + text.Length > _cap)
        {
            _overflow = true;
            _length = Math.Min(_length, FaultyLength);
            return;
        }

        if (_length + text.Length > _out.Length)
        {
            Array.Resize(ref _out, Math.Max(_out.Length * 2, _length + text.Length));
        }

        text.CopyTo(_out.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Makes at least so many characters visible, unless the source ends first.</summary>
    private void Need(int count)
    {
        while (_end - _pos < count && Fill())
        {
        }
    }

    private bool Fill()
    {
        if (_atEnd)
        {
            return false;
        }

        Window.CopyTo(_raw);
        _end -= _pos;
        _pos = 0;
        if (_raw.Length - _end < SourceDecoder.SmallestRead)
        {
            return true;
        }

        var read = _decoder.Read(_raw.AsSpan(_end));
        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }
}
