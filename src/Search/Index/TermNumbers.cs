namespace Blog.Search.Index;

/// <summary>Numbers for strings, in the order in which they first come.</summary>
internal sealed class TermNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _terms = [];

    public TermNumbers() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The strings by number.</summary>
    public IReadOnlyList<string> Terms => _terms;

    /// <summary>The number of a term, new where it is.</summary>
    public int Of(ReadOnlySpan<char> term)
    {
        if (_lookup.TryGetValue(term, out var number))
        {
            return number;
        }

        number = _terms.Count;
        var text = term.ToString();
        _numbers.Add(text, number);
        _terms.Add(text);
        return number;
    }
}
