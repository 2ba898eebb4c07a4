namespace Blog.Text;

/// <summary>How one code point is folded.</summary>
internal readonly struct FoldingEntry
{
    /// <summary>Most UTF-16 units that one code point folds to.</summary>
    public const int MostUnits = 24;

    private readonly uint _entry;
    private readonly int _codePoint;

    internal FoldingEntry(uint entry, int codePoint)
    {
        _entry = entry;
        _codePoint = codePoint;
    }

    /// <summary>A letter or digit; everything that is neither this, <see cref="IsJoiner"/> nor <see cref="IsDropped"/> parts words.</summary>
    public bool IsLetter => FoldingTable.IsLetter(_entry);

    /// <summary>Shows nothing, and what stands on both sides is one word: combining marks, soft hyphen, zero-width joiner.</summary>
    public bool IsJoiner => FoldingTable.IsJoiner(_entry);

    /// <summary>Shows nothing or a blank; what stands on both sides may be one word or two.</summary>
    public bool IsDropped => FoldingTable.IsDropped(_entry);

    /// <summary>A sign that spells a letter (circled, squared, trade mark): its word is not that of an ordinary letter beside it.</summary>
    public bool IsSymbol => FoldingTable.IsSymbol(_entry);

    /// <summary>A letter of a script that leaves no blanks between words, so that a word may begin and end at any.</summary>
    public bool IsUnspaced => FoldingTable.IsUnspaced(_entry);

    /// <summary>What the letter looks like, where that is another ASCII letter than it folds to.</summary>
    public bool TryShape(out char shape) => FoldingTable.TryShape(_entry, _codePoint, out shape);

    /// <summary>Writes what a letter folds to and returns the number of UTF-16 units; <paramref name="target"/> must hold <see cref="MostUnits"/>.</summary>
    public int Fold(Span<char> target) => FoldingTable.Fold(_entry, _codePoint, target);
}
