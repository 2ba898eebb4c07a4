namespace Blog.Pages.Charts;

/// <summary>A finished drawing: SVG that only this folder's charts make, out of numbers and short plain labels.</summary>
/// <remarks>
/// Ink is <c>currentColor</c>, so that it follows the page in the dark and on paper; what belongs together is told by shade and dashes, never by colour alone. No style attribute, no script, no address, no id.
/// Names of attributes are in small letters throughout, which HTML reads as SVG's own (HTML standard, 13.2.6.5).
/// </remarks>
public sealed class SvgDrawing
{
    internal SvgDrawing(string markup) => Markup = markup;

    /// <summary>The element <c>svg</c>, ready for a page.</summary>
    public string Markup { get; }
}
