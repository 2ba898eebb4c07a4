namespace Blog.Gate.Units;

/// <summary>Bytes of a file that belong to one post or comment; ranges nest, and the innermost says whose a byte is.</summary>
/// <param name="Start">First byte.</param>
/// <param name="End">After the last byte.</param>
/// <param name="Unit">Public id of the post or comment.</param>
internal readonly record struct UnitRange(int Start, int End, string Unit);
