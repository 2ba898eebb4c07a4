namespace Blog.Text;

/// <summary>Judges letters that were written for others: a digit for a letter, a capital I for an l, a foreign letter that looks like i and l alike.</summary>
internal static class Disguise
{
    /// <summary>Whether a letter of a text may stand for another.</summary>
    public static bool MayBe(FoldedLetters text, int at)
    {
        var letter = text.Letters[at];
        if (char.IsAsciiDigit(letter))
        {
            // A letter beside it, and not only an id's or a heading's one ("c123", "h2"): two letters within the same run.
            return IsLetterAt(text, at - 1, at) ? IsLetterAt(text, at - 2, at - 1) || IsLetterAt(text, at + 1, at + 1) || LooksLikeDigit(text.Letters[at - 1])
                : IsLetterAt(text, at + 1, at + 1) && (IsLetterAt(text, at + 2, at + 2) || LooksLikeDigit(text.Letters[at + 1]));
        }

        return LooksLikeDigit(letter) && (IsNearDigit(text, at) || (letter is 'i' or 'l' && (text.Is(at, LetterTraits.Foreign) || IsCapitalInside(text, at))));
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

    /// <summary>Whether a digit stands within three letters, as in a number with O for 0.</summary>
    private static bool IsNearDigit(FoldedLetters text, int at) =>
        text.Letters[Math.Max(0, at - 3)..Math.Min(text.Length, at + 4)].ContainsAnyInRange('0', '9');

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
