namespace Blog.Search.Index;

/// <summary>A key of the dictionary with its lists as they are written.</summary>
/// <param name="Key">The key, UTF-8.</param>
internal sealed record EncodedEntry(byte[] Key)
{
    /// <summary>The word that readers know the term by, UTF-8; empty for fields other than text.</summary>
    public byte[] Surface { get; init; } = [];

    /// <summary>List of the texts; null for none.</summary>
    public PartedList? Text { get; init; }

    /// <summary>Positions in the texts.</summary>
    public IReadOnlyList<byte[]> TextPositions { get; init; } = [];

    /// <summary>List of the titles; null for none.</summary>
    public ScoredList? Title { get; init; }

    /// <summary>What the texts hold of the term in the units of the first piece of the titles' list: frequency and class, in its order; empty without titles.</summary>
    public byte[] TitleTexts { get; init; } = [];

    /// <summary>Positions in the titles.</summary>
    public IReadOnlyList<byte[]> TitlePositions { get; init; } = [];

    /// <summary>Units of a set.</summary>
    public int SetCount { get; init; }

    /// <summary>The set's numbers, or where it has more than half of all, those it lacks.</summary>
    public byte[]? Set { get; init; }
}
