using System.Globalization;
using System.Text;

namespace Blog.Bench.Hostile;

/// <summary>
/// Evaluates the few Python expressions in which the pathological texts are written: strings, <c>+</c>, <c>*</c>, parentheses, and
/// <c>"".join(... for x in range(...))</c> with f-strings that name the variable.
/// </summary>
internal sealed class PythonText
{
    private readonly string _source;
    private readonly string? _variable;
    private readonly int _value;
    private int _at;

    private PythonText(string source, string? variable, int value) => (_source, _variable, _value) = (source, variable, value);

    public static string Evaluate(string expression) => Evaluate(expression, null, 0);

    private static string Evaluate(string expression, string? variable, int value)
    {
        var reader = new PythonText(expression, variable, value);
        var result = reader.Sum();
        return reader._at == expression.Length ? result : throw reader.Unknown();
    }

    private string Sum()
    {
        var result = new StringBuilder(Product());
        while (Take('+'))
        {
            result.Append(Product());
        }

        return result.ToString();
    }

    private string Product()
    {
        var text = Atom();
        while (Take('*'))
        {
            text = new StringBuilder().Insert(0, text, Count()).ToString();
        }

        return text;
    }

    private string Atom()
    {
        Blanks();
        if (Take('('))
        {
            var inner = Sum();
            return Take(')') ? inner : throw Unknown();
        }

        var format = _source[_at] == 'f';
        _at += format ? 1 : 0;
        if (_source[_at] != '"')
        {
            throw Unknown();
        }

        var text = Literal(format);
        return _source.AsSpan(_at).StartsWith(".join(", StringComparison.Ordinal) ? Join(text) : text;
    }

    private string Join(string separator)
    {
        _at += ".join(".Length;
        var loop = _source.IndexOf(" for ", _at, StringComparison.Ordinal);
        var body = _source[_at..loop].Trim();
        _at = loop + " for ".Length;
        var space = _source.IndexOf(' ', _at);
        var variable = _source[_at..space];
        _at = _source.IndexOf("range(", _at, StringComparison.Ordinal) + "range(".Length;
        var first = Count();
        var last = Take(',') ? Count() : first;
        first = last == first ? 0 : first;
        if (!Take(')') || !Take(')'))
        {
            throw Unknown();
        }

        return string.Join(separator, Enumerable.Range(first, last - first).Select(value => Evaluate(body, variable, value)));
    }

    private string Literal(bool format)
    {
        var text = new StringBuilder();
        for (_at++; _source[_at] != '"'; _at++)
        {
            var c = _source[_at];
            if (c == '\\')
            {
                text.Append(Escape());
            }
            else if (format && c == '{')
            {
                _at = _source.IndexOf('}', _at);
                text.Append(_value.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        _at++;
        return text.ToString();
    }

    private char Escape()
    {
        var c = _source[++_at];
        if (c == 'u')
        {
            _at += 4;
            return (char)int.Parse(_source.AsSpan(_at - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', '\\' or '"' => c, _ => throw Unknown() };
    }

    private int Count()
    {
        Blanks();
        if (_variable is not null && _source.AsSpan(_at).StartsWith(_variable, StringComparison.Ordinal))
        {
            _at += _variable.Length;
            return _value;
        }

        var start = _at;
        while (_at < _source.Length && (char.IsAsciiDigit(_source[_at]) || _source[_at] == '_'))
        {
            _at++;
        }

        return int.Parse(_source[start.._at].Replace("_", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private bool Take(char c)
    {
        Blanks();
        var found = _at < _source.Length && _source[_at] == c;
        _at += found ? 1 : 0;
        Blanks();
        return found;
    }

    private void Blanks()
    {
        while (_at < _source.Length && _source[_at] == ' ')
        {
            _at++;
        }
    }

    private FormatException Unknown() => new($"Not understood at {_at}: {_source}");
}
