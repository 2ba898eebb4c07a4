using System.Buffers;
using System.Text;

namespace Blog.Source;

/// <summary>
/// Reads the YAML that front matter is nearly always written in: one <c>key: value</c> a line, values plain or quoted, lists and maps of
/// such values in brackets or indented below the key. Anything else it leaves to <see cref="YamlEventReader"/>, with which it must
/// agree wherever it reads (a test compares the two).
/// </summary>
internal ref struct PlainYamlReader
{
    /// <summary>Characters that begin something other than a plain text.</summary>
    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@` ");

    private readonly ReadOnlySpan<char> _text;
    private int _next;
    private int _line;

    private PlainYamlReader(ReadOnlySpan<char> text, int firstLine)
    {
        _text = text;
        _line = firstLine;
    }

    /// <summary>Reads a map; null where the text is not of this kind.</summary>
    /// <param name="yaml">Text with LF line ends.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    public static YamlValue.Map? TryRead(string yaml, int firstLine)
    {
        // Tabs, and characters that YAML takes for line ends or refuses, are the other reader's business.
        foreach (var c in yaml)
        {
            if ((c < ' ' && c != '\n') || c is (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' || char.IsSurrogate(c))
            {
                return null;
            }
        }

        return new PlainYamlReader(yaml, firstLine).ReadTop();
    }

    private YamlValue.Map? ReadTop()
    {
        var first = _line;
        var entries = new List<YamlEntry>();
        while (TryPeek(out var line, out var indent))
        {
            if (indent != 0 || !TrySplit(line, out var key, out var rest))
            {
                return null;
            }

            var at = _line;
            Advance(line.Length);
            if ((rest.IsEmpty || rest[0] == '#' ? ReadBelow(at) : ReadValue(rest, at)) is not { } value)
            {
                return null;
            }

            entries.Add(new YamlEntry(key, at, value));
        }

        return new YamlValue.Map(entries, entries.Count > 0 ? entries[0].Line : first);
    }

    /// <summary>Reads what stands below a key without a value: a list, an indented map, or nothing.</summary>
    private YamlValue? ReadBelow(int keyLine)
    {
        if (!TryPeek(out var line, out var indent) || (indent == 0 && !IsItem(line)))
        {
            return new YamlValue.Text(string.Empty, Plain: true, keyLine);
        }

        var at = _line;
        return IsItem(line[indent..]) ? ReadItems(indent, at) : ReadMap(indent, at);
    }

    private YamlValue.Items? ReadItems(int indent, int at)
    {
        var values = new List<YamlValue>();
        while (TryPeek(out var line, out var depth) && depth >= indent && (depth > indent || IsItem(line[depth..])))
        {
            var item = line[depth..];
            if (depth != indent || item.Length < 3 || ReadScalar(item[2..].TrimStart(' '), _line) is not { } value)
            {
                return null;
            }

            values.Add(value);
            Advance(line.Length);
        }

        return new YamlValue.Items(values, at);
    }

    private YamlValue.Map? ReadMap(int indent, int at)
    {
        var entries = new List<YamlEntry>();
        while (TryPeek(out var line, out var depth) && depth > 0)
        {
            if (depth != indent || !TrySplit(line[depth..], out var key, out var rest) || ReadScalar(rest, _line) is not { } value)
            {
                return null;
            }

            entries.Add(new YamlEntry(key, _line, value));
            Advance(line.Length);
        }

        return new YamlValue.Map(entries, at);
    }

    private static YamlValue? ReadValue(ReadOnlySpan<char> text, int line) => text[0] switch
    {
        '[' => ReadFlowItems(text, line),
        '{' => ReadFlowMap(text, line),
        _ => ReadScalar(text, line),
    };

    private static YamlValue.Items? ReadFlowItems(ReadOnlySpan<char> text, int line)
    {
        var values = new List<YamlValue>();
        text = text[1..].TrimStart(' ');
        while (!text.StartsWith(']'))
        {
            if (!TryFlowScalar(ref text, line, out var value))
            {
                return null;
            }

            values.Add(value);
        }

        return IsRest(text[1..]) ? new YamlValue.Items(values, line) : null;
    }

    private static YamlValue.Map? ReadFlowMap(ReadOnlySpan<char> text, int line)
    {
        var entries = new List<YamlEntry>();
        text = text[1..].TrimStart(' ');
        while (!text.StartsWith('}'))
        {
            if (!TrySplit(text, out var key, out var rest) || rest.IsEmpty || !TryFlowScalar(ref rest, line, out var value))
            {
                return null;
            }

            entries.Add(new YamlEntry(key, line, value));
            text = rest;
        }

        return IsRest(text[1..]) ? new YamlValue.Map(entries, line) : null;
    }

    /// <summary>Takes one scalar and the comma behind it, if there is one; what follows must be a closing bracket or another scalar.</summary>
    private static bool TryFlowScalar(ref ReadOnlySpan<char> text, int line, out YamlValue.Text value)
    {
        value = new YamlValue.Text(string.Empty, Plain: true, line);
        if (text.IsEmpty)
        {
            return false;
        }

        if (text[0] is '"' or '\'')
        {
            if (!TryQuoted(ref text, out var quoted))
            {
                return false;
            }

            value = new YamlValue.Text(quoted, Plain: false, line);
        }
        else
        {
            var end = text.IndexOfAny(",[]{}");
            var plain = end < 0 ? default : text[..end].TrimEnd(' ');
            if (plain.IsEmpty || !IsPlain(plain))
            {
                return false;
            }

            value = new YamlValue.Text(plain.ToString(), Plain: true, line);
            text = text[end..];
        }

        text = text.TrimStart(' ');
        if (text.StartsWith(','))
        {
            text = text[1..].TrimStart(' ');
            return true;
        }

        return text.StartsWith(']') || text.StartsWith('}');
    }

    private static YamlValue.Text? ReadScalar(ReadOnlySpan<char> text, int line)
    {
        if (text.IsEmpty || text[0] == '#')
        {
            return null; // a value below, or none: rare inside a list or map
        }

        if (text[0] is '"' or '\'')
        {
            return TryQuoted(ref text, out var quoted) && IsRest(text) ? new YamlValue.Text(quoted, Plain: false, line) : null;
        }

        var comment = text.IndexOf(" #");
        var plain = (comment < 0 ? text : text[..comment]).TrimEnd(' ');
        return IsPlain(plain) ? new YamlValue.Text(plain.ToString(), Plain: true, line) : null;
    }

    private static bool IsPlain(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !Indicators.Contains(text[0]) && text.IndexOf(": ") < 0 && text.IndexOf(" #") < 0 && text[^1] != ':';

    /// <summary>Takes a quoted text that ends on its line.</summary>
    private static bool TryQuoted(ref ReadOnlySpan<char> text, out string value)
    {
        value = string.Empty;
        var quote = text[0];
        var clean = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote)
            {
                if (quote == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
                {
                    clean.Append('\'');
                    i++;
                    continue;
                }

                value = clean.ToString();
                text = text[(i + 1)..];
                return true;
            }

            if (c == '\\' && quote == '"')
            {
                if (++i == text.Length || text[i] is not ('"' or '\\' or 'n'))
                {
                    return false; // the rarer escapes are the other reader's
                }

                clean.Append(text[i] == 'n' ? '\n' : text[i]);
                continue;
            }

            clean.Append(c);
        }

        return false;
    }

    /// <summary>Nothing, blanks, or a comment after a blank.</summary>
    private static bool IsRest(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        return rest.IsEmpty || (rest[0] == '#' && rest.Length < text.Length);
    }

    private static bool IsItem(ReadOnlySpan<char> line) => line.StartsWith("- ") || line is "-";

    /// <summary>Splits <c>key: value</c>; the key is letters, digits, '_' and '-' and begins with a letter.</summary>
    private static bool TrySplit(ReadOnlySpan<char> line, out string key, out ReadOnlySpan<char> rest)
    {
        key = string.Empty;
        rest = default;
        var colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] != ' ') || !char.IsAsciiLetter(line[0]))
        {
            return false;
        }

        foreach (var c in line[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        key = line[..colon].ToString();
        rest = line[(colon + 1)..].Trim(' ');
        return true;
    }

    /// <summary>The next line that is neither blank nor a comment, without moving past it; its indent is its number of blanks.</summary>
    private bool TryPeek(out ReadOnlySpan<char> line, out int indent)
    {
        while (_next < _text.Length)
        {
            var rest = _text[_next..];
            var end = rest.IndexOf('\n');
            line = end < 0 ? rest : rest[..end];
            indent = line.IndexOfAnyExcept(' ');
            if (indent >= 0 && line[indent] != '#')
            {
                return true;
            }

            Advance(line.Length);
        }

        line = default;
        indent = 0;
        return false;
    }

    private void Advance(int length)
    {
        _next = Math.Min(_text.Length, _next + length + 1);
        _line++;
    }
}
