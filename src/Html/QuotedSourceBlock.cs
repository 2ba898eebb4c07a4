using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Html;

/// <summary>Words of others, from a line <c>::: press Northreach Courier, 3 May 2017</c> to the line <c>:::</c>.</summary>
internal sealed class QuotedSourceBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>Where the words come from.</summary>
    public required QuotedSourceKind Kind { get; init; }

    /// <summary>What the writer says of the source; empty for nothing.</summary>
    public required string Source { get; init; }

    /// <summary>Colons of its first line; as many close it.</summary>
    public required int Colons { get; init; }

    /// <summary>Whether its last line is there.</summary>
    public bool IsClosed { get; set; }
}
