using System.Buffers;

namespace Blog.Text;

/// <summary>
/// The one form in which stretches of one to five words are compared by hash, where the terms themselves are not at hand. A term and a text
/// that hold the same words give the same form, however they are spaced, cased or disguised, as far as folding goes.
/// </summary>
/// <remarks>
/// From 6 letters on the form is the folded letters without any gap ("annsmith"); shorter ones keep a blank at each gap ("jo li"), so
/// that "joli" is another word. A term of more than five words is its stretches of five. A name that is an ordinary word too, or that counts in
/// capitals only, has <c>^</c> (a capital at its start) or <c>^^</c> (capitals throughout) before it. What <see cref="TermMatcher"/>
/// finds inside longer words, backwards or with digits for letters has no such form: a hash has nothing to compare it with.
/// </remarks>
public static class WordGrams
{
    /// <summary>The most words of one form.</summary>
    public const int MostWords = 5;

    /// <summary>Letters from which on gaps do not count.</summary>
    public const int LongWord = WordEdges.LongWord;

    private const int MostLetters = 120;
    private const int MostTokens = 80;
    private const int ShortestJoined = 4;

    /// <summary>Takes one form of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="gram">The form, without case marks.</param>
    /// <param name="first">First folded letter.</param>
    /// <param name="length">Number of letters.</param>
    public delegate void Visitor(in FoldedLetters text, ReadOnlySpan<char> gram, int first, int length);

    /// <summary>Every form of a term, its other spellings included; empty where it holds no letter or digit.</summary>
    /// <param name="term">The words, as a person wrote them.</param>
    /// <param name="letters">In which letter case they count.</param>
    public static IReadOnlySet<string> OfTerm(string term, LetterCase letters)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in TermPatterns.Of(term, 0))
        {
            if (pattern.Kind == TermPatternKind.Hint)
            {
                continue;
            }

            var mark = letters == LetterCase.Capitals ? "^^" : letters == LetterCase.Capitalised || pattern.IsName ? "^" : string.Empty;
            foreach (var (from, to) in Windows(pattern))
            {
                grams.Add(mark + Form(pattern, from, to, isJoined: to - from >= LongWord));
                if (to - from is >= ShortestJoined and < LongWord && !pattern.Gaps[(from + 1)..to].Any(gap => gap >= LetterGap.Space))
                {
                    grams.Add(mark + Form(pattern, from, to, isJoined: true)); // "O'Neil" and "ONeil"
                }
            }
        }

        return grams;
    }

    /// <summary>Hands over every form of one to five words of a text, and for long ones that end in s the one without it.</summary>
    public static void Visit(in FoldedLetters text, Visitor visitor)
    {
        var tokens = ArrayPool<int>.Shared.Rent(text.Length + 1);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == 0 || text.GapBefore(i) >= LetterGap.Soft || text.Is(i, LetterTraits.WordStart))
            {
                tokens[count++] = i;
            }
        }

        tokens[count] = text.Length;
        Span<char> spaced = stackalloc char[2 * MostLetters];
        for (var start = 0; start < count; start++)
        {
            VisitFrom(in text, tokens.AsSpan(0, count + 1), start, spaced, visitor);
        }

        ArrayPool<int>.Shared.Return(tokens);
    }

    /// <summary>Whether a form that counts with a capital stands there as a name, and how sure that is: a single ordinary word at a sentence's start may be the word.</summary>
    internal static bool IsName(FoldedLetters text, ReadOnlySpan<char> gram, int first, out TermCertainty certainty)
    {
        certainty = TermCertainty.Certain;
        var letters = gram.ToString();
        return !OrdinaryWords.Contains(letters) ||
            WordEdges.TryJudge(new TermPattern(letters, 0, TermPatternKind.Own, new LetterGap[letters.Length], IsName: true, IsUnspaced: false), text, text.Letters, first, out certainty);
    }

    private static void VisitFrom(in FoldedLetters text, ReadOnlySpan<int> tokens, int start, Span<char> spaced, Visitor visitor)
    {
        var first = tokens[start];
        var words = 1;
        var length = 0; // of the spaced form
        for (var token = start; token < tokens.Length - 1 && token < start + MostTokens; token++)
        {
            var (from, to) = (tokens[token], tokens[token + 1]);
            var gap = token == start ? LetterGap.None : text.GapBefore(from);
            var isSpelled = token > start && to - from == 1 && from - tokens[token - 1] == 1; // "L i n n e t": one word
            words += gap >= LetterGap.Space && !isSpelled ? 1 : 0; // hyphens and what shows nothing part no words here
            if (words > MostWords || gap == LetterGap.Wall || to - first > MostLetters)
            {
                return;
            }

            if (gap >= LetterGap.Hyphen && to - first < LongWord)
            {
                spaced[length++] = ' ';
            }

            if (to - first < LongWord)
            {
                text.Letters[from..to].CopyTo(spaced[length..]);
                length += to - from;
                visitor(in text, spaced[..length], first, to - first);
                continue;
            }

            visitor(in text, text.Letters[first..to], first, to - first);
            if (text.Letters[to - 1] == 's' && to - first > LongWord)
            {
                visitor(in text, text.Letters[first..(to - 1)], first, to - first - 1);
            }
        }
    }

    /// <summary>The whole of a pattern, or its stretches of five words.</summary>
    private static IEnumerable<(int From, int To)> Windows(TermPattern pattern)
    {
        var starts = new List<int> { 0 };
        for (var i = 1; i < pattern.Letters.Length; i++)
        {
            if (pattern.Gaps[i] >= LetterGap.Space)
            {
                starts.Add(i);
            }
        }

        if (starts.Count <= MostWords)
        {
            yield return (0, pattern.Letters.Length);
            yield break;
        }

        for (var i = 0; i + MostWords <= starts.Count; i++)
        {
            yield return (starts[i], i + MostWords < starts.Count ? starts[i + MostWords] : pattern.Letters.Length);
        }
    }

    private static string Form(TermPattern pattern, int from, int to, bool isJoined)
    {
        if (isJoined)
        {
            return pattern.Letters[from..to];
        }

        var form = new System.Text.StringBuilder(to - from + MostWords);
        for (var i = from; i < to; i++)
        {
            if (i > from && pattern.Gaps[i] >= LetterGap.Hyphen)
            {
                form.Append(' ');
            }

            form.Append(pattern.Letters[i]);
        }

        return form.ToString();
    }
}
