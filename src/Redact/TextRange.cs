namespace Blog.Redact;

/// <summary>A stretch of a text, by UTF-16 positions.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">Position after the last.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>The stretch of a text.</summary>
    public string Of(string text) => text[Start..End];
}
