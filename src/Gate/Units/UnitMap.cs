namespace Blog.Gate.Units;

/// <summary>Says to which post or comment each byte of a file belongs.</summary>
internal sealed class UnitMap
{
    private readonly IReadOnlyList<UnitRange> _ranges;
    private readonly Lazy<IReadOnlyList<(int Start, int End)>> _ownWords;

    /// <param name="ranges">Whose bytes which are.</param>
    /// <param name="ownWords">Finds the words of the program's own in the file, in order, none within another: keys and kinds of structured data, names of markup, sentences of the frame. Asked only where a secret was found.</param>
    public UnitMap(IReadOnlyList<UnitRange> ranges, Func<IReadOnlyList<(int Start, int End)>> ownWords)
    {
        _ranges = ranges;
        _ownWords = new Lazy<IReadOnlyList<(int Start, int End)>>(ownWords);
        Units = ranges.Select(range => range.Unit).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whose bytes which are.</summary>
    public IReadOnlyList<UnitRange> Ranges => _ranges;

    /// <summary>All units of the file.</summary>
    public IReadOnlySet<string> Units { get; }

    /// <summary>Whether bytes lie within one of the program's own words, on every page alike: no text of a person.</summary>
    public bool IsOwnWord(int start, int end)
    {
        var words = _ownWords.Value;
        var (low, high) = (0, words.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var word = words[middle];
            if (word.Start <= start && end <= word.End)
            {
                return true;
            }

            (low, high) = word.Start > start ? (low, middle - 1) : (middle + 1, high);
        }

        return false;
    }

    /// <summary>The unit of a byte; null where none claims it.</summary>
    public string? At(int offset)
    {
        UnitRange? best = null;
        foreach (var range in _ranges)
        {
            if (range.Start <= offset && offset < range.End && (best is null || range.Start >= best.Value.Start))
            {
                best = range;
            }
        }

        return best?.Unit;
    }
}
