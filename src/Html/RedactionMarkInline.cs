using Blog.Text;
using Markdig.Syntax.Inlines;

namespace Blog.Html;

/// <summary>A redaction mark in a Markdown tree: a leaf, whatever follows it.</summary>
internal sealed class RedactionMarkInline(RedactionMark mark) : LeafInline
{
    public RedactionMark Mark { get; } = mark;
}
