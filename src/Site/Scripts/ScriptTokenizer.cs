namespace Blog.Site.Scripts;

/// <summary>Cuts a script of the theme into tokens: enough to tell code from comments, strings, templates and regular expressions, and no parser.</summary>
/// <remarks>
/// What a slash means depends on what stands before it. Where that cannot be told without parsing (after a closing brace, after <c>++</c> and <c>--</c>), the script
/// is refused rather than guessed at: it is ours, and another way to write the line is easily found.
/// </remarks>
internal sealed class ScriptTokenizer
{
    private static readonly HashSet<string> BeforeExpression = new(StringComparer.Ordinal)
    {
        "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void", "yield",
    };

    private static readonly HashSet<string> BeforeCondition = new(StringComparer.Ordinal) { "if", "while", "for", "with" };

    private readonly string _name;
    private readonly string _script;
    private readonly List<ScriptToken> _tokens = [];
    private readonly Stack<bool> _parentheses = new();
    private ScriptToken? _last;
    private ScriptToken? _lastButOne;
    private bool _closedCondition;
    private int _at;
    private int _line = 1;

    private ScriptTokenizer(string name, string script)
    {
        _name = name;
        _script = script;
    }

    /// <summary>All tokens of a script; put together they are the script.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="script">Its text.</param>
    /// <exception cref="InvalidDataException">Something in it does not end, or a slash cannot be told from a regular expression's.</exception>
    public static IReadOnlyList<ScriptToken> Read(string name, string script)
    {
        var tokenizer = new ScriptTokenizer(name, script);
        while (tokenizer._at < script.Length)
        {
            tokenizer.Next();
        }

        return tokenizer._tokens;
    }

    private void Next()
    {
        var start = _at;
        var kind = ReadOne();
        var token = new ScriptToken(kind, _script[start.._at], _line);
        _tokens.Add(token);
        _line += LineEnds(token.Text);
        if (token.IsCode)
        {
            Remember(token);
        }
    }

    private ScriptTokenKind ReadOne()
    {
        var c = _script[_at];
        switch (c)
        {
            case ' ' or '\t':
                SkipWhile(each => each is ' ' or '\t');
                return ScriptTokenKind.Blank;
            case '\r' or '\n':
                _at += c == '\r' && Peek(1) == '\n' ? 2 : 1;
                return ScriptTokenKind.LineEnd;
            case '/' when Peek(1) == '/':
                SkipWhile(each => each is not ('\r' or '\n'));
                return ScriptTokenKind.Comment;
            case '/' when Peek(1) == '*':
                var end = _script.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? throw Refused("a comment does not end") : end + 2;
                return ScriptTokenKind.Comment;
            case '/' when IsRegularExpression():
                SkipRegularExpression();
                return ScriptTokenKind.RegularExpression;
            case '"' or '\'':
                SkipString(c);
                return ScriptTokenKind.String;
            case '`':
                SkipTemplate();
                return ScriptTokenKind.Template;
            case >= '0' and <= '9':
            case '.' when Peek(1) is >= '0' and <= '9':
                SkipNumber();
                return ScriptTokenKind.Number;
            case '#':
            case var _ when IsWordCharacter(c):
                _at++;
                SkipWhile(IsWordCharacter);
                return ScriptTokenKind.Word;
            default:
                return c is < ' ' or > '~' ? throw Refused("it holds a character outside ASCII between its tokens") : ReadPunctuator();
        }
    }

    private ScriptTokenKind ReadPunctuator()
    {
        _at++;
        return ScriptTokenKind.Punctuator;
    }

    /// <summary>Keeps what tells a division from a regular expression.</summary>
    private void Remember(ScriptToken token)
    {
        if (token.IsPunctuator('('))
        {
            _parentheses.Push(_last is { Kind: ScriptTokenKind.Word } && BeforeCondition.Contains(_last.Text) && _lastButOne?.IsPunctuator('.') != true);
        }

        if (token.IsPunctuator(')'))
        {
            _closedCondition = _parentheses.Count > 0 ? _parentheses.Pop() : throw Refused("a parenthesis is closed that was not opened");
        }

        _lastButOne = _last;
        _last = token;
    }

    private bool IsRegularExpression() => _last switch
    {
        null => true,
        { Kind: ScriptTokenKind.Word } => BeforeExpression.Contains(_last.Text) && _lastButOne?.IsPunctuator('.') != true,
        { Kind: ScriptTokenKind.Number or ScriptTokenKind.String or ScriptTokenKind.Template or ScriptTokenKind.RegularExpression } => false,
        { Text: ")" } => _closedCondition,
        { Text: "]" } => false,
        { Text: "}" } => throw Refused("a slash after a closing brace may be a division or begin a regular expression"),
        { Text: "+" or "-" } when _lastButOne?.Text == _last.Text => throw Refused("a slash after ++ or -- may be a division or begin a regular expression"),
        _ => true,
    };

    private void SkipString(char quote)
    {
        for (_at++; _at < _script.Length && _script[_at] is not ('\r' or '\n'); _at++)
        {
            if (_script[_at] == quote)
            {
                _at++;
                return;
            }

            _at += _script[_at] == '\\' ? 1 : 0;
        }

        throw Refused("a string does not end in its line");
    }

    private void SkipRegularExpression()
    {
        var inClass = false;
        for (_at++; _at < _script.Length && _script[_at] is not ('\r' or '\n'); _at++)
        {
            switch (_script[_at])
            {
                case '\\':
                    _at++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    _at++;
                    SkipWhile(IsWordCharacter);
                    return;
                default:
                    break;
            }
        }

        throw Refused("a regular expression does not end in its line");
    }

    /// <summary>A template literal is one token, with the expressions in it: their tokens are read to find its end, then forgotten.</summary>
    private void SkipTemplate()
    {
        for (_at++; _at < _script.Length; _at++)
        {
            switch (_script[_at])
            {
                case '`':
                    _at++;
                    return;
                case '\\':
                    _at++;
                    break;
                case '$' when Peek(1) == '{':
                    _at += 2;
                    SkipSubstitution();
                    break;
                default:
                    break;
            }
        }

        throw Refused("a template does not end");
    }

    /// <summary>Stops at the brace that closes it.</summary>
    private void SkipSubstitution()
    {
        var (kept, line, last, lastButOne) = (_tokens.Count, _line, _last, _lastButOne);
        (_last, _lastButOne) = (null, null);
        for (var depth = 0; _at < _script.Length;)
        {
            if (_script[_at] == '}' && depth == 0)
            {
                _tokens.RemoveRange(kept, _tokens.Count - kept);
                (_line, _last, _lastButOne) = (line, last, lastButOne);
                return;
            }

            Next();
            depth += _tokens[^1] switch { { Kind: ScriptTokenKind.Punctuator, Text: "{" } => 1, { Kind: ScriptTokenKind.Punctuator, Text: "}" } => -1, _ => 0 };
        }

        throw Refused("a template does not end");
    }

    private void SkipNumber()
    {
        var isHexadecimal = _script[_at] == '0' && Peek(1) is 'x' or 'X';
        for (_at++; _at < _script.Length; _at++)
        {
            var isExponentSign = _script[_at] is '+' or '-' && _script[_at - 1] is 'e' or 'E' && !isHexadecimal;
            if (!char.IsAsciiLetterOrDigit(_script[_at]) && _script[_at] is not ('.' or '_') && !isExponentSign)
            {
                return;
            }
        }
    }

    private void SkipWhile(Func<char, bool> belongs)
    {
        while (_at < _script.Length && belongs(_script[_at]))
        {
            _at++;
        }
    }

    private char Peek(int ahead) => _at + ahead < _script.Length ? _script[_at + ahead] : '\0';

    internal static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';

    private static int LineEnds(string text) => text.Count(c => c == '\n') + (text.Contains('\n', StringComparison.Ordinal) ? 0 : text.Count(c => c == '\r'));

    private InvalidDataException Refused(string what) => new($"The script {_name} cannot be shortened: in line {_line} {what}. Write the line another way.");
}
