using System.Globalization;

namespace Blog.Redact.Tagging;

/// <summary>Parts a text into words, numbers and marks: a run of letters and digits is one token, each mark its own, a clitic ("'s", "n't" as "'t") one.</summary>
internal static class TagTokenReader
{
    private const int MaxClitic = 2;

    /// <summary>The next token at or after a position; false at the end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to begin; afterwards the position after the token.</param>
    /// <param name="start">First position of the token.</param>
    /// <param name="lines">How many line breaks stand before it.</param>
    public static bool TryNext(ReadOnlySpan<char> text, ref int position, out int start, out int lines)
    {
        lines = 0;
        var i = position;
        while (i < text.Length && IsBlank(text[i]))
        {
            lines += text[i] == '\n' ? 1 : 0;
            i++;
        }

        start = i;
        if (i == text.Length)
        {
            position = i;
            return false;
        }

        if (IsPart(text[i]))
        {
            position = EndOfWord(text, i);
        }
        else if (IsApostrophe(text[i]) && i > 0 && IsPart(text[i - 1]) && EndOfClitic(text, i + 1) is var end and > 0)
        {
            position = end;
        }
        else
        {
            position = i + 1;
        }

        return true;
    }

    /// <summary>Whether a letter, digit, combining mark or half of a character beyond the first plane.</summary>
    public static bool IsPart(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether an apostrophe, straight or curly.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static bool IsBlank(char c) => c <= ' ' || c is '\u00A0' or '\u202F' || char.IsWhiteSpace(c);

    private static int EndOfWord(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && IsPart(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int EndOfClitic(ReadOnlySpan<char> text, int start)
    {
        var end = EndOfWord(text, start);
        return end > start && end - start <= MaxClitic && char.IsAsciiLetterLower(text[start]) ? end : 0;
    }
}
