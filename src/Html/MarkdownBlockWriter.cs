using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Html;

/// <summary>Writes paragraphs, headings, lists, quotations, code, tables and rules.</summary>
internal sealed class MarkdownBlockWriter(MarkupOutput output, MarkdownContext context)
{
    private readonly MarkdownInlineWriter _inlines = new(output, context);

    /// <summary>Writes the blocks of a container in order.</summary>
    public void Write(ContainerBlock blocks, int depth)
    {
        foreach (var block in blocks)
        {
            Write(block, depth);
        }
    }

    private void Write(Block block, int depth)
    {
        MarkdownDepth.Check(depth);
        output.Line = block.Line + 1;
        switch (MarkdownNodeTable.KindOf(block))
        {
            case MarkdownNodeKind.Paragraph:
                WriteParagraph((ParagraphBlock)block, depth);
                break;
            case MarkdownNodeKind.Heading:
                WriteHeading((HeadingBlock)block, depth);
                break;
            case MarkdownNodeKind.Quote:
                WriteQuote((QuoteBlock)block, depth);
                break;
            case MarkdownNodeKind.QuotedSource:
                WriteSource((QuotedSourceBlock)block, depth);
                break;
            case MarkdownNodeKind.List:
                WriteList((ListBlock)block, depth);
                break;
            case MarkdownNodeKind.CodeBlock:
                WriteCode((CodeBlock)block);
                break;
            case MarkdownNodeKind.ThematicBreak:
                output.BlockTag("<hr>\n");
                break;
            case MarkdownNodeKind.Table:
                WriteTable((Table)block, depth);
                break;
            default:
                throw new InvalidOperationException($"A {MarkdownNodeTable.KindOf(block)} cannot stand between paragraphs.");
        }
    }

    private void WriteParagraph(ParagraphBlock paragraph, int depth)
    {
        if (MarkdownInlineWriter.IsFigure(paragraph.Inline))
        {
            _inlines.WriteFigure((LinkInline)paragraph.Inline!.FirstChild!); // not null: IsFigure has looked
            return;
        }

        output.BlockTag("<p>");
        _inlines.Write(paragraph.Inline, depth + 1);
        output.BlockTag("</p>\n");
    }

    private void WriteHeading(HeadingBlock heading, int depth)
    {
        var (open, close) = Math.Clamp(context.TopHeading + heading.Level - 1, 2, 6) switch
        {
            2 => ("<h2>", "</h2>\n"),
            3 => ("<h3>", "</h3>\n"),
            4 => ("<h4>", "</h4>\n"),
            5 => ("<h5>", "</h5>\n"),
            _ => ("<h6>", "</h6>\n"),
        };
        output.BlockTag(open);
        _inlines.Write(heading.Inline, depth + 1);
        output.BlockTag(close);
    }

    private void WriteList(ListBlock list, int depth)
    {
        if (!list.IsOrdered)
        {
            output.BlockTag("<ul>\n");
        }
        else if (int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
        {
            output.BlockTag("<ol start=\"");
            output.Number(start);
            output.BlockTag("\">\n");
        }
        else
        {
            output.BlockTag("<ol>\n");
        }

        foreach (var item in list)
        {
            if (MarkdownNodeTable.KindOf(item) != MarkdownNodeKind.ListItem)
            {
                throw new InvalidOperationException($"A {MarkdownNodeTable.KindOf(item)} cannot stand in a list.");
            }

            output.BlockTag("<li>");
            WriteItem((ListItemBlock)item, list.IsLoose, depth + 1);
            output.BlockTag("</li>\n");
        }

        output.BlockTag(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }

    private void WriteItem(ListItemBlock item, bool isLoose, int depth)
    {
        foreach (var block in item)
        {
            if (!isLoose && block.GetType() == typeof(ParagraphBlock))
            {
                output.Line = block.Line + 1;
                _inlines.Write(((ParagraphBlock)block).Inline, depth + 1);
                if (item.Count > 1)
                {
                    output.BlockTag("\n");
                }
            }
            else
            {
                Write(block, depth + 1);
            }
        }
    }

    private void WriteCode(CodeBlock code)
    {
        output.BlockTag("<pre><code>");
        var lines = code.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            output.Text(lines.Lines[i].Slice.AsSpan());
            output.Text("\n");
        }

        output.BlockTag("</code></pre>\n");
    }

    private void WriteQuote(QuoteBlock quote, int depth)
    {
        output.BlockTag("<blockquote>\n");
        var hasSource = QuoteForm.TryAttribution(quote, out var before, out var isWhole);
        foreach (var block in quote)
        {
            if (block.GetType() != typeof(ParagraphBlock))
            {
                Write(block, depth + 1);
                continue;
            }

            output.Line = block.Line + 1;
            var last = hasSource && block == quote.LastChild;
            if (!(last && isWhole))
            {
                WriteQuotedParagraph((ParagraphBlock)block, last ? before : null, depth + 1);
            }

            if (last)
            {
                output.BlockTag("<footer>");
                _inlines.Write(isWhole ? ((ParagraphBlock)block).Inline!.FirstChild : before!.NextSibling, null, depth + 1); // not null: TryAttribution has looked
                output.BlockTag("</footer>\n");
            }
        }

        output.BlockTag("</blockquote>\n");
    }

    private void WriteQuotedParagraph(ParagraphBlock paragraph, Inline? end, int depth)
    {
        if (MarkdownInlineWriter.IsFigure(paragraph.Inline))
        {
            WriteParagraph(paragraph, depth);
            return;
        }

        output.BlockTag("<p>");
        var first = paragraph.Inline?.FirstChild;
        if (first is LiteralInline literal && QuoteForm.SpeakerLength(literal.Content.AsSpan()) is > 0 and var length)
        {
            output.Tag("<b class=\"speaker\">");
            output.Text(literal.Content.AsSpan()[..length]);
            output.Tag("</b>");
            output.Text(literal.Content.AsSpan()[length..]);
            first = first.NextSibling;
        }

        if (first is not null)
        {
            _inlines.Write(first, end, depth + 1);
        }

        output.BlockTag("</p>\n");
        if (end is not null)
        {
            output.Line++;
        }
    }

    /// <summary>
    /// A figure that names itself to those who hear the page, the quotation, and the source as its caption. The words for its kind are no text of the page: what is searched for is what
    /// people wrote. Of a survey each block is another person's answer, and a quotation of its own.
    /// </summary>
    private void WriteSource(QuotedSourceBlock source, int depth)
    {
        if (!source.IsClosed)
        {
            output.AddFinding(MarkdownFinding.SourceNotClosed);
        }

        output.BlockTag("<figure class=\"source\" data-source=\"");
        output.Tag(QuotedSourceTable.ToWord(source.Kind));
        output.Tag("\" aria-label=\"");
        output.Tag(QuotedSourceTable.LabelOf(source.Kind));
        output.Tag("\">\n");
        output.BlockTag("<figcaption>");
        if (source.Source.Length > 0)
        {
            output.Tag("<cite>");
            output.MarkedText(source.Source);
            output.Tag("</cite>");
        }

        output.BlockTag("</figcaption>\n");
        var apart = source.Kind == QuotedSourceKind.Survey;
        output.BlockTag(apart ? string.Empty : "<blockquote>\n");
        foreach (var block in source)
        {
            output.BlockTag(apart ? "<blockquote>\n" : string.Empty);
            output.Line = block.Line + 1;
            if (block.GetType() == typeof(ParagraphBlock))
            {
                WriteQuotedParagraph((ParagraphBlock)block, null, depth + 1);
            }
            else
            {
                Write(block, depth + 1);
            }

            output.BlockTag(apart ? "</blockquote>\n" : string.Empty);
        }

        output.BlockTag(apart ? "</figure>\n" : "</blockquote>\n</figure>\n");
    }

    private void WriteTable(Table table, int depth)
    {
        output.BlockTag("<table>\n");
        var inBody = false;
        foreach (var child in table)
        {
            if (child.GetType() != typeof(TableRow))
            {
                throw new InvalidOperationException($"A {child.GetType().Name} cannot stand in a table.");
            }

            var row = (TableRow)child;
            output.BlockTag(row.IsHeader ? "<thead>\n" : inBody ? string.Empty : "<tbody>\n");
            inBody |= !row.IsHeader;
            WriteRow(table, row, depth + 1);
            output.BlockTag(row.IsHeader ? "</thead>\n" : string.Empty);
        }

        output.BlockTag(inBody ? "</tbody>\n</table>\n" : "</table>\n");
    }

    private void WriteRow(Table table, TableRow row, int depth)
    {
        output.BlockTag("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].GetType() != typeof(TableCell))
            {
                throw new InvalidOperationException($"A {row[i].GetType().Name} cannot stand in a row.");
            }

            var alignment = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            output.BlockTag(row.IsHeader ? "<th scope=\"col\"" : "<td");
            output.Tag(alignment switch
            {
                TableColumnAlign.Right => " class=\"right\">",
                TableColumnAlign.Center => " class=\"centre\">",
                _ => ">",
            });
            WriteCell((TableCell)row[i], depth + 1);
            output.BlockTag(row.IsHeader ? "</th>" : "</td>");
        }

        output.BlockTag("</tr>\n");
    }

    private void WriteCell(TableCell cell, int depth)
    {
        foreach (var block in cell)
        {
            if (block.GetType() == typeof(ParagraphBlock))
            {
                output.Line = block.Line + 1;
                _inlines.Write(((ParagraphBlock)block).Inline, depth + 1);
            }
            else
            {
                Write(block, depth + 1);
            }
        }
    }
}
