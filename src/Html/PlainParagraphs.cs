namespace Blog.Html;

/// <summary>Writes a text that is not read as Markdown: paragraphs parted by blank lines, every line end kept, marks as marks.</summary>
internal static class PlainParagraphs
{
    /// <summary>Writes a text whose length or shape forbids parsing it.</summary>
    public static void Write(MarkupOutput output, string text)
    {
        var inParagraph = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                output.BlockTag(inParagraph ? "</p>\n" : string.Empty);
                inParagraph = false;
            }
            else
            {
                output.BlockTag(inParagraph ? "<br>\n" : "<p>");
                inParagraph = true;
                output.MarkedText(line.Trim().ToString());
            }

            output.Line++;
        }

        output.BlockTag(inParagraph ? "</p>\n" : string.Empty);
    }
}
