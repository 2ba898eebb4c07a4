namespace Blog.Import.Captures;

/// <summary>Finds the line under "Guest Blog 47" that says what this guest writes about.</summary>
internal static class Subtitle
{
    // A subtitle is a phrase.
    private const int MaxLength = 100;

    /// <summary>The subtitle's line, or -1.</summary>
    /// <remarks>
    /// Only under a title that ends in a number of up to three digits: such a title says nothing of the text. It is a paragraph of one
    /// line, without a sentence's end and without the comma of a salutation.
    /// </remarks>
    public static int Find(IReadOnlyList<CaptureLine> lines, int from, int end, string title)
    {
        var name = title.AsSpan().TrimEnd("0123456789");
        if (title.Length - name.Length is < 1 or > 3 || name.Length < 4 || name[^1] != ' ' || !char.IsLetter(name[^2]))
        {
            return -1;
        }

        var line = from;
        while (line < end && lines[line].IsBlank)
        {
            line++;
        }

        if (line >= end || lines[line].Indent != 0 || lines[line].Content.Length > MaxLength || (line + 1 < end && !lines[line + 1].IsBlank))
        {
            return -1;
        }

        var content = lines[line].Content;
        return char.IsLetterOrDigit(content[0]) && content[^1] is not ('.' or ',' or ';' or ':' or '!' or '?' or '-' or '…') ? line : -1;
    }
}
