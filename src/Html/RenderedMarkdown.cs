namespace Blog.Html;

/// <summary>A text as markup, with what the build must know of it.</summary>
/// <param name="Html">The markup.</param>
/// <param name="Links">Every address in it, in order, repeats included.</param>
/// <param name="Words">Number of words a reader sees.</param>
/// <param name="Findings">What could not be rendered as it was meant, in order.</param>
public sealed record RenderedMarkdown(SafeHtml Html, IReadOnlyList<RenderedLink> Links, int Words, IReadOnlyList<MarkdownFinding> Findings)
{
    /// <summary>Abbreviations of the glossary in it, each once, as they are met.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>An empty text.</summary>
    public static readonly RenderedMarkdown Empty = new(SafeHtml.Empty, [], 0, []);
}
