using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Parts a text into its words and says what stands between them.</summary>
internal static class TokenReader
{
    /// <summary>The words of a text in order.</summary>
    public static Token[] Read(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        var position = 0;
        var done = 0;
        while (WordSplitter.TryNext(text, ref position, out var start, out var end, out var fullEnd))
        {
            var before = tokens.Count == 0 ? TokenBreak.Paragraph : BreakOf(text, done, start, tokens[^1]);
            var word = Gazetteer.Words.IdOf(text.AsSpan(start, end - start));
            tokens.Add(new Token(start, end, fullEnd, word, Gazetteer.Words.ClassesOf(word), ShapeOf(text, start, end), before));
            done = fullEnd;
        }

        return [.. tokens];
    }

    private static TokenShape ShapeOf(string text, int start, int end)
    {
        var upper = 0;
        var digits = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsUpper(text[i]))
            {
                upper++;
            }
            else if (char.IsAsciiDigit(text[i]))
            {
                digits++;
            }
        }

        var shape = char.IsUpper(text[start]) ? TokenShape.Capital : TokenShape.None;
        if (digits == end - start)
        {
            shape |= TokenShape.Digits;
        }
        else if (digits > 0)
        {
            shape |= TokenShape.Mixed;
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
        if (between is " ")
        {
            return TokenBreak.Blank;
        }

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
        var opensBlock = between[(i + 1)..].TrimStart(' ') is ['-' or '*' or '+' or '#' or '>', ' ', ..];
        return lines > 1 || isHard || opensBlock ? TokenBreak.Paragraph : TokenBreak.Blank;
    }

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
