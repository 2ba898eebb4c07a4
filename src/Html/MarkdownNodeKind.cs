namespace Blog.Html;

/// <summary>The kinds of node a Markdown tree may hold here.</summary>
internal enum MarkdownNodeKind
{
    /// <summary>Paragraph.</summary>
    Paragraph,

    /// <summary>Heading.</summary>
    Heading,

    /// <summary>Quotation.</summary>
    Quote,

    /// <summary>Words of others with their source.</summary>
    QuotedSource,

    /// <summary>List, numbered or not.</summary>
    List,

    /// <summary>Item of a list.</summary>
    ListItem,

    /// <summary>Code block, fenced or indented.</summary>
    CodeBlock,

    /// <summary>Rule between sections.</summary>
    ThematicBreak,

    /// <summary>Table.</summary>
    Table,

    /// <summary>Words.</summary>
    Literal,

    /// <summary>Line end, soft or hard.</summary>
    LineBreak,

    /// <summary>Emphasis, strong, struck, raised or lowered.</summary>
    Emphasis,

    /// <summary>Code within a line.</summary>
    Code,

    /// <summary>Link or picture.</summary>
    Link,

    /// <summary>Address in angle brackets.</summary>
    Autolink,

    /// <summary>Character reference.</summary>
    Entity,

    /// <summary>Redaction mark.</summary>
    Mark,

    /// <summary>A delimiter that found no partner: text.</summary>
    Delimiter,

    /// <summary>A container without a meaning of its own.</summary>
    Group,
}
