using System.Text.RegularExpressions;

namespace Blog.Site.Scripts;

/// <summary>One module of a script: what it takes from others, what it gives, and its code without those words.</summary>
/// <remarks>
/// Only the plainest forms are read, so that joining cannot change a meaning: <c>import { a, b } from "./other.js";</c> and <c>export</c> before a declaration of
/// one name. Anything else is refused with what to write instead.
/// </remarks>
internal sealed partial class ScriptModule
{
    private readonly List<(string Module, string Name)> _imports = [];
    private readonly List<string> _exports = [];
    private readonly List<string> _names = [];
    private readonly List<ScriptToken> _code = [];
    private readonly IReadOnlyList<ScriptToken> _tokens;

    private ScriptModule(string name, string text)
    {
        Name = name;
        _tokens = ScriptTokenizer.Read(name, text);
        Split();
    }

    /// <summary>Its file name: <c>stop-words.js</c>.</summary>
    public string Name { get; }

    /// <summary>What it takes: from which module, which name.</summary>
    public IReadOnlyList<(string Module, string Name)> Imports => _imports;

    /// <summary>The names it gives to others.</summary>
    public IReadOnlyList<string> Exports => _exports;

    /// <summary>All names it declares outside of brackets; when modules are joined they meet.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Its code without imports and the word <c>export</c>.</summary>
    public IReadOnlyList<ScriptToken> Code => _code;

    /// <summary>Reads a module.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="InvalidDataException">It is written in a form that is not read.</exception>
    public static ScriptModule Read(string name, string text) => new(name, text);

    [GeneratedRegex("""^import \{ (?<name>[\w$]+)(?: , (?<name>[\w$]+))*(?: ,)? \} from "\./(?<module>[a-z0-9-]+\.js)" ;$""", RegexOptions.CultureInvariant)]
    private static partial Regex ImportForm();

    private void Split()
    {
        var depth = 0;
        ScriptToken? last = null;
        for (var at = 0; at < _tokens.Count; at++)
        {
            var token = _tokens[at];
            var isKeyword = token.Kind == ScriptTokenKind.Word && last?.IsPunctuator('.') != true;
            if (isKeyword && token.Text == "import" && !IsExpression(at))
            {
                at = ReadImport(at, depth);
                last = null;
                continue;
            }

            if (isKeyword && depth == 0 && token.Text == "export")
            {
                _exports.Add(ExportedName(at));
                continue;
            }

            if (isKeyword && token.Text == "var")
            {
                throw Refused(token, "has a var, whose name belongs to everything around it", "Say const or let");
            }

            if (isKeyword && depth == 0 && DeclaredName(at) is { } name)
            {
                _names.Add(name);
            }

            if (token.Kind == ScriptTokenKind.Punctuator)
            {
                depth += token.Text switch { "{" or "(" or "[" => 1, "}" or ")" or "]" => -1, _ => 0 };
            }

            if (depth == 0 && token.IsPunctuator(','))
            {
                throw Refused(token, "has a comma outside of brackets, where a second name may be declared", "Declare each name by itself");
            }

            _code.Add(token);
            last = token.IsCode ? token : last;
        }

        if (depth != 0)
        {
            throw Refused(_tokens[^1], "ends within brackets", "Close them");
        }
    }

    /// <summary>Whether an <c>import</c> asks for the script's own address, or fetches a file whose address is worked out: no declarations (ECMAScript, section 13.3). A module by its name is none of these: it is in the whole.</summary>
    private bool IsExpression(int at)
    {
        var next = NextCode(at);
        return next < _tokens.Count && (_tokens[next].IsPunctuator('.') || (_tokens[next].IsPunctuator('(') && NextCode(next) is var inner && inner < _tokens.Count && _tokens[inner].Kind == ScriptTokenKind.Word));
    }

    /// <summary>Reads from <c>import</c> to its semicolon and says where that is.</summary>
    private int ReadImport(int at, int depth)
    {
        var words = new List<string>();
        var end = at;
        for (; end < _tokens.Count; end++)
        {
            if (_tokens[end].IsCode)
            {
                words.Add(_tokens[end].Text);
            }

            if (_tokens[end].IsPunctuator(';'))
            {
                break;
            }
        }

        var form = ImportForm().Match(string.Join(' ', words));
        if (!form.Success || depth != 0)
        {
            throw Refused(_tokens[at], "has an import that is not read", "Write import { name, other } from \"./module.js\"; with its semicolon");
        }

        _imports.AddRange(form.Groups["name"].Captures.Select(name => (form.Groups["module"].Value, name.Value)));
        return end;
    }

    private string ExportedName(int at)
    {
        var next = NextCode(at);
        if (next < _tokens.Count && _tokens[next].IsWord("async"))
        {
            next = NextCode(next);
        }

        return (next < _tokens.Count ? DeclaredName(next) : null)
            ?? throw Refused(_tokens[at], "has an export that is not read", "Write export before const, let, function or class and a name");
    }

    /// <summary>The name that a keyword declares; null where it declares none.</summary>
    private string? DeclaredName(int at)
    {
        if (_tokens[at].Text is not ("const" or "let" or "function" or "class"))
        {
            return null;
        }

        var next = NextCode(at);
        if (_tokens[at].Text == "function" && next < _tokens.Count && _tokens[next].IsPunctuator('*'))
        {
            next = NextCode(next);
        }

        if (next < _tokens.Count && _tokens[next].Kind == ScriptTokenKind.Word)
        {
            return _tokens[next].Text;
        }

        return _tokens[at].Text is "const" or "let" ? throw Refused(_tokens[at], "takes names out of a value", "Declare each name by itself") : null;
    }

    private int NextCode(int at)
    {
        do
        {
            at++;
        }
        while (at < _tokens.Count && !_tokens[at].IsCode);

        return at;
    }

    private InvalidDataException Refused(ScriptToken token, string what, string remedy) => new($"The script {Name} cannot be joined: line {token.Line} {what}. {remedy}.");
}
