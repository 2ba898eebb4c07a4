using System.Globalization;

namespace Blog.Redact.Facts.Patterns;

/// <summary>The patterns (table <c>patterns.table.txt</c>, whose head says how they are written) and the words they begin with.</summary>
internal sealed class PatternTable
{
    private readonly Dictionary<int, List<FactPattern>> _byWord = [];
    private readonly Dictionary<int, List<FactPattern>> _byClass = [];
    private readonly Dictionary<string, HashSet<int>> _sets = new(StringComparer.Ordinal);
    private readonly Vocabulary _vocabulary;
    private readonly ClassNames _classes;

    /// <summary>Reads the tables.</summary>
    /// <param name="vocabulary">Takes up the words of the patterns.</param>
    /// <param name="classes">The classes there are.</param>
    public PatternTable(Vocabulary vocabulary, ClassNames classes)
    {
        _vocabulary = vocabulary;
        _classes = classes;
        foreach (var cells in FactTable.Read("words"))
        {
            if (classes.TryNumber(cells[0], out _))
            {
                throw new InvalidOperationException($"A set of words has the name of a class: {cells[0]}.");
            }

            _sets.Add(cells[0], [.. cells[1].Split(' ').Select(vocabulary.Add)]);
        }

        var why = string.Empty;
        foreach (var cells in FactTable.Read("patterns"))
        {
            if (cells is [var only] && only.StartsWith("why ", StringComparison.Ordinal))
            {
                why = only[4..];
                continue;
            }

            Add(new FactPattern(
                Enum.Parse<FactKind>(cells[0]), double.Parse(cells[1], CultureInfo.InvariantCulture), cells[2] == "-" ? null : cells[2], why, Elements(cells[3])));
        }
    }

    /// <summary>Patterns whose first part is this word.</summary>
    public IReadOnlyList<FactPattern> StartingWith(int word) => _byWord.TryGetValue(word, out var patterns) ? patterns : [];

    /// <summary>Patterns whose first part is this class.</summary>
    public IReadOnlyList<FactPattern> StartingWithClass(int number) => _byClass.TryGetValue(number, out var patterns) ? patterns : [];

    /// <summary>A named set of words of <c>words.table.txt</c>.</summary>
    public IReadOnlySet<int> Set(string name) => _sets[name];

    private void Add(FactPattern pattern)
    {
        var first = pattern.Elements.First(element => element.Kind != ElementKind.Open);
        if (first.Least == 0 || first.Kind is not (ElementKind.Class or ElementKind.Words))
        {
            throw new InvalidOperationException($"A pattern of {pattern.Kind} begins with something that may be missing.");
        }

        if (first.Kind == ElementKind.Class)
        {
            Into(_byClass, first.Class, pattern);
            return;
        }

        foreach (var word in first.Words)
        {
            Into(_byWord, word, pattern);
        }
    }

    private static void Into<TKey>(Dictionary<TKey, List<FactPattern>> lists, TKey key, FactPattern pattern)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(pattern);
    }

    private List<PatternElement> Elements(string pattern) => [.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element)];

    private PatternElement Element(string text)
    {
        if (text is "[" or "]")
        {
            return new PatternElement(text == "[" ? ElementKind.Open : ElementKind.Close);
        }

        if (text.StartsWith("..", StringComparison.Ordinal))
        {
            return new PatternElement(ElementKind.Gap) { Gap = int.Parse(text[2..], CultureInfo.InvariantCulture) };
        }

        var (least, most) = text[^1] switch
        {
            '?' => (0, 1),
            '*' => (0, PatternElement.MostRepeats),
            _ => (1, 1),
        };
        var name = least == 0 ? text[..^1] : text;
        if (name[0] == '$')
        {
            return new PatternElement(ElementKind.Ahead) { Words = Words(name[1..]) };
        }

        if (name[0] != '@' || name.Contains('|', StringComparison.Ordinal))
        {
            return new PatternElement(ElementKind.Words) { Words = Words(name), Least = least, Most = most };
        }

        if (_sets.TryGetValue(name[1..], out var set))
        {
            return new PatternElement(ElementKind.Words) { Words = set, Least = least, Most = most };
        }

        return _classes.TryNumber(name[1..], out var number)
            ? new PatternElement(ElementKind.Class) { Class = number, Least = least, Most = most }
            : throw new InvalidOperationException($"No table has the class {name}.");
    }

    private HashSet<int> Words(string alternatives) =>
        [.. alternatives.Split('|', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word[0] == '@' ? _sets[word[1..]] : word[0] == '[' || word[^1] == ']' ? throw new InvalidOperationException($"A bracket stands alone: {alternatives}.") : [_vocabulary.Add(word)])];
}
