using System.Text;
using Blog.Html;

namespace Blog.Search.Units;

/// <summary>Gathers the plain text of an element of a page: marks kept apart, blocks parted by a line end, white space as the page shows it.</summary>
internal sealed class TextCollector
{
    // Elements of a text that stay within a line; all others part it.
    private static readonly string[] Inline = ["a", "em", "strong", "b", "i", "code", "span", "sup", "sub", "del", "ins", "s", "u", "small", "cite", "q", "abbr", "button", "mark", "kbd", "samp", "var", "time", "wbr"];

    private char[] _text = new char[4096];
    private int _length;
    private char[] _decoded = new char[4096];
    private bool _isInMark;
    private int _markDepth;
    private bool _wantsBreak;
    private bool _wantsSpace;

    /// <summary>The text so far, and makes ready for the next.</summary>
    public string Take()
    {
        var text = new string(_text, 0, _length);
        _length = 0;
        _isInMark = false;
        _wantsBreak = false;
        _wantsSpace = false;
        return text;
    }

    /// <summary>Takes in one token within the element.</summary>
    public void Add(scoped ref PageTokens token)
    {
        switch (token.Kind)
        {
            case PageTokenKind.Text:
                AddRaw(token.Raw);
                break;
            case PageTokenKind.Start when token.Name.SequenceEqual("span"u8):
                if (_isInMark)
                {
                    _markDepth++;
                }
                else if (token.Attributes.HasClass("redacted"u8))
                {
                    Flush();
                    Append(UnitText.MarkStart);
                    _isInMark = true;
                    _markDepth = 1;
                }

                break;
            case PageTokenKind.End when token.Name.SequenceEqual("span"u8):
                if (_isInMark && --_markDepth == 0)
                {
                    Append(UnitText.MarkEnd);
                    _isInMark = false;
                }

                break;
            case PageTokenKind.Start or PageTokenKind.End:
                _wantsBreak |= !IsInline(token.Name);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(token), token.Kind, "No such kind.");
        }
    }

    private void AddRaw(ReadOnlySpan<byte> raw)
    {
        if (raw.Contains((byte)'&'))
        {
            AddText(PageTokens.Decode(raw));
            return;
        }

        if (_decoded.Length < raw.Length)
        {
            _decoded = new char[Math.Max(raw.Length, _decoded.Length * 2)]; // no text has more UTF-16 units than bytes
        }

        AddText(_decoded.AsSpan(0, Encoding.UTF8.GetChars(raw, _decoded)));
    }

    private void AddText(ReadOnlySpan<char> text)
    {
        Reserve(text.Length + 1);
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\t' or '\r')
            {
                _wantsSpace = true;
            }
            else if (c is not (UnitText.MarkStart or UnitText.MarkEnd))
            {
                if (_wantsSpace | _wantsBreak)
                {
                    Flush();
                }

                _text[_length++] = c;
            }
        }
    }

    // A break before the first character of a text stands for nothing; so each piece of text needs one more place than it is long, at most.
    private void Flush()
    {
        if (_length > 0 && (_wantsBreak || _wantsSpace))
        {
            Append(_wantsBreak ? '\n' : ' ');
        }

        _wantsBreak = false;
        _wantsSpace = false;
    }

    private void Append(char c)
    {
        Reserve(1);
        _text[_length++] = c;
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + count, _text.Length * 2));
        }
    }

    private static bool IsInline(ReadOnlySpan<byte> name)
    {
        foreach (var inline in Inline)
        {
            if (name.Length == inline.Length && Ascii.Equals(name, inline))
            {
                return true;
            }
        }

        return false;
    }
}
