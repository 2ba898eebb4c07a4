using System.Globalization;
using Blog.Html;

namespace Blog.Content;

/// <summary>Something in the text of a post or comment that could not be rendered as it was meant.</summary>
/// <param name="Path">Path of its file within <c>input/</c>.</param>
/// <param name="Unit">Id of the post or comment.</param>
/// <param name="Finding">What it is, and the line of that text.</param>
public sealed record RenderFinding(string Path, string Unit, MarkdownFinding Finding)
{
    /// <summary>One line for a report; no words of the text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}: {Unit}, line {Finding.Line} of its text: {Finding.Reason}");
}
