namespace Blog.Html;

/// <summary>Turns plain text (a copied page, a mail) into Markdown that renders to the same text.</summary>
public static class PlainTextToMarkdown
{
    private static readonly string[] Bullets = ["•", "◦", "▪", "‣", "∙", "●", "○", "■", "·", "➢", "➤", "\uF0B7"];

    /// <summary>
    /// Converts a text: an empty line ends a paragraph, every other line end is a hard line break, a line that begins with a bullet and a
    /// blank is a list item. Indents mean nothing: the caller takes them off and says by separate calls what they meant.
    /// </summary>
    /// <param name="text">Plain text with any line ends.</param>
    public static ConvertedText Convert(string text)
    {
        var changes = new ChangeCounter();
        var writer = new MarkdownWriter(changes);
        Write(text, writer);
        return new ConvertedText(writer.Finish(), changes.Take());
    }

    /// <summary>Writes a text with what the writer already has; the writer is left to be finished.</summary>
    internal static void Write(string text, MarkdownWriter writer)
    {
        var isInList = false;
        var isInItem = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty)
            {
                EndItem(writer, ref isInItem);
                writer.EndBlock();
            }
            else if (TryBullet(trimmed, out var item))
            {
                EndItem(writer, ref isInItem);
                if (!isInList)
                {
                    writer.OpenList(isOrdered: false, start: 1);
                    isInList = true;
                }
                isInItem = writer.OpenItem();
                writer.Text(item, newlinesAreBreaks: false);
                writer.Break();
            }
            else
            {
                if (isInList && !isInItem)
                {
                    writer.CloseList();
                    isInList = false;
                }
                writer.Text(trimmed, newlinesAreBreaks: false);
                writer.Break();
            }
        }
        EndItem(writer, ref isInItem);
        if (isInList)
        {
            writer.CloseList();
        }
        writer.EndBlock();
    }

    private static void EndItem(MarkdownWriter writer, ref bool isInItem)
    {
        if (isInItem)
        {
            writer.CloseItem();
            isInItem = false;
        }
    }

    private static bool TryBullet(ReadOnlySpan<char> line, out ReadOnlySpan<char> item)
    {
        foreach (var bullet in Bullets)
        {
            if (line.StartsWith(bullet, StringComparison.Ordinal) && line.Length > bullet.Length && char.IsWhiteSpace(line[bullet.Length]))
            {
                item = line[bullet.Length..].Trim();
                return true;
            }
        }
        item = default;
        return false;
    }
}
