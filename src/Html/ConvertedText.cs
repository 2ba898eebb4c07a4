namespace Blog.Html;

/// <summary>A text in Markdown, and what happened to it on the way.</summary>
/// <param name="Markdown">LF line ends, no trailing line end; foreign <c>[redacted</c> is escaped; empty where nothing visible was left.</param>
/// <param name="Changes">Removals and repairs, each reason once, in the order of the reasons' table; empty where nothing was dropped.</param>
public sealed record ConvertedText(string Markdown, IReadOnlyList<TextChange> Changes)
{
    /// <summary>Pictures whose bytes stood in the text itself, in its order; the Markdown names them by their addresses.</summary>
    public IReadOnlyList<EmbeddedPicture> Pictures { get; init; } = [];
}
