using System.Buffers;
using System.Globalization;
using System.Text;

namespace Blog.Html;

/// <summary>
/// The short way for the common comment: only text, line breaks, bold and italics, plain links and common entities, every tag closed in order.
/// For such markup the HTML parser has no choice (no implied tags, nothing to reconstruct), so its result is known without it; everything
/// else is refused before a word is written.
/// </summary>
internal sealed class SimpleMarkupReader
{
    private const int DeepestNesting = 16;

    private static readonly SearchValues<char> Markup = SearchValues.Create("<&\0\r");

    private readonly MarkdownWriter _writer;
    private readonly LinkReader _links;
    private readonly StringBuilder _decoded = new();

    public SimpleMarkupReader(MarkdownWriter writer, LinkReader links)
    {
        _writer = writer;
        _links = links;
    }

    /// <summary>Reads the markup if it is simple; false, and nothing written, if it is not.</summary>
    public bool TryRead(string markup, HtmlContext context)
    {
        if (markup.Length > context.MaximumCharacters || !IsSimple(markup, context.MaximumTags))
        {
            return false;
        }
        Write(markup, context);
        return true;
    }

    private static bool IsSimple(ReadOnlySpan<char> markup, int maximumTags)
    {
        Span<SimpleTagKind> open = stackalloc SimpleTagKind[DeepestNesting];
        var depth = 0;
        var tags = 0;
        if (markup.StartsWith("\uFEFF", StringComparison.Ordinal))
        {
            return false; // a byte order mark is not text to the parser
        }
        for (var at = markup.IndexOfAny(Markup); at >= 0; at = markup.IndexOfAny(Markup))
        {
            markup = markup[at..];
            int length;
            switch (markup[0])
            {
                case '<':
                    if (IsLiteralLess(markup))
                    {
                        length = 1;
                        break;
                    }
                    if (++tags > maximumTags || !SimpleTag.TryRead(markup, out var tag) || !IsOrdered(tag, open, ref depth))
                    {
                        return false;
                    }
                    length = tag.Length;
                    break;
                case '&':
                    if (!TryEntity(markup, out length, out _))
                    {
                        return false;
                    }
                    break;
                case '\r':
                    if (markup.Length < 2 || markup[1] != '\n')
                    {
                        return false; // the parser makes a newline of it
                    }
                    length = 1;
                    break;
                default:
                    return false;
            }
            markup = markup[length..];
        }
        return depth == 0;
    }

    private static bool IsOrdered(SimpleTag tag, Span<SimpleTagKind> open, ref int depth)
    {
        if (tag.Kind == SimpleTagKind.Break)
        {
            return true;
        }
        if (tag.IsEnd)
        {
            return depth > 0 && open[--depth] == tag.Kind;
        }
        if (depth == DeepestNesting || (tag.Kind == SimpleTagKind.Link && open[..depth].Contains(SimpleTagKind.Link)))
        {
            return false;
        }
        open[depth++] = tag.Kind;
        return true;
    }

    private void Write(ReadOnlySpan<char> markup, HtmlContext context)
    {
        Span<InlineStyle> styles = stackalloc InlineStyle[DeepestNesting];
        var depth = 0;
        OpenLink link = default;
        while (!markup.IsEmpty)
        {
            var end = TextEnd(markup);
            Text(markup[..end], context.NewlinesAreBreaks);
            markup = markup[end..];
            if (markup.IsEmpty)
            {
                break;
            }
            SimpleTag.TryRead(markup, out var tag); // true: the markup was looked through before
            switch (tag.Kind)
            {
                case SimpleTagKind.Break:
                    _writer.Break();
                    break;
                case var kind when tag.IsEnd:
                    _writer.Style = styles[--depth];
                    if (kind == SimpleTagKind.Link)
                    {
                        _links.Close(link);
                    }
                    break;
                case SimpleTagKind.Link:
                    styles[depth++] = _writer.Style;
                    link = _links.Open(Decode(markup.Slice(tag.AddressStart, tag.AddressLength)), context.BaseAddress, isImageAnchor: false);
                    break;
                default:
                    styles[depth++] = _writer.Style;
                    _writer.Style |= tag.Kind is SimpleTagKind.Bold or SimpleTagKind.Strong ? InlineStyle.Strong : InlineStyle.Emphasis;
                    break;
            }
            markup = markup[tag.Length..];
        }
    }

    private static int TextEnd(ReadOnlySpan<char> markup)
    {
        var from = 0;
        while (markup[from..].IndexOf('<') is >= 0 and var at)
        {
            from += at;
            if (!IsLiteralLess(markup[from..]))
            {
                return from;
            }
            from++;
        }
        return markup.Length;
    }

    private void Text(ReadOnlySpan<char> text, bool newlinesAreBreaks)
    {
        if (text.IndexOf('&') < 0)
        {
            _writer.Text(text, newlinesAreBreaks);
        }
        else
        {
            _writer.Text(Decode(text), newlinesAreBreaks);
        }
    }

    private string Decode(ReadOnlySpan<char> text)
    {
        _decoded.Clear();
        for (var at = text.IndexOf('&'); at >= 0; at = text.IndexOf('&'))
        {
            _decoded.Append(text[..at]);
            TryEntity(text[at..], out var length, out var character); // true: the markup was looked through before
            _decoded.Append(character);
            text = text[(at + length)..];
        }
        return _decoded.Append(text).ToString();
    }

    /// <summary>HTML 13.2.5.6: before anything but a letter, "/", "!" and "?" a "&lt;" is text.</summary>
    private static bool IsLiteralLess(ReadOnlySpan<char> markup) =>
        markup.Length == 1 || markup[1] is ' ' or '\n' or '\t' or (>= '0' and <= '9') or '<' or '=' or '-' or '&';

    /// <summary>A common entity, or an ampersand that is only text; false for whatever needs the parser's tables.</summary>
    internal static bool TryEntity(ReadOnlySpan<char> text, out int length, out char character)
    {
        (length, character) = text switch
        {
            _ when text.StartsWith("&amp;", StringComparison.Ordinal) => (5, '&'),
            _ when text.StartsWith("&lt;", StringComparison.Ordinal) => (4, '<'),
            _ when text.StartsWith("&gt;", StringComparison.Ordinal) => (4, '>'),
            _ when text.StartsWith("&quot;", StringComparison.Ordinal) => (6, '"'),
            _ when text.StartsWith("&nbsp;", StringComparison.Ordinal) => (6, '\u00A0'),
            _ when text.StartsWith("&#", StringComparison.Ordinal) => Numeric(text),
            _ when text.Length == 1 || text[1] is ' ' or '\n' or '\t' => (1, '&'),
            _ => (0, '\0'),
        };
        return length > 0;
    }

    /// <summary>"&amp;#39;" and other decimal ones of printable characters that stand for themselves.</summary>
    private static (int Length, char Character) Numeric(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(';');
        if (end is < 3 or > 7 || !int.TryParse(text[2..end], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return (0, '\0');
        }
        return value is (>= 0x20 and < 0x7F) or (>= 0xA0 and < 0xD800) ? (end + 1, (char)value) : (0, '\0');
    }
}
