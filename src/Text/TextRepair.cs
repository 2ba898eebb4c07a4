namespace Blog.Text;

/// <summary>One repair in a text; it names no character of the text, so it may stand in a log.</summary>
/// <param name="Position">Where, as UTF-16 offset in the text before the repair.</param>
/// <param name="Kind">What was wrong.</param>
public sealed record TextRepair(int Position, TextRepairKind Kind);
