namespace Blog.Search.Units;

/// <summary>How a redaction mark stands in the plain text of a unit: two control characters around its words, which no published text can hold.</summary>
public static class UnitText
{
    /// <summary>Stands before a mark's words.</summary>
    public const char MarkStart = '\u0001';

    /// <summary>Stands after a mark's words.</summary>
    public const char MarkEnd = '\u0002';

    /// <summary>
    /// The text with a stop word in the place of each mark, which the analyzer drops and counts as a position: for an analyzer that knows nothing of marks.
    /// </summary>
    public static string WithStopWords(string text)
    {
        var start = text.IndexOf(MarkStart, StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var result = new System.Text.StringBuilder(text.Length);
        var at = 0;
        for (; start >= 0; start = text.IndexOf(MarkStart, at))
        {
            result.Append(text, at, start - at).Append(" the ");
            var end = text.IndexOf(MarkEnd, start);
            at = end < 0 ? text.Length : end + 1;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The text with each mark as readers see it: <c>[town]</c>.</summary>
    public static string WithWords(string text) =>
        text.Replace(MarkStart.ToString(), string.Empty, StringComparison.Ordinal).Replace(MarkEnd.ToString(), string.Empty, StringComparison.Ordinal);
}
