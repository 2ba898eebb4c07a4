using System.Collections.Frozen;

namespace Blog.Text;

/// <summary>Judges whether letters that spell a term stand there as the term: by the edges of words, the gaps inside and the letter case around.</summary>
internal static class WordEdges
{
    /// <summary>Letters from which on a term may bear an ending, be joined and be hyphenated.</summary>
    public const int LongWord = 6;

    private const int VeryLong = 10; // letters from which on a term is found inside a longer word
    private const int SurelySplit = 9; // letters from which on one blank or line break inside a word leaves no doubt
    private const int Splittable = 7; // letters from which on a blank inside a word makes a match doubtful instead of none

    /// <summary>What may follow a long term within its word: plurals and the like.</summary>
    public static readonly FrozenSet<string> Endings = new[] { "s", "es", "ss", "z", "ite", "ites", "esque", "gate", "ism", "ish", "jr", "snr", "jnr" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Judges letters equal to a pattern's at a place; false where they are not the term.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="letters">Its letters, or its shapes.</param>
    /// <param name="start">First letter.</param>
    /// <param name="certainty">How sure it is.</param>
    public static bool TryJudge(TermPattern pattern, FoldedLetters text, ReadOnlySpan<char> letters, int start, out TermCertainty certainty)
    {
        certainty = pattern.Kind == TermPatternKind.Hint ? TermCertainty.Doubtful : TermCertainty.Certain;
        return TryInside(pattern, text, start, ref certainty, out var isSplit)
            && TryEdges(pattern, text, letters, start, isSplit, ref certainty)
            && (!pattern.IsName || TryName(text, letters, start, pattern.Letters.Length, ref certainty));
    }

    private static bool TryInside(TermPattern pattern, FoldedLetters text, int start, ref TermCertainty certainty, out bool isSplit)
    {
        isSplit = false;
        var length = pattern.Letters.Length;
        var isLong = length >= LongWord || pattern.IsUnspaced;
        var gaps = 0;
        var blanks = 0;
        for (var i = 1; i < length; i++)
        {
            var gap = text.GapBefore(start + i);
            if (gap >= LetterGap.Soft)
            {
                gaps++;
            }

            if (gap == LetterGap.Wall)
            {
                return false;
            }

            if (pattern.Gaps[i] >= LetterGap.Soft)
            {
                if (gap < LetterGap.Soft && !isLong && pattern.Gaps[i] != LetterGap.Hyphen && !text.Is(start + i, LetterTraits.WordStart))
                {
                    return false; // "Jo Li" is not "joli"
                }
            }
            else if (gap == LetterGap.Block || (gap == LetterGap.Hyphen && !isLong && !pattern.HasDigit))
            {
                return false;
            }
            else if (gap == LetterGap.Space)
            {
                blanks++;
            }
        }

        isSplit = blanks > 0 && !pattern.IsUnspaced && !pattern.HasDigit;
        if (blanks == 0 || pattern.IsUnspaced || (pattern.HasDigit && isLong) || (blanks == 1 && length >= SurelySplit))
        {
            return true;
        }

        if (gaps >= length - 1 - (length / 8)) // every letter alone, as good as
        {
            certainty = length >= 5 ? certainty : TermCertainty.Doubtful;
            return length >= 3;
        }

        certainty = TermCertainty.Doubtful;
        return length >= Splittable && blanks == 1;
    }

    /// <summary>The edges of words. One that a blank splits must not go on in another word too: "Quaysmith. She" holds no "Quaysmiths".</summary>
    private static bool TryEdges(TermPattern pattern, FoldedLetters text, ReadOnlySpan<char> letters, int start, bool isSplit, ref TermCertainty certainty)
    {
        var length = pattern.Letters.Length;
        var end = start + length; // after the last letter
        var starts = text.Is(start, LetterTraits.WordStart);
        var ends = text.Is(end - 1, LetterTraits.WordEnd);
        if (starts && ends)
        {
            return true;
        }

        if (length < LongWord || IsNumber(pattern) || isSplit)
        {
            return false;
        }

        if (starts && HasEnding(text, letters, end))
        {
            return true;
        }

        if (length >= VeryLong)
        {
            return true;
        }

        certainty = TermCertainty.Doubtful;
        return !OrdinaryWords.Contains(pattern.Letters);
    }

    private static bool IsNumber(TermPattern pattern) => !pattern.Letters.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool HasEnding(FoldedLetters text, ReadOnlySpan<char> letters, int from)
    {
        for (var end = from; end < Math.Min(text.Length, from + 6); end++)
        {
            if (text.Is(end, LetterTraits.WordEnd))
            {
                return Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters[from..(end + 1)]);
            }
        }

        return false;
    }

    /// <summary>A single word that is ordinary too: is it written as a name?</summary>
    private static bool TryName(FoldedLetters text, ReadOnlySpan<char> letters, int start, int length, ref TermCertainty certainty)
    {
        var end = start + length;
        var isCalendar = OrdinaryWords.IsCalendar(letters[start..end]);
        var next = NextWord(text, end);
        var before = WordBefore(text, letters, start);
        if (!text.Is(start, LetterTraits.Upper))
        {
            certainty = TermCertainty.Ordinary;
        }
        else if (isCalendar && (IsDigitAt(letters, start - 1) || IsDigitAt(letters, end) || (IsOrdinal(before) && IsDigitAt(letters, start - 1 - before.Length))))
        {
            certainty = TermCertainty.Ordinary; // "May 2011", "5th May"
        }
        else if (isCalendar && OrdinaryWords.LeadsToDate(before))
        {
            certainty = TermCertainty.Doubtful; // "in May": a date, or in somebody's arms
        }
        else if (!isCalendar && text.Is(start, LetterTraits.SentenceStart) && IsAlone(text, end))
        {
            return true; // a writer's name over a comment, a sign-off, somebody who is spoken to
        }
        else if (text.Is(start, LetterTraits.SentenceStart) || IsShouted(text, start, end, next))
        {
            var isFollowedByName = next && text.Is(end, LetterTraits.Upper) && !IsShouted(text, start, end, next) && !IsLoneI(text, letters, end);
            certainty = isFollowedByName ? certainty : TermCertainty.Doubtful;
        }

        return true;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> word) => word is "st" or "nd" or "rd" or "th";

    private static bool IsDigitAt(ReadOnlySpan<char> letters, int at) => at >= 0 && at < letters.Length && char.IsAsciiDigit(letters[at]);

    /// <summary>Whether another word of the same sentence follows.</summary>
    private static bool NextWord(FoldedLetters text, int end) =>
        end < text.Length && !text.Is(end, LetterTraits.SentenceStart) && text.GapBefore(end) is LetterGap.Space;

    /// <summary>Whether nothing of the same sentence follows, or a comma.</summary>
    private static bool IsAlone(FoldedLetters text, int end) =>
        end == text.Length || text.Is(end, LetterTraits.SentenceStart) || text.Is(end, LetterTraits.AfterComma) || text.GapBefore(end) >= LetterGap.Block;

    private static bool IsLoneI(FoldedLetters text, ReadOnlySpan<char> letters, int at) => letters[at] == 'i' && text.Is(at, LetterTraits.WordEnd);

    private static ReadOnlySpan<char> WordBefore(FoldedLetters text, ReadOnlySpan<char> letters, int start)
    {
        if (start == 0 || text.Is(start, LetterTraits.SentenceStart) || text.GapBefore(start) >= LetterGap.Block)
        {
            return default;
        }

        var first = start - 1;
        while (first > 0 && start - first < 12 && !text.Is(first, LetterTraits.WordStart))
        {
            first--;
        }

        return letters[first..start];
    }

    /// <summary>Whether the word and one beside it are in capitals throughout, so that capitals say nothing.</summary>
    private static bool IsShouted(FoldedLetters text, int start, int end, bool hasNext)
    {
        for (var i = start; i < end; i++)
        {
            if (!text.Is(i, LetterTraits.Upper))
            {
                return false;
            }
        }

        var isNextShouted = hasNext && end + 1 < text.Length && text.Is(end, LetterTraits.Upper) && text.Is(end + 1, LetterTraits.Upper);
        var isLastShouted = start > 1 && text.Is(start - 1, LetterTraits.Upper) && text.Is(start - 2, LetterTraits.Upper) && !text.Is(start, LetterTraits.SentenceStart);
        return end - start > 1 && (isNextShouted || isLastShouted);
    }
}
