using Blog.Html;

namespace Blog.Content;

/// <summary>One post with its thread, rendered once, for its pages, its feed and (later) the index.</summary>
public sealed record RenderedPost
{
    /// <summary>Its entry in the index.</summary>
    public required PostEntry Entry { get; init; }

    /// <summary>Its text.</summary>
    public required SafeHtml Body { get; init; }

    /// <summary>Top-level comments in thread order, with their replies inside.</summary>
    public required IReadOnlyList<RenderedComment> TopLevel { get; init; }

    /// <summary>All comments in thread order (a parent before its replies, depth first).</summary>
    public required IReadOnlyList<RenderedComment> Comments { get; init; }

    /// <summary>Abbreviations of the glossary on each part, from the first, in ordinal order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Terms { get; init; } = [];

    /// <summary>What in the texts could not be rendered as it was meant.</summary>
    public IReadOnlyList<RenderFinding> Findings { get; init; } = [];

    /// <summary>Each path of the site that its texts name, and the link it became; null where it led nowhere.</summary>
    public IReadOnlyDictionary<string, string?> Paths { get; init; } = new Dictionary<string, string?>();
}
