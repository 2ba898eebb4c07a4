using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Parts a text into its words and says what stands between them.</summary>
internal static class TokenReader
{
    /// <summary>The words of a text in order.</summary>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        var position = 0;
        var done = 0;
        while (true)
        {
            var (start, end, fullEnd, word, shape) = Next(text, ref position);
            if (start == text.Length)
            {
                return tokens;
            }

            var before = tokens.Count == 0 ? TokenBreak.Paragraph : start == done + 1 && text[done] == ' ' ? TokenBreak.Blank : BreakOf(text, done, start, tokens[^1]);
            tokens.Add(new Token(start, end, fullEnd, word, Gazetteer.Words.ClassesOf(word), shape, before));
            done = fullEnd;
        }
    }

    /// <summary>The next word at or after a position, or one at the end of the text where there is none.</summary>
    private static (int Start, int End, int FullEnd, int Word, TokenShape Shape) Next(string text, ref int position)
    {
        var i = position;
        while (i < text.Length && text[i] < 128 && !char.IsAsciiLetterOrDigit(text[i]))
        {
            i++;
        }

        // Nearly every word is ASCII to its end: read, hashed and measured in one go.
        var start = i;
        var hash = WordLexicon.HashSeed;
        var (upper, digits) = (0, 0);
        while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
        {
            upper += char.IsAsciiLetterUpper(text[i]) ? 1 : 0;
            digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
            hash = WordLexicon.Hash(hash, text[i] | 0x20u);
            i++;
        }

        if (i == text.Length || (text[i] < 128 && text[i] != '\''))
        {
            position = i;
            return i == start
                ? (text.Length, text.Length, text.Length, 0, TokenShape.None)
                : (start, i, i, Gazetteer.Words.IdOfAscii(text.AsSpan(start, i - start), hash), ShapeOf(text, start, i, upper, digits));
        }

        position = start;
        if (!WordSplitter.TryNext(text, ref position, out start, out var end, out var fullEnd))
        {
            return (text.Length, text.Length, text.Length, 0, TokenShape.None);
        }

        (upper, digits) = (0, 0);
        for (var at = start; at < end; at++)
        {
            upper += char.IsUpper(text[at]) ? 1 : 0;
            digits += char.IsAsciiDigit(text[at]) ? 1 : 0;
        }

        return (start, end, fullEnd, Gazetteer.Words.IdOf(text.AsSpan(start, end - start)), ShapeOf(text, start, end, upper, digits));
    }

    private static TokenShape ShapeOf(string text, int start, int end, int upper, int digits)
    {
        var shape = upper > 0 && char.IsUpper(text[start]) ? TokenShape.Capital : TokenShape.None;
        if (digits > 0)
        {
            shape |= digits == end - start ? TokenShape.Digits : TokenShape.Mixed;
        }

        if (upper > 1 && upper == end - start)
        {
            shape |= TokenShape.AllCapitals;
        }

        return end < text.Length && text[end] == '.' ? shape | TokenShape.StopAfter : shape;
    }

    private static TokenBreak BreakOf(string text, int start, int end, in Token last)
    {
        var between = text.AsSpan(start, end - start);
        var result = TokenBreak.Joint;
        var lines = 0;
        for (var i = 0; i < between.Length; i++)
        {
            var found = between[i] switch
            {
                ProseView.Gap or '\u2022' or '|' => TokenBreak.Paragraph,
                '\n' => LineBreak(between, i, ref lines),
                ' ' or '\r' or '\t' or '\u00A0' => TokenBreak.Blank,
                '*' or '_' or '-' or '\u2010' or '\u2011' or '\'' or '\u2019' or '\u00AD' or '\u200B' => TokenBreak.Joint,
                '.' => Stop(text, start + i, end, last),
                '!' or '?' or '\u2026' or ':' => TokenBreak.Sentence,
                _ => TokenBreak.Mark,
            };
            result = found > result ? found : result;
        }

        return result;
    }

    /// <summary>One line break goes on with the sentence; a blank line, a hard break, or a list item, quotation or heading after it does not.</summary>
    private static TokenBreak LineBreak(ReadOnlySpan<char> between, int i, ref int lines)
    {
        lines++;
        var isHard = (i > 1 && between[i - 1] == ' ' && between[i - 2] == ' ') || (i > 0 && between[i - 1] == '\\');
        return lines > 1 || isHard || OpensBlock(between[(i + 1)..]) ? TokenBreak.Paragraph : TokenBreak.Blank;
    }

    /// <summary>At most three blanks stand before the mark of a block; looking no further keeps a text of blanks and line breaks linear.</summary>
    private static bool OpensBlock(ReadOnlySpan<char> line) => line[..Math.Min(line.Length, 5)].TrimStart(' ') is ['-' or '*' or '+' or '#' or '>', ' ', ..];

    private static TokenBreak Stop(string text, int position, int end, in Token last)
    {
        var isAbbreviation = last.Length == 1 || (last.Is(WordClass.Title) && last.Length <= 5);
        if (isAbbreviation && position == last.End)
        {
            return TokenBreak.Stop;
        }

        return position + 1 < text.Length && (char.IsWhiteSpace(text[position + 1]) || position + 1 < end || char.IsUpper(text[position + 1])) ? TokenBreak.Sentence : TokenBreak.Mark;
    }
}
