using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Html;

/// <summary>Reads quoted sources in posts. A line of colons whose word is none of the table's is a line of text, as it was before there were any.</summary>
/// <remarks>Markdig's own containers take any word and carry attributes; this takes four words and carries none.</remarks>
internal sealed class QuotedSourceParser : BlockParser
{
    private const int FewestColons = 3;

    public QuotedSourceParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var colons = ColonsOf(line);
        var words = line[colons..].Trim();
        var end = words.IndexOf(' ');
        if (processor.IsCodeIndent || colons < FewestColons || !QuotedSourceTable.TryRead(end < 0 ? words : words[..end], out var kind))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new QuotedSourceBlock(this)
        {
            Kind = kind,
            Source = end < 0 ? string.Empty : words[(end + 1)..].Trim().ToString(),
            Colons = colons,
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var quoted = (QuotedSourceBlock)block; // only its own blocks come here
        var line = processor.Line.AsSpan().Trim();
        if (!processor.IsCodeIndent && line.Length >= quoted.Colons && ColonsOf(line) == line.Length)
        {
            quoted.IsClosed = true;
            return BlockState.BreakDiscard;
        }

        return BlockState.Continue;
    }

    private static int ColonsOf(ReadOnlySpan<char> line)
    {
        var count = line.IndexOfAnyExcept(':');
        return count < 0 ? line.Length : count;
    }
}
