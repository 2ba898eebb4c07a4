using System.Globalization;

namespace Blog.Search.Query;

/// <summary>Goes over the characters of a typed query: what stands at a place, and whether a sign or word can be taken there. It knows no grammar.</summary>
/// <param name="text">The query.</param>
internal sealed class QueryCursor(string text)
{
    private const int LongestNumber = 10;

    private int _at;

    /// <summary>Whether everything is taken.</summary>
    public bool IsAtEnd => _at >= text.Length;

    /// <summary>The next character; null at the end.</summary>
    public char? Current => Ahead(0);

    /// <summary>The character after it; null where there is none.</summary>
    public char? Next => Ahead(1);

    /// <summary>Takes the next character.</summary>
    public char Take() => text[_at++];

    /// <summary>Takes a sign if it comes next.</summary>
    public bool TryTake(char sign)
    {
        if (Current != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Takes signs if they come next.</summary>
    public bool TryTake(string signs)
    {
        if (string.CompareOrdinal(text, _at, signs, 0, signs.Length) != 0)
        {
            return false;
        }

        _at += signs.Length;
        return true;
    }

    /// <summary>Takes an operator of letters if it comes next: white space or the opening of a part must follow.</summary>
    public bool TryTakeOperator(string word)
    {
        var isOperator = Ahead(word.Length) is { } after && (char.IsWhiteSpace(after) || after is '(' or '"');
        return isOperator && TryTake(word);
    }

    /// <summary>Takes white space.</summary>
    public void SkipSpace()
    {
        while (Current is { } c && char.IsWhiteSpace(c))
        {
            _at++;
        }
    }

    /// <summary>Takes a character behind a backslash, or the backslash itself where it is the last.</summary>
    public bool TryTakeEscaped(out char escaped)
    {
        escaped = Next ?? default;
        if (Current != '\\' || Next is null)
        {
            return false;
        }

        _at += 2;
        return true;
    }

    /// <summary>Takes what stands before one of some signs, and the sign; everything where none comes.</summary>
    /// <param name="signs">The signs.</param>
    /// <param name="sign">The sign; null where none came.</param>
    public string TakeThrough(ReadOnlySpan<char> signs, out char? sign)
    {
        var rest = text.AsSpan(_at);
        var length = rest.IndexOfAny(signs);
        sign = length < 0 ? null : rest[length];
        _at = length < 0 ? text.Length : _at + length + 1;
        return (length < 0 ? rest : rest[..length]).ToString();
    }

    /// <summary>Takes a number of digits with one point between them; null where none comes.</summary>
    public double? TakeNumber()
    {
        var start = _at;
        while (_at - start < LongestNumber && Current is { } c && (char.IsAsciiDigit(c) || (c == '.' && Next is { } after && char.IsAsciiDigit(after))))
        {
            _at++;
        }

        return double.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Takes a name of letters and the colon behind it, where something follows the colon and the name is known.</summary>
    /// <param name="names">The names, in small letters; typed they may have any.</param>
    public T? TakeName<T>(IReadOnlyDictionary<string, T> names)
        where T : struct
    {
        var length = 0;
        while (Ahead(length) is { } c && char.IsAsciiLetter(c))
        {
            length++;
        }

        if (Ahead(length) != ':' || Ahead(length + 1) is not { } after || char.IsWhiteSpace(after) || !names.TryGetValue(text.Substring(_at, length).ToLowerInvariant(), out var named))
        {
            return null;
        }

        _at += length + 1;
        return named;
    }

    private char? Ahead(int count) => _at + count < text.Length ? text[_at + count] : null;
}
