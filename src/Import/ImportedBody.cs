using Blog.Html;

namespace Blog.Import;

/// <summary>A text as it came and as Markdown.</summary>
/// <param name="Original">Exactly as the source has it (HTML or plain text); never leaves the vault.</param>
/// <param name="Markdown">The same in Markdown: foreign <c>[redacted</c> escaped, LF line ends, no trailing line end.</param>
/// <param name="Changes">What was dropped or repaired on the way, in order.</param>
public sealed record ImportedBody(RawHtml Original, string Markdown, IReadOnlyList<TextChange> Changes)
{
    /// <summary>Pictures whose bytes stood in the text itself; the Markdown names them by their addresses.</summary>
    public IReadOnlyList<EmbeddedPicture> Pictures { get; init; } = [];
}
