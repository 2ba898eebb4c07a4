namespace Blog.Html;

/// <summary>
/// Markup that may stand in a page. Made only by the sanitizer's writer and by the Markdown renderer, which emit tags from their own
/// tables and pass text through one escaper; <c>theme/Markup.razor</c> alone puts it into a page.
/// </summary>
public sealed class SafeHtml
{
    /// <summary>No markup at all.</summary>
    public static readonly SafeHtml Empty = new(string.Empty);

    internal SafeHtml(string markup) => Markup = markup;

    /// <summary>The markup.</summary>
    public string Markup { get; }

    /// <summary>Length only, so that nobody concatenates it into a page by accident.</summary>
    public override string ToString() => $"SafeHtml({Markup.Length})";
}
