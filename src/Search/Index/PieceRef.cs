namespace Blog.Search.Index;

/// <summary>Where a piece of a list or of positions lies: in the dictionary block itself, or in a file of its stream.</summary>
/// <param name="Inline">Its bytes where the dictionary holds them; null for one in a file.</param>
/// <param name="File">Number of the file.</param>
/// <param name="Offset">Where in the file it begins.</param>
/// <param name="Length">Its bytes.</param>
internal sealed record PieceRef(byte[]? Inline, int File, int Offset, int Length);
