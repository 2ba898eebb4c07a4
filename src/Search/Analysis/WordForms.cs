namespace Blog.Search.Analysis;

/// <summary>What the words of texts become as terms, worked out once for each spelling: nearly every word of a text stood in one before.</summary>
/// <remarks>
/// Words are those of <see cref="WordTokens"/>; their terms are what <see cref="EnglishAnalyzer"/> and <see cref="CapitalFormAnalyzer"/> make of the same text. Memory: the distinct
/// spellings. Not safe for many threads.
/// </remarks>
internal sealed class WordForms
{
    private readonly EnglishAnalyzer _english = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<WordForm> _forms = [];

    public WordForms() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The spellings so far, in the order in which they first came.</summary>
    public IReadOnlyList<WordForm> All => _forms;

    /// <summary>The place in <see cref="All"/> of a word; the next one where it is new.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var number))
        {
            return number;
        }

        number = _forms.Count;
        var form = Read(word.ToString());
        _forms.Add(form);
        _numbers.Add(form.Spelling, number);
        return number;
    }

    private WordForm Read(string word)
    {
        string? term = null;
        foreach (var token in _english.Analyze(word))
        {
            term = token.Term.ToString();
        }

        string? capitals = null;
        foreach (var token in CapitalFormAnalyzer.Analyze(word))
        {
            capitals = token.Term.ToString();
        }

        return new WordForm(word, term, capitals);
    }
}
