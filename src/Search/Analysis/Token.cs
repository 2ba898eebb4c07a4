namespace Blog.Search.Analysis;

/// <summary>One term of an analysed text. Its letters are valid until the next token is asked for.</summary>
/// <param name="term">What is indexed.</param>
/// <param name="start">UTF-16 offset in the text where the word begins.</param>
/// <param name="end">UTF-16 offset in the text after the word, its ending included.</param>
/// <param name="positionIncrement">How many positions after the token before (the first: after -1); more than 1 where words between are not indexed.</param>
public readonly ref struct Token(ReadOnlySpan<char> term, int start, int end, int positionIncrement)
{
    /// <summary>What is indexed; not empty, at most 255 UTF-16 units.</summary>
    public ReadOnlySpan<char> Term { get; } = term;

    /// <summary>UTF-16 offset in the text where the word begins.</summary>
    public int Start { get; } = start;

    /// <summary>UTF-16 offset in the text after the word, its ending included.</summary>
    public int End { get; } = end;

    /// <summary>How many positions after the token before (the first: after -1); more than 1 where words between are not indexed.</summary>
    public int PositionIncrement { get; } = positionIncrement;
}
