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

    private readonly QueryCursor _cursor;
    private readonly EnglishAnalyzer _english = new();
    private readonly List<string> _notes = [];

    private QueryParser(string text) => _cursor = new QueryCursor(text);

    /// <summary>Reads a query. Nothing is thrown for any text.</summary>
    public static ParsedQuery Parse(string text)
    {
        var parser = new QueryParser(text);
        var clauses = new List<QueryClause>();
        while (!parser._cursor.IsAtEnd)
        {
            parser.ReadClauses(clauses, QueryField.Any, 0);
            if (parser._cursor.TryTake(')'))
            {
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
            _cursor.SkipSpace();
            if (_cursor.Current is null or ')')
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
        if (_cursor.TakeName(Fields) is { } named)
        {
            field = named;
            _cursor.SkipSpace();
        }

        return _cursor.Current switch
        {
            null => null,
            '(' => ReadGroup(field, depth),
            '"' => ReadQuoted(field),
            '[' or '{' when field == QueryField.Date => ReadDates(),
            _ => ReadWord(field),
        };
    }

    private GroupNode ReadGroup(QueryField field, int depth)
    {
        _cursor.Take();
        var clauses = new List<QueryClause>();
        if (depth >= DeepestGroup)
        {
            Note("brackets are too deep, the inner ones were left out");
            return new GroupNode(clauses);
        }

        ReadClauses(clauses, field, depth + 1);
        if (!_cursor.TryTake(')'))
        {
            Note("a ) is missing at the end");
        }

        return new GroupNode(clauses) { Boost = ReadBoost() };
    }

    private QueryNode? ReadQuoted(QueryField field)
    {
        _cursor.Take();
        var quoted = new StringBuilder();
        while (_cursor.Current is not (null or '"'))
        {
            quoted.Append(_cursor.TryTakeEscaped(out var escaped) ? escaped : _cursor.Take());
        }

        if (!_cursor.TryTake('"'))
        {
            Note("a \" is missing at the end");
        }

        var text = quoted.ToString();
        var slop = _cursor.TryTake('~') ? (int)Math.Min(_cursor.TakeNumber() ?? 0, 1000) : 0;
        var boost = ReadBoost();
        return field == QueryField.Date
            ? new DatesNode(text, text, false, false) { Boost = boost }
            : new PhraseNode(field, text, slop) { Boost = boost };
    }

    private DatesNode ReadDates()
    {
        var isFromExcluded = _cursor.Take() == '{';
        var parts = _cursor.TakeThrough("]}", out var end).Split(" TO ", 2, StringSplitOptions.TrimEntries);
        if (end is null)
        {
            Note("a ] is missing at the end");
        }

        var from = parts[0];
        var to = parts.Length > 1 ? parts[1] : parts[0];
        return new DatesNode(from == "*" ? string.Empty : from, to == "*" ? string.Empty : to, isFromExcluded, end == '}') { Boost = ReadBoost() };
    }

    private QueryNode? ReadWord(QueryField field)
    {
        if (_cursor.Current is { } sign && IsEnd(sign))
        {
            Note($"a {_cursor.Take()} was left out");
            return null;
        }

        var word = ReadLetters(out var isPrefix);
        int? edits = !isPrefix && _cursor.TryTake('~') ? ReadEdits(word) : null;
        var boost = ReadBoost();
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

    /// <summary>A word to its end, or to the <c>*</c> that makes it a beginning, which is taken too.</summary>
    private string ReadLetters(out bool isPrefix)
    {
        var word = new StringBuilder();
        while (_cursor.Current is { } c)
        {
            if (_cursor.TryTakeEscaped(out var escaped))
            {
                word.Append(escaped);
                continue;
            }

            isPrefix = c == '*' && word.Length > 0 && (_cursor.Next is not { } next || IsEnd(next) || next == '^');
            if (isPrefix)
            {
                _cursor.Take();
                return word.ToString();
            }

            if (IsEnd(c) || (c is '~' or '^' && word.Length > 0))
            {
                break;
            }

            word.Append(_cursor.Take());
        }

        isPrefix = false;
        return word.ToString();
    }

    /// <summary>After <c>~</c>: a number of slips, or below 1 the likeness Lucene used to take; two slips where none is given.</summary>
    private int ReadEdits(string word)
    {
        var number = _cursor.TakeNumber();
        return number switch
        {
            null => DefaultEdits,
            >= 1 => (int)Math.Min(number.Value, 2),
            0 => 0,
            _ => Math.Min((int)((1 - number.Value) * word.EnumerateRunes().Count()), 2),
        };
    }

    private float ReadBoost() => _cursor.TryTake('^') ? (float)(_cursor.TakeNumber() ?? 1) : 1;

    private Conjunction ReadConjunction()
    {
        var conjunction = Conjunction.None;
        while (true)
        {
            _cursor.SkipSpace();
            if (_cursor.TryTakeOperator("AND") || _cursor.TryTake("&&"))
            {
                conjunction = Conjunction.And;
            }
            else if (_cursor.TryTakeOperator("OR") || _cursor.TryTake("||"))
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
            _cursor.SkipSpace();
            if (_cursor.TryTakeOperator("NOT"))
            {
                modifier = Occur.MustNot;
            }
            else if (_cursor.Current is '+' or '-' or '!')
            {
                var sign = _cursor.Take();
                var standsAlone = _cursor.Current is not { } next || char.IsWhiteSpace(next);
                modifier = standsAlone ? modifier : sign == '+' ? Occur.Must : Occur.MustNot;
            }
            else
            {
                return modifier;
            }
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
