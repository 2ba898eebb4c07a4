using System.Globalization;
using System.Text;
using Blog.Search.Analysis;

namespace Blog.Search.Query;

/// <summary>Reads Lucene's classic query syntax: words, "phrases", "near phrases"~3, prefix*, fuzzy~1, +must -not, AND OR NOT, ( ), field:, date:[2015 TO 2016-06], word^2.</summary>
/// <remarks>
/// Everything typed gives a query: what Lucene refuses (a bracket without its other, a stray sign) is read as plainly as can be, with a note. Beyond that it differs from
/// org.apache.lucene.queryparser.classic of 8.8.1 in this: a name before a colon that is no field is part of the word (so an address can be pasted), <c>/</c> is a letter like others (no regular
/// expressions), and of wildcards only a <c>*</c> at the end is known. Precedence is Lucene's: AND binds its two neighbours as +, OR binds nothing. See <c>docs/search.md</c>.
/// </remarks>
public sealed class QueryParser
{
    private const int DeepestGroup = 50;

    private const int DefaultEdits = 2;

    private static readonly Dictionary<string, QueryField> Fields = new(StringComparer.Ordinal)
    {
        ["title"] = QueryField.Title,
        ["text"] = QueryField.Text,
        ["author"] = QueryField.Author,
        ["label"] = QueryField.Label,
        ["series"] = QueryField.Series,
        ["kind"] = QueryField.Kind,
        ["in"] = QueryField.Thread,
        ["date"] = QueryField.Date,
    };

    private readonly string _text;
    private readonly EnglishAnalyzer _english = new();
    private readonly List<string> _notes = [];
    private int _at;

    private QueryParser(string text) => _text = text;

    /// <summary>Reads a query. Nothing is thrown for any text.</summary>
    public static ParsedQuery Parse(string text)
    {
        var parser = new QueryParser(text);
        var clauses = new List<QueryClause>();
        while (parser._at < text.Length)
        {
            parser.ReadClauses(clauses, QueryField.Any, 0);
            if (parser._at < text.Length)
            {
                parser._at++; // a ) that closes nothing
                parser.Note("a ) without its ( was left out");
            }
        }

        return new ParsedQuery(new GroupNode(clauses), parser._notes);
    }

    private void ReadClauses(List<QueryClause> clauses, QueryField field, int depth)
    {
        while (true)
        {
            var conjunction = ReadConjunction();
            var modifier = ReadModifier();
            SkipSpace();
            if (_at == _text.Length || _text[_at] == ')')
            {
                return;
            }

            var query = ReadClause(field, depth);
            Add(clauses, conjunction, modifier, query);
        }
    }

    /// <summary>Lucene's rule: AND makes the clause before it and the one after it required; OR changes nothing.</summary>
    private void Add(List<QueryClause> clauses, Conjunction conjunction, Occur modifier, QueryNode? query)
    {
        if (conjunction == Conjunction.And && clauses.Count > 0 && clauses[^1].Occur == Occur.Should)
        {
            clauses[^1] = clauses[^1] with { Occur = Occur.Must };
        }

        if (query is not null && !IsEmpty(query))
        {
            clauses.Add(new QueryClause(conjunction == Conjunction.And && modifier == Occur.Should ? Occur.Must : modifier, query));
        }
    }

    /// <summary>Whether a part asks for nothing, such as a stop word: it then counts as not typed, also for the AND before or after it.</summary>
    private bool IsEmpty(QueryNode query) => query switch
    {
        WordsNode { Field: QueryField.Any or QueryField.Title or QueryField.Text } words => !_english.Analyze(words.Text).MoveNext() && !CapitalFormAnalyzer.Analyze(words.Text).MoveNext(),
        PhraseNode { Field: QueryField.Any or QueryField.Title or QueryField.Text } phrase => !_english.Analyze(phrase.Text).MoveNext(),
        _ => false,
    };

    private QueryNode? ReadClause(QueryField field, int depth)
    {
        if (ReadFieldName() is { } named)
        {
            field = named;
            SkipSpace();
        }

        if (_at == _text.Length)
        {
            return null;
        }

        switch (_text[_at])
        {
            case '(':
                return ReadGroup(field, depth);
            case '"':
                return ReadQuoted(field);
            case '[' or '{' when field == QueryField.Date:
                return ReadDates();
            default:
                return ReadWord(field);
        }
    }

    private GroupNode ReadGroup(QueryField field, int depth)
    {
        _at++;
        var clauses = new List<QueryClause>();
        if (depth >= DeepestGroup)
        {
            Note("brackets are too deep, the inner ones were left out");
            return new GroupNode(clauses);
        }

        ReadClauses(clauses, field, depth + 1);
        if (_at < _text.Length)
        {
            _at++;
        }
        else
        {
            Note("a ) is missing at the end");
        }

        return new GroupNode(clauses) { Boost = ReadBoost() };
    }

    private QueryNode? ReadQuoted(QueryField field)
    {
        _at++;
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] != '"')
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                _at++;
            }

            text.Append(_text[_at++]);
        }

        if (_at < _text.Length)
        {
            _at++;
        }
        else
        {
            Note("a \" is missing at the end");
        }

        var slop = 0;
        if (_at < _text.Length && _text[_at] == '~')
        {
            _at++;
            slop = (int)Math.Min(ReadNumber() ?? 0, 1000);
        }

        var boost = ReadBoost();
        return field == QueryField.Date
            ? new DatesNode(text.ToString(), text.ToString(), false, false) { Boost = boost }
            : new PhraseNode(field, text.ToString(), slop) { Boost = boost };
    }

    private DatesNode ReadDates()
    {
        var isFromExcluded = _text[_at++] == '{';
        var end = _text.IndexOfAny([']', '}'], _at);
        var inside = end < 0 ? _text[_at..] : _text[_at..end];
        var isToExcluded = end >= 0 && _text[end] == '}';
        _at = end < 0 ? _text.Length : end + 1;
        var parts = inside.Split(" TO ", 2, StringSplitOptions.TrimEntries);
        if (end < 0)
        {
            Note("a ] is missing at the end");
        }

        var from = parts[0];
        var to = parts.Length > 1 ? parts[1] : parts[0];
        return new DatesNode(from == "*" ? string.Empty : from, to == "*" ? string.Empty : to, isFromExcluded, isToExcluded) { Boost = ReadBoost() };
    }

    private QueryNode? ReadWord(QueryField field)
    {
        var text = new StringBuilder();
        var isPrefix = false;
        var start = _at;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '\\' && _at + 1 < _text.Length)
            {
                text.Append(_text[_at + 1]);
                _at += 2;
                continue;
            }

            if (c == '*' && text.Length > 0 && (_at + 1 == _text.Length || IsEnd(_text[_at + 1]) || _text[_at + 1] == '^'))
            {
                isPrefix = true;
                _at++;
                break;
            }

            if (IsEnd(c) || (c is '~' or '^' && text.Length > 0))
            {
                break;
            }

            text.Append(c);
            _at++;
        }

        if (_at == start)
        {
            Note($"a {_text[_at]} was left out");
            _at++;
            return null;
        }

        int? edits = null;
        if (!isPrefix && _at < _text.Length && _text[_at] == '~')
        {
            _at++;
            edits = ReadEdits(text.ToString());
        }

        var boost = ReadBoost();
        var word = text.ToString();
        if (field == QueryField.Date)
        {
            return new DatesNode(word, word, false, false) { Boost = boost };
        }

        return (isPrefix, edits) switch
        {
            (true, _) => new PrefixNode(field, word) { Boost = boost },
            (false, { } slips) => new FuzzyNode(field, word, slips) { Boost = boost },
            _ => new WordsNode(field, word) { Boost = boost },
        };
    }

    /// <summary>After <c>~</c>: a number of slips, or below 1 the likeness Lucene used to take; two slips where none is given.</summary>
    private int ReadEdits(string word)
    {
        var number = ReadNumber();
        return number switch
        {
            null => DefaultEdits,
            >= 1 => (int)Math.Min(number.Value, 2),
            0 => 0,
            _ => Math.Min((int)((1 - number.Value) * word.EnumerateRunes().Count()), 2),
        };
    }

    private float ReadBoost()
    {
        if (_at >= _text.Length || _text[_at] != '^')
        {
            return 1;
        }

        _at++;
        return (float)(ReadNumber() ?? 1);
    }

    private double? ReadNumber()
    {
        var start = _at;
        while (_at < _text.Length && _at - start < 10 && (char.IsAsciiDigit(_text[_at]) || (_text[_at] == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))))
        {
            _at++;
        }

        return double.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The field whose name and colon come next; null for none.</summary>
    private QueryField? ReadFieldName()
    {
        var colon = _at;
        while (colon < _text.Length && char.IsAsciiLetter(_text[colon]))
        {
            colon++;
        }

        if (colon == _at || colon + 1 >= _text.Length || _text[colon] != ':' || char.IsWhiteSpace(_text[colon + 1]) || !Fields.TryGetValue(_text[_at..colon].ToLowerInvariant(), out var field))
        {
            return null;
        }

        _at = colon + 1;
        return field;
    }

    private Conjunction ReadConjunction()
    {
        var conjunction = Conjunction.None;
        while (true)
        {
            SkipSpace();
            if (ReadOperator("AND") || ReadSign("&&"))
            {
                conjunction = Conjunction.And;
            }
            else if (ReadOperator("OR") || ReadSign("||"))
            {
                conjunction = Conjunction.Or;
            }
            else
            {
                return conjunction;
            }
        }
    }

    private Occur ReadModifier()
    {
        var modifier = Occur.Should;
        while (true)
        {
            SkipSpace();
            if (ReadOperator("NOT"))
            {
                modifier = Occur.MustNot;
            }
            else if (_at + 1 < _text.Length && _text[_at] is '+' or '-' or '!' && !char.IsWhiteSpace(_text[_at + 1]))
            {
                modifier = _text[_at] == '+' ? Occur.Must : Occur.MustNot;
                _at++;
            }
            else if (_at < _text.Length && _text[_at] is '+' or '-' or '!')
            {
                _at++; // a sign that stands alone
            }
            else
            {
                return modifier;
            }
        }
    }

    private bool ReadOperator(string word)
    {
        var end = _at + word.Length;
        if (end >= _text.Length || string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0 || !(char.IsWhiteSpace(_text[end]) || _text[end] is '(' or '"'))
        {
            return false;
        }

        _at = end;
        return true;
    }

    private bool ReadSign(string sign)
    {
        if (string.CompareOrdinal(_text, _at, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        _at += sign.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private void Note(string note)
    {
        if (!_notes.Contains(note, StringComparer.Ordinal))
        {
            _notes.Add(note);
        }
    }

    private static bool IsEnd(char c) => char.IsWhiteSpace(c) || c is '(' or ')' or '"' or '[' or ']' or '{' or '}';

    private enum Conjunction
    {
        None,
        And,
        Or,
    }
}
