using Blog.Redact;

namespace Blog.Moderate;

/// <summary>A place where a term stands.</summary>
/// <param name="Rule">The term, and the decision behind it.</param>
/// <param name="Range">UTF-16 positions in the Markdown source.</param>
/// <param name="Link">Of a hit in an inline link's address: the link, whose words may stay. Null for every other hit.</param>
internal readonly record struct TermHit(TermRule Rule, TextRange Range, MarkdownLink? Link)
{
    /// <summary>What is taken out for it: the place itself, or a link whose address tells, which leaves its words.</summary>
    /// <param name="replacement">What stands in the place of words.</param>
    public RedactionSpan[] Spans(string replacement) => Link is { } link
        ? [new RedactionSpan(new TextRange(link.Start, link.Words.Start), string.Empty), new RedactionSpan(Range, " " + Replacements.MarkOf(null))]
        : [new RedactionSpan(Range, replacement)];
}
