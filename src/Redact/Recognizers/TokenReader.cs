using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Parts a text into its words and says what stands between them.</summary>
internal static class TokenReader
{
    private const byte Lower = 1;
    private const byte Upper = 2;
    private const byte Digit = 4;

    /// <summary>What each ASCII character is, 0 where it is in no word.</summary>
    private static readonly byte[] Kinds = [.. Enumerable.Range(0, 128).Select(KindOf)];

    /// <summary>The words of a text in order.</summary>
    public static List<Token> Read(string text)
    {
        var words = Gazetteer.Words;
        var tokens = new List<Token>((text.Length / 5) + 4);
        while (TryNext(text, words, tokens))
        {
        }

        return tokens;
    }

    /// <summary>Adds the next word, if there is one.</summary>
    private static bool TryNext(string text, WordLexicon words, List<Token> tokens)
    {
        var kinds = Kinds;
        var i = tokens.Count == 0 ? 0 : tokens[^1].FullEnd;
        while (i < text.Length && text[i] < kinds.Length && kinds[text[i]] == 0)
        {
            i++;
        }

        // Nearly every word is ASCII to its end: read, hashed and measured in one go.
        var start = i;
        var hash = WordLexicon.HashSeed;
        var (any, every) = (0, Lower | Upper | Digit);
        for (; i < text.Length && text[i] < kinds.Length && kinds[text[i]] is > 0 and var kind; i++)
        {
            any |= kind;
            every &= kind;
            hash = WordLexicon.Hash(hash, text[i] | 0x20u);
        }

        if (i < text.Length && (text[i] >= kinds.Length || text[i] == '\''))
        {
            return TryOther(text, words, start, tokens);
        }

        if (i == start)
        {
            return false;
        }

        var word = words.IdOfAscii(text.AsSpan(start, i - start), hash, out var classes);
        tokens.Add(new Token(start, i, i, word, classes, ShapeOf(text, start, i, any, every), Before(text, start, tokens)));
        return true;
    }

    /// <summary>Adds a word with other letters, an apostrophe or a mark in it, or beside one.</summary>
    private static bool TryOther(string text, WordLexicon words, int position, List<Token> tokens)
    {
        if (!WordSplitter.TryNext(text, ref position, out var start, out var end, out var fullEnd))
        {
            return false;
        }

        var (any, every) = (0, Lower | Upper | Digit);
        for (var at = start; at < end; at++)
        {
            var kind = char.IsUpper(text[at]) ? Upper : char.IsAsciiDigit(text[at]) ? Digit : Lower;
            any |= kind;
            every &= kind;
        }

        var word = words.IdOf(text.AsSpan(start, end - start));
        tokens.Add(new Token(start, end, fullEnd, word, words.ClassesOf(word), ShapeOf(text, start, end, any, every), Before(text, start, tokens)));
        return true;
    }

    private static TokenBreak Before(string text, int start, List<Token> tokens)
    {
        if (tokens.Count == 0)
        {
            return TokenBreak.Paragraph;
        }

        var done = tokens[^1].FullEnd;
        return start == done + 1 && text[done] == ' ' ? TokenBreak.Blank : BreakOf(text, done, start, tokens[^1]);
    }

    private static byte KindOf(int c) => char.IsAsciiLetterLower((char)c) ? Lower : char.IsAsciiLetterUpper((char)c) ? Upper : char.IsAsciiDigit((char)c) ? Digit : (byte)0;

    /// <summary>How a word is written, from the kinds of its characters: those that it has any of, and those that every one is of.</summary>
    private static TokenShape ShapeOf(string text, int start, int end, int any, int every)
    {
        var shape = (any & Upper) != 0 && char.IsUpper(text[start]) ? TokenShape.Capital : TokenShape.None;
        if ((any & Digit) != 0)
        {
            shape |= every == Digit ? TokenShape.Digits : TokenShape.Mixed;
        }

        if (every == Upper && end - start > 1)
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
