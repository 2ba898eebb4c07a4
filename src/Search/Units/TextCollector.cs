using System.Text;
using Blog.Html;

namespace Blog.Search.Units;

/// <summary>Gathers the plain text of an element of a page: marks kept apart, blocks parted by a line end, white space as the page shows it.</summary>
internal sealed class TextCollector
{
    // Elements of a text that stay within a line; all others part it.
    private static readonly string[] Inline = ["a", "em", "strong", "b", "i", "code", "span", "sup", "sub", "del", "ins", "s", "u", "small", "cite", "q", "abbr", "mark", "kbd", "samp", "var", "time", "wbr"];

    private readonly StringBuilder _text = new();
    private bool _isInMark;
    private int _markDepth;
    private bool _wantsBreak;
    private bool _wantsSpace;

    /// <summary>The text so far, and makes ready for the next.</summary>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
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
                AddText(PageTokens.Decode(token.Raw));
                break;
            case PageTokenKind.Start when token.Name.SequenceEqual("span"u8):
                if (_isInMark)
                {
                    _markDepth++;
                }
                else if (token.Attributes.HasClass("redacted"u8))
                {
                    Flush();
                    _text.Append(UnitText.MarkStart);
                    _isInMark = true;
                    _markDepth = 1;
                }

                break;
            case PageTokenKind.End when token.Name.SequenceEqual("span"u8):
                if (_isInMark && --_markDepth == 0)
                {
                    _text.Append(UnitText.MarkEnd);
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

    private void AddText(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\t' or '\r')
            {
                _wantsSpace = true;
            }
            else if (c is not (UnitText.MarkStart or UnitText.MarkEnd))
            {
                Flush();
                _text.Append(c);
            }
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            if (_wantsBreak)
            {
                _text.Append('\n');
            }
            else if (_wantsSpace)
            {
                _text.Append(' ');
            }
        }

        _wantsBreak = false;
        _wantsSpace = false;
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
