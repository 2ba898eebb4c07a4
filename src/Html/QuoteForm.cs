using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Html;

/// <summary>What a quotation says of its source: the attribution in its last line, and who speaks in a transcript.</summary>
internal static class QuoteForm
{
    private const int MaxSpeaker = 60;
    private const int MaxWords = 6;

    /// <summary>
    /// The line end before the last line of a quotation, where that line is an attribution (<c>— source</c> or <c>-- source</c>); the attribution
    /// is what follows it. With <paramref name="isWhole"/> the last paragraph is nothing else, and there is no line end.
    /// </summary>
    public static bool TryAttribution(QuoteBlock quote, out LineBreakInline? before, out bool isWhole)
    {
        before = null;
        isWhole = false;
        if (quote.LastChild is not ParagraphBlock { Inline: { } line })
        {
            return false;
        }

        for (var inline = line.LastChild; inline is not null && before is null; inline = inline.PreviousSibling)
        {
            before = inline as LineBreakInline;
        }

        var first = before is null ? line.FirstChild : before.NextSibling;
        if (first is not LiteralInline literal || !IsAttribution(literal.Content.AsSpan()))
        {
            before = null;
            return false;
        }

        isWhole = before is null;
        return !isWhole || quote.Count > 1; // an attribution alone quotes nothing
    }

    /// <summary>
    /// Length of the speaker's name at the start of a paragraph, colon included, as transcripts have it: <c>Q79 Chair:</c>, <c>Mr Bell:</c>; 0 for
    /// ordinary words. Every word must begin with a capital letter or a digit.
    /// </summary>
    public static int SpeakerLength(ReadOnlySpan<char> paragraph)
    {
        var colon = paragraph[..Math.Min(paragraph.Length, MaxSpeaker)].IndexOf(':');
        if (colon < 2 || (colon + 1 < paragraph.Length && paragraph[colon + 1] != ' '))
        {
            return 0;
        }

        var words = 0;
        foreach (var range in paragraph[..colon].Split(' '))
        {
            var word = paragraph[..colon][range];
            if (word.IsEmpty || ++words > MaxWords || !(char.IsUpper(word[0]) || char.IsAsciiDigit(word[0])) || !IsName(word))
            {
                return 0;
            }
        }

        return char.IsUpper(paragraph[0]) ? colon + 1 : 0;
    }

    private static bool IsAttribution(ReadOnlySpan<char> line) =>
        line.StartsWith("\u2014 ", StringComparison.Ordinal) || line.StartsWith("-- ", StringComparison.Ordinal);

    private static bool IsName(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '\'' or '\u2019' or '-' or '(' or ')'))
            {
                return false;
            }
        }

        return true;
    }
}
