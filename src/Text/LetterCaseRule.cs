namespace Blog.Text;

/// <summary>Tells whether words stand in the letter case that a term asks for.</summary>
public static class LetterCaseRule
{
    /// <summary>Whether they do. Letters without case count as capitals.</summary>
    public static bool Allows(LetterCase asked, ReadOnlySpan<char> words) => asked switch
    {
        LetterCase.Any => true,
        LetterCase.Capitalised => StartsWithCapital(words),
        LetterCase.Capitals => !HoldsLower(words.Length > 2 && words[^1] == 's' ? words[..^1] : words),
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked, "No rule for this case."),
    };

    /// <summary>Whether a stretch of folded letters stands in that case in its source.</summary>
    public static bool Allows(LetterCase asked, FoldedLetters text, FoundTerm found)
    {
        switch (asked)
        {
            case LetterCase.Any:
                return true;
            case LetterCase.Capitalised:
                return text.Is(found.First, LetterTraits.Upper);
            case LetterCase.Capitals:
                var length = found.Length > 2 && text.Letters[found.First + found.Length - 1] == 's' ? found.Length - 1 : found.Length;
                for (var i = found.First; i < found.First + length; i++)
                {
                    if (!text.Is(i, LetterTraits.Upper) && char.IsLetter(text.Letters[i]))
                    {
                        return false;
                    }
                }

                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(asked), asked, "No rule for this case.");
        }
    }

    private static bool StartsWithCapital(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
            {
                return !char.IsLower(c);
            }
        }

        return false;
    }

    private static bool HoldsLower(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }
}
