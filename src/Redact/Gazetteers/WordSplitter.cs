using System.Runtime.CompilerServices;
using System.Text;
using Blog.Text;

namespace Blog.Redact.Gazetteers;

/// <summary>Parts words: letters and digits with the apostrophes between them; a hyphen parts, a possessive "'s" is left off.</summary>
internal static class WordSplitter
{
    /// <summary>The words of a phrase.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        var position = 0;
        while (TryNext(text, ref position, out var start, out var end, out _))
        {
            words.Add(text[start..end]);
        }

        return words;
    }

    /// <summary>The next word at or after a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to begin; afterwards the position after the word with its possessive.</param>
    /// <param name="start">First position of the word.</param>
    /// <param name="end">Position after it, its possessive left out.</param>
    /// <param name="possessiveEnd">Position after it with its possessive.</param>
    public static bool TryNext(ReadOnlySpan<char> text, ref int position, out int start, out int end, out int possessiveEnd)
    {
        var i = position;
        while (i < text.Length && !IsLetterOrDigit(text, i))
        {
            i++;
        }

        start = end = possessiveEnd = i;
        if (i == text.Length)
        {
            position = i;
            return false;
        }

        while (i < text.Length && (IsLetterOrDigit(text, i) || IsInside(text, i)))
        {
            i++;
        }

        end = possessiveEnd = position = i;
        if (i - start > 2 && text[i - 1] is 's' or 'S' && IsApostrophe(text[i - 2]))
        {
            end = i - 2;
        }
        else if (i < text.Length && IsApostrophe(text[i]) && text[i - 1] is 's' or 'S' && (i + 1 == text.Length || !IsLetterOrDigit(text, i + 1)) && !OpensQuotation(text, start))
        {
            possessiveEnd = position = i + 1;
        }

        return true;
    }

    /// <summary>Whether an apostrophe, straight or curly.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC';

    private static bool OpensQuotation(ReadOnlySpan<char> text, int start) => start > 0 && IsApostrophe(text[start - 1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLetterOrDigit(ReadOnlySpan<char> text, int i) => text[i] < 128 ? char.IsAsciiLetterOrDigit(text[i]) : char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]);

    /// <summary>An apostrophe between two letters, a combining mark, or something that shows nothing.</summary>
    private static bool IsInside(ReadOnlySpan<char> text, int i) =>
        IsApostrophe(text[i])
            ? i + 1 < text.Length && IsLetterOrDigit(text, i + 1)
            : text[i] >= 0x00AD && Rune.IsValid(text[i]) && (LatinFolding.IsCombiningMark(new Rune(text[i])) || InvisibleCharacters.IsInvisible(new Rune(text[i]))) && text[i] != ProseView.Gap;
}
