using System.Globalization;

namespace Blog.Redact.Facts;

/// <summary>Cuts a text's prose into words, contractions taken apart ("I'm" is two), with letters and quotations told apart. One pass, linear.</summary>
internal static class FactWords
{
    private const int ShortestQuotation = 4; // in words; shorter ones are a turn of phrase of the writer's own

    /// <summary>Endings that are words of their own, longest first, and the word each is.</summary>
    private static readonly (string Ending, string Word)[] Contractions =
    [
        ("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"), ("'d", "would"), ("'s", "'s"),
    ];

    /// <summary>Contractions written without their apostrophe: how long the first word is, and the second.</summary>
    private static readonly Dictionary<string, (int Length, string Word)> Bare = new(StringComparer.OrdinalIgnoreCase)
    {
        ["im"] = (1, "am"), ["ive"] = (1, "have"), ["youre"] = (3, "are"), ["theyre"] = (4, "are"), ["weve"] = (2, "have"), ["youve"] = (3, "have"),
        ["dont"] = (2, "not"), ["didnt"] = (3, "not"), ["wasnt"] = (3, "not"), ["isnt"] = (2, "not"), ["cant"] = (2, "not"), ["hes"] = (2, "'s"), ["shes"] = (3, "'s"),
    };

    private static readonly string[] Greetings = ["hi", "hello", "dear", "hey"];

    /// <summary>The words of a text, in order.</summary>
    /// <param name="text">A prose view's text.</param>
    /// <param name="vocabulary">The words that have a number.</param>
    /// <param name="learn">Whether every word is given a number: for the phrases of tables, which are read like any text.</param>
    public static FactWord[] Of(string text, Vocabulary vocabulary, bool learn = false)
    {
        Func<string, int>? add = learn ? vocabulary.Add : null;
        var words = new List<FactWord>(text.Length / 5);
        var before = Break.Paragraph;
        var atLineStart = true;
        var quotedLine = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsWordStart(c))
            {
                var end = WordEnd(text, i);
                Add(words, text, i, end, before, quotedLine, vocabulary, add);
                before = Break.Joined;
                atLineStart = false;
                i = end;
                continue;
            }

            if (c == '>' && atLineStart)
            {
                quotedLine = true;
            }

            if (c == '\n')
            {
                var isBlankLine = IsBlankLine(text, i + 1);
                before = Max(before, isBlankLine ? Break.Paragraph : Break.Blank);
                atLineStart = true;
                quotedLine = false;
                i++;
                continue;
            }

            before = Max(before, BreakOf(text, i));
            i++;
        }

        var result = words.ToArray();
        MarkQuotations(result, text);
        MarkLetters(result, vocabulary);
        return result;
    }

    private static bool IsWordStart(char c) => char.IsLetterOrDigit(c) || c is '£' or '$' or '€' or '@' or '%';

    private static Break BreakOf(string text, int i) => text[i] switch
    {
        ' ' or '*' or '_' or '&' or '+' or '/' => Break.Blank, // "my dyspraxia/addiction", "*my* father"
        '-' or '\'' or '’' or '\u2010' or '\u2011' => i + 1 < text.Length && i > 0 && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]) ? Break.Joined : Break.Blank,
        '!' or '?' => Break.Sentence,
        '.' => IsSentenceEnd(text, i) ? Break.Sentence : Break.Joined,
        _ => Break.Clause,
    };

    /// <summary>A full stop ends a sentence before white space, unless it follows a single letter ("J. Smith", "e.g."); "..." is a pause of these writers, but ends a thought.</summary>
    private static bool IsSentenceEnd(string text, int dot)
    {
        if (dot + 1 < text.Length && char.IsLetterOrDigit(text[dot + 1]))
        {
            return dot > 1 && char.IsLetter(text[dot - 1]) && char.IsLetter(text[dot - 2]) && char.IsUpper(text[dot + 1]); // "want to cry.You"
        }

        return dot < 2 || !char.IsLetter(text[dot - 1]) || char.IsLetterOrDigit(text[dot - 2]);
    }

    private static bool IsBlankLine(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '>' or '\r')
        {
            start++;
        }

        return start >= text.Length || text[start] == '\n';
    }

    /// <summary>The end of a word: letters with inner apostrophes and inner dots of abbreviations, or a number with its separators.</summary>
    private static int WordEnd(string text, int start)
    {
        var i = start;
        if (char.IsAsciiDigit(text[i]))
        {
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
            {
                i++;
            }

            return i;
        }

        if (!char.IsLetter(text[i]))
        {
            return i + 1;
        }

        while (i < text.Length && (char.IsLetter(text[i]) || LetterAround(text, i)))
        {
            i++;
        }

        return i;
    }

    /// <summary>An apostrophe between letters, or one at the end of a plural ("years' service"), is part of no break.</summary>
    private static bool LetterAround(string text, int i) =>
        text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]);

    private static void Add(List<FactWord> words, string text, int start, int end, Break before, bool isQuoted, Vocabulary vocabulary, Func<string, int>? add)
    {
        var word = text.AsSpan(start, end - start);
        int Id(ReadOnlySpan<char> spelling) => add is null ? vocabulary.Find(spelling) : add(spelling.ToString());

        if (char.IsAsciiDigit(word[0]))
        {
            words.Add(new FactWord(start, end, Id(word), before)
            {
                Number = double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null,
                IsQuoted = isQuoted,
            });
            return;
        }

        if (TrySplit(word, out var length, out var second))
        {
            words.Add(new FactWord(start, start + length, Id(word[..length]), before) { IsCapital = char.IsUpper(word[0]), IsQuoted = isQuoted });
            words.Add(new FactWord(start + length, end, Id(second), Break.Joined) { IsQuoted = isQuoted });
            return;
        }

        words.Add(new FactWord(start, end, Id(word), before)
        {
            IsCapital = char.IsUpper(word[0]),
            IsMask = word.Length >= 2 && word.IndexOfAnyExcept('x', 'X') < 0,
            IsQuoted = isQuoted,
        });
    }

    private static bool TrySplit(ReadOnlySpan<char> word, out int length, out string second)
    {
        (length, second) = (0, string.Empty);
        if (word.IndexOfAny('\'', '’') < 0)
        {
            if (word.Length <= 6 && Bare.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var bare))
            {
                (length, second) = bare;
                return true;
            }

            return false;
        }

        Span<char> straight = stackalloc char[Math.Min(word.Length, 40)];
        word[^straight.Length..].CopyTo(straight);
        straight.Replace('’', '\'');
        foreach (var (ending, contracted) in Contractions)
        {
            if (word.Length > ending.Length && straight.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                (length, second) = (word.Length - ending.Length, contracted);
                return true;
            }
        }

        return false;
    }

    /// <summary>Marks what stands between double quotation marks within one paragraph; a mark that is never closed reaches to the paragraph's end.</summary>
    private static void MarkQuotations(FactWord[] words, string text)
    {
        var open = -1;
        for (var i = 0; i < words.Length; i++)
        {
            var from = i == 0 ? 0 : words[i - 1].End;
            var between = text.AsSpan(from, words[i].Start - from);
            if (open >= 0 && words[i].Before == Break.Paragraph)
            {
                Mark(words, open, i);
                open = -1;
            }

            foreach (var c in between)
            {
                if (c == '“' || (c == '"' && open < 0))
                {
                    open = i;
                }
                else if (c is '”' or '"' && open >= 0)
                {
                    Mark(words, open, i);
                    open = -1;
                }
            }
        }

        static void Mark(FactWord[] words, int from, int to)
        {
            for (var i = from; to - from >= ShortestQuotation && i < to; i++)
            {
                words[i] = words[i] with { IsQuoted = true };
            }
        }
    }

    /// <summary>A short paragraph that opens with a greeting begins a letter, which reaches to the next one.</summary>
    private static void MarkLetters(FactWord[] words, Vocabulary vocabulary)
    {
        var greetings = Greetings.Select(word => vocabulary.Find(word)).ToHashSet();
        var letter = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Before == Break.Paragraph && words[i].Id != Vocabulary.Unknown && greetings.Contains(words[i].Id))
            {
                var end = i + 1;
                while (end < words.Length && words[end].Before < Break.Paragraph)
                {
                    end++;
                }

                letter = end - i <= 5 && end < words.Length ? letter + 1 : letter;
            }

            words[i] = words[i] with { Letter = letter };
        }
    }

    private static Break Max(Break a, Break b) => a > b ? a : b;
}
