using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Html;

/// <summary>
/// Paragraphs without link reference definitions and without underlined headings. A line such as <c>[1]: see below</c> would otherwise vanish,
/// and a comment's line above a row of dashes become a heading; both stand in old comments as plain words.
/// </summary>
internal sealed class PlainParagraphParser : ParagraphBlockParser
{
    public PlainParagraphParser() => ParseSetextHeadings = false;

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph)
        {
            ref var lines = ref paragraph.Lines;
            if (lines.Count == 0)
            {
                return false;
            }

            for (var i = 0; i < lines.Count; i++)
            {
                lines.Lines[i].Slice.TrimStart();
            }

            lines.Lines[lines.Count - 1].Slice.TrimEnd();
        }

        return true;
    }
}
