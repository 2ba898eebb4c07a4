namespace Blog.Import.Captures;

/// <summary>One line of a capture with its indentation, the one thing that tells comments from text.</summary>
/// <param name="Raw">The line as the source has it, its line end included.</param>
/// <param name="Content">The line without the white space around it; empty for a blank line.</param>
/// <param name="Indent">Columns of white space before the content: a blank or no-break blank is one, a tab two (one level of comments).</param>
internal readonly record struct CaptureLine(string Raw, string Content, int Indent)
{
    /// <summary>Whether nothing but white space stands in it.</summary>
    public bool IsBlank => Content.Length == 0;

    /// <summary>Cuts a line apart.</summary>
    public static CaptureLine From(string raw)
    {
        var start = 0;
        var indent = 0;
        while (start < raw.Length && char.IsWhiteSpace(raw[start]))
        {
            indent += raw[start] == '\t' ? 2 : 1;
            start++;
        }

        var end = raw.Length;
        while (end > start && char.IsWhiteSpace(raw[end - 1]))
        {
            end--;
        }

        return start == end ? new CaptureLine(raw, string.Empty, 0) : new CaptureLine(raw, raw[start..end], indent);
    }

    /// <summary>Reads <c>12. </c> at the start of the content.</summary>
    /// <param name="number">The number, from 1.</param>
    /// <param name="text">Where the text after it begins within the content.</param>
    public bool TryItem(out int number, out int text)
    {
        number = 0;
        text = 0;
        var digits = 0;
        while (digits < Content.Length && char.IsAsciiDigit(Content[digits]))
        {
            digits++;
        }

        // A number is one to seven digits without a leading zero: CommentNumber.MaxPart.
        if (digits is 0 or > 7 || Content[0] == '0' || digits == Content.Length || Content[digits] != '.')
        {
            return false;
        }

        var after = digits + 1;
        if (after < Content.Length && !char.IsWhiteSpace(Content[after]))
        {
            return false;
        }

        while (after < Content.Length && char.IsWhiteSpace(Content[after]))
        {
            after++;
        }

        number = int.Parse(Content.AsSpan(0, digits), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        text = after;
        return true;
    }
}
