namespace Blog.Search.Index;

/// <summary>Where a piece of a list or of positions lies: in the dictionary block itself, or in a file of its stream.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Inline">Its bytes where the dictionary holds them; null for one in a file.</param>
/// <param name="File">Number of the file.</param>
/// <param name="Offset">Where in the file it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Postings">How many postings it holds; 0 for positions and sets.</param>
internal sealed record PieceRef(StreamKind Stream, byte[]? Inline, int File, int Offset, int Length, int Postings = 0)
{
    /// <summary>Frequency and class of the first group, which the dictionary tells of a piece of a tail; null for others. They bound all that follows for a reader that stops early.</summary>
    public (int Frequency, int Class)? First { get; init; }

    /// <summary>A piece that the dictionary holds.</summary>
    public static PieceRef InDictionary(ReadOnlySpan<byte> bytes, int postings = 0) => new(default, bytes.ToArray(), 0, 0, bytes.Length, postings);
}
