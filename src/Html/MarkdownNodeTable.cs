using System.Collections.Frozen;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Html;

/// <summary>
/// The closed table of Markdig's node types and what each is here. A type is looked up exactly, never by its base: several of Markdig's
/// extensions derive from the common types, and an update could add one.
/// </summary>
internal static class MarkdownNodeTable
{
    private static readonly FrozenDictionary<Type, MarkdownNodeKind> Kinds = new Dictionary<Type, MarkdownNodeKind>
    {
        [typeof(ParagraphBlock)] = MarkdownNodeKind.Paragraph,
        [typeof(HeadingBlock)] = MarkdownNodeKind.Heading,
        [typeof(QuoteBlock)] = MarkdownNodeKind.Quote,
        [typeof(QuotedSourceBlock)] = MarkdownNodeKind.QuotedSource,
        [typeof(ListBlock)] = MarkdownNodeKind.List,
        [typeof(ListItemBlock)] = MarkdownNodeKind.ListItem,
        [typeof(CodeBlock)] = MarkdownNodeKind.CodeBlock,
        [typeof(FencedCodeBlock)] = MarkdownNodeKind.CodeBlock,
        [typeof(ThematicBreakBlock)] = MarkdownNodeKind.ThematicBreak,
        [typeof(Table)] = MarkdownNodeKind.Table,
        [typeof(LiteralInline)] = MarkdownNodeKind.Literal,
        [typeof(LineBreakInline)] = MarkdownNodeKind.LineBreak,
        [typeof(EmphasisInline)] = MarkdownNodeKind.Emphasis,
        [typeof(CodeInline)] = MarkdownNodeKind.Code,
        [typeof(LinkInline)] = MarkdownNodeKind.Link,
        [typeof(AutolinkInline)] = MarkdownNodeKind.Autolink,
        [typeof(HtmlEntityInline)] = MarkdownNodeKind.Entity,
        [typeof(RedactionMarkInline)] = MarkdownNodeKind.Mark,
        [typeof(EmphasisDelimiterInline)] = MarkdownNodeKind.Delimiter,
        [typeof(LinkDelimiterInline)] = MarkdownNodeKind.Delimiter,
        [typeof(PipeTableDelimiterInline)] = MarkdownNodeKind.Delimiter,
        [typeof(ContainerInline)] = MarkdownNodeKind.Group,
    }.ToFrozenDictionary();

    /// <summary>The kind of a node.</summary>
    /// <exception cref="InvalidOperationException">Its type is not in the table: a fault of the program, not of the text.</exception>
    public static MarkdownNodeKind KindOf(MarkdownObject node) => Kinds.TryGetValue(node.GetType(), out var kind)
        ? kind
        : throw new InvalidOperationException($"The Markdown parser made a node of the type {node.GetType().Name}, which has no place in a page: add it to MarkdownNodeTable or take its parser out of MarkdownPipelines.");
}
