namespace Blog.Text;

/// <summary>Judges letters that were written for others: a digit for a letter, a capital I for an l, a foreign letter that looks like i and l alike.</summary>
internal static class Disguise
{
    private const int Near = 3; // letters around a digit that are looked at

    /// <summary>The next odd letter, from one on, that has anything but digits beside it: what lies deeper in a long number is no letter, and pages have many ids.</summary>
    /// <param name="letters">The text's letters.</param>
    /// <param name="odd">Places of the odd ones.</param>
    /// <param name="next">Which of them is looked at.</param>
    public static int PastDigits(ReadOnlySpan<char> letters, ReadOnlySpan<int> odd, int next)
    {
        var at = odd[next];
        if (at < Near || letters.Slice(at - Near, Near + 1).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return next;
        }

        var run = letters[at..].IndexOfAnyExceptInRange('0', '9');
        var last = (run < 0 ? letters.Length : at + run) - Near; // the first of its last letters
        while (next < odd.Length - 1 && odd[next] < last)
        {
            next++;
        }

        return next;
    }

    /// <summary>Whether one of a text's odd letters is written for another as far as its neighbours tell.</summary>
    public static bool MayBe(FoldedLetters text, int at)
    {
        if (!char.IsAsciiDigit(text.Letters[at]))
        {
            return text.Is(at, LetterTraits.Foreign) || IsCapitalInside(text, at);
        }

        // Beside two letters of the same run, and not only an id's or a heading's one ("c123", "h2"); or near a word of nothing but o, l and i ("2O", "OlO-4477").
        return (IsLetterAt(text, at - 1, at) && (IsLetterAt(text, at - 2, at - 1) || IsLetterAt(text, at + 1, at + 1)))
            || (IsLetterAt(text, at + 1, at + 1) && IsLetterAt(text, at + 2, at + 2))
            || IsNearWordOfDigits(text, at);
    }

    /// <summary>Whether the text's letters may be a pattern's that are equal to it but for disguises.</summary>
    public static bool TryJudge(TermPattern pattern, FoldedLetters text, int start, out TermCertainty certainty)
    {
        certainty = TermCertainty.Certain;
        var differs = false;
        for (var i = 0; i < pattern.Letters.Length; i++)
        {
            var wanted = pattern.Letters[i];
            var letter = text.Letters[start + i];
            if (letter == wanted)
            {
                continue;
            }

            differs = true;
            if (char.IsAsciiDigit(letter) != char.IsAsciiDigit(wanted))
            {
                certainty = TermCertainty.Doubtful;
            }
            else if (char.IsAsciiDigit(letter))
            {
                return false; // one digit is not another
            }
            else if (!text.Is(start + i, LetterTraits.Foreign))
            {
                if (!IsCapitalInside(text, start + i))
                {
                    return false; // "Neil" is not "Nell"
                }

                certainty = TermCertainty.Doubtful;
            }
        }

        return differs;
    }

    private static bool IsNearWordOfDigits(FoldedLetters text, int at)
    {
        for (var i = Math.Max(0, at - Near); i < Math.Min(text.Length, at + Near + 1); i++)
        {
            if (LooksLikeDigit(text.Letters[i]) && (i == 0 || text.GapBefore(i) < LetterGap.Block) && IsWordOfDigits(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word around a letter is of at most four letters that all look like digits.</summary>
    private static bool IsWordOfDigits(FoldedLetters text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 4 && !text.Is(start, LetterTraits.WordStart))
        {
            start--;
        }

        for (var i = start; i < Math.Min(text.Length, start + 4) && LooksLikeDigit(text.Letters[i]); i++)
        {
            if (text.Is(i, LetterTraits.WordEnd))
            {
                return i >= at;
            }
        }

        return false;
    }

    private static bool LooksLikeDigit(char letter) => letter is 'o' or 'l' or 'i';

    private static bool IsLetterAt(FoldedLetters text, int at, int gapAt) =>
        at >= 0 && at < text.Length && gapAt < text.Length && !char.IsAsciiDigit(text.Letters[at]) && text.GapBefore(gapAt) <= LetterGap.Soft;

    /// <summary>Whether it is a capital I within a word of small letters, alone or with others of its kind.</summary>
    private static bool IsCapitalInside(FoldedLetters text, int at)
    {
        while (at > 0 && text.Letters[at] == 'i' && text.Is(at, LetterTraits.Upper) && text.GapBefore(at) <= LetterGap.Join)
        {
            at--;
            if (!text.Is(at, LetterTraits.Upper))
            {
                return !char.IsAsciiDigit(text.Letters[at]);
            }
        }

        return false;
    }
}
