using Blog.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Blog.Html;

/// <summary>
/// Reads redaction marks ahead of the link parser, to which <c>[redacted](address)</c> would be a link and <c>![redacted](address)</c> a picture.
/// Code spans and escapes are taken by their own parsers before this one sees their brackets.
/// </summary>
internal sealed class RedactionMarkInlineParser : InlineParser
{
    public RedactionMarkInlineParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var isPictureMark = text[0] == '!';
        if (!RedactionMark.TryRead(isPictureMark ? text[1..] : text, out var mark, out var length))
        {
            return false;
        }

        if (isPictureMark)
        {
            processor.Inline = new LiteralInline(new StringSlice(slice.Text, slice.Start, slice.Start));
            slice.Start++;
            return true;
        }

        processor.Inline = new RedactionMarkInline(mark);
        slice.Start += length;
        return true;
    }
}
