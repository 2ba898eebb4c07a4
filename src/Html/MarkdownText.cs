using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Html;

/// <summary>The words of a Markdown tree without its markup, redaction marks as readers read them: for alternative texts and excerpts.</summary>
/// <param name="target">Where the words go; parts of it that must not be cut are noted in <paramref name="marks"/>.</param>
/// <param name="enough">Stop once the target is longer than this.</param>
/// <param name="marks">Start and end of every mark in the target; null where nobody asks.</param>
internal sealed class MarkdownText(StringBuilder target, int enough, List<(int Start, int End)>? marks)
{
    /// <summary>The words of an image's description or a link's text.</summary>
    public static string Of(ContainerInline inline)
    {
        var target = new StringBuilder();
        new MarkdownText(target, LinkPolicy.MaxLength, null).Write(inline, 0);
        return target.ToString().Trim();
    }

    /// <summary>Appends all words of a container of blocks, blocks parted by a blank.</summary>
    public void Write(ContainerBlock blocks, int depth)
    {
        MarkdownDepth.Check(depth);
        foreach (var block in blocks)
        {
            if (target.Length > enough)
            {
                return;
            }

            if (block is ContainerBlock inner)
            {
                Write(inner, depth + 1);
            }
            else if (block is LeafBlock { Inline: { } inline })
            {
                Write(inline, depth + 1);
            }
            else if (block is CodeBlock code)
            {
                Words(code.Lines.ToString());
            }

            Words(" ");
        }
    }

    private void Write(ContainerInline container, int depth)
    {
        MarkdownDepth.Check(depth);
        for (var inline = container.FirstChild; inline is not null && target.Length <= enough; inline = inline.NextSibling)
        {
            switch (MarkdownNodeTable.KindOf(inline))
            {
                case MarkdownNodeKind.Literal:
                    Words(((LiteralInline)inline).Content.AsSpan());
                    break;
                case MarkdownNodeKind.LineBreak:
                    Words(" ");
                    break;
                case MarkdownNodeKind.Code:
                    Words(((CodeInline)inline).Content);
                    break;
                case MarkdownNodeKind.Autolink:
                    Words(((AutolinkInline)inline).Url);
                    break;
                case MarkdownNodeKind.Entity:
                    Words(((HtmlEntityInline)inline).Transcoded.AsSpan());
                    break;
                case MarkdownNodeKind.Mark:
                    var start = target.Length;
                    target.Append(((RedactionMarkInline)inline).Mark.ReaderText);
                    marks?.Add((start, target.Length));
                    break;
                case MarkdownNodeKind.Delimiter:
                    Words(((DelimiterInline)inline).ToLiteral());
                    Write((ContainerInline)inline, depth + 1);
                    break;
                default: // links, pictures (their description), emphasis and groups: what they hold
                    Write((ContainerInline)inline, depth + 1);
                    break;
            }
        }
    }

    /// <summary>Appends words; any run of blanks becomes one, none stands at the start, and what no page shows is dropped.</summary>
    private void Words(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (target.Length > 0 && target[^1] != ' ')
                {
                    target.Append(' ');
                }
            }
            else if (!HtmlEscaper.IsDropped(c))
            {
                target.Append(c);
            }
        }
    }
}
