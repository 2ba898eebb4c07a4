using Blog.Html;
using Blog.Model;

namespace Blog.Content;

/// <summary>One comment, rendered, in its place in the thread.</summary>
public sealed record RenderedComment
{
    /// <summary>Its header.</summary>
    public required CommentFields Fields { get; init; }

    /// <summary>Its text; empty for a removed one.</summary>
    public required SafeHtml Body { get; init; }

    /// <summary>0 at the top level.</summary>
    public required int Depth { get; init; }

    /// <summary>Header of the comment it answers; null at the top level.</summary>
    public CommentFields? Parent { get; init; }

    /// <summary>Part of the thread it stands on, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>Its address on the site with fragment, e.g. <c>/2015/12/x.p2.html#c123</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Comments that cite it by clock time, in thread order.</summary>
    public IReadOnlyList<CommentFields> CitedBy { get; init; } = [];

    /// <summary>The comment of the thread that it answers though it was posted elsewhere; null where nobody said so.</summary>
    public CommentFields? Answers { get; init; }

    /// <summary>Comments posted elsewhere that answer it, in thread order.</summary>
    public IReadOnlyList<CommentFields> AnsweredBy { get; init; } = [];

    /// <summary>Direct replies, in thread order.</summary>
    public required IReadOnlyList<RenderedComment> Replies { get; init; }
}
